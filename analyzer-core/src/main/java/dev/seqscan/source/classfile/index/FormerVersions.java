package dev.seqscan.source.classfile.index;

import dev.seqscan.source.classfile.LibraryClass;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.List;
import java.util.Map;

/**
 * What classes of the index were before the version that it was made of, where programs written for the older one could
 * not be understood otherwise. It only adds, so that programs for the newer one mean the same as before.
 */
final class FormerVersions {

    /** Up to Spring Data 2 it extended CrudRepository (Spring Data Commons 3.0, "Upgrading"). */
    private static final Map<String, String> EXTENDED = Map.of(
            "org.springframework.data.repository.PagingAndSortingRepository",
            "org.springframework.data.repository.CrudRepository",
            "org.springframework.data.repository.reactive.ReactiveSortingRepository",
            "org.springframework.data.repository.reactive.ReactiveCrudRepository");

    private FormerVersions() {
    }

    /** The class with what it had before. */
    static LibraryClass joined(LibraryClass found) {
        String extended = EXTENDED.get(found.name());
        TypeDeclaration type = found.declaration();
        if (extended == null) {
            return found;
        }
        List<TypeName> parameters = type.typeParameters().stream().map(each -> TypeName.of(each.name())).toList();
        TypeName former = new TypeName(extended, parameters, 0, TypeName.Bound.NONE);
        return new LibraryClass(found.name(), new TypeDeclaration(type.kind(), type.name(), type.modifiers(),
                type.typeParameters(), List.of(former), type.implemented(), type.annotations(), type.fields(),
                type.methods(), type.nested(), type.span(), type.nameSpan()));
    }
}
