package dev.seqscan.source.classfile.index;

import dev.seqscan.source.Span;
import dev.seqscan.source.classfile.LibraryClass;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What classes of the index were before the version that it was made of, where programs written for the older one could
 * not be understood otherwise. It only adds, so that programs for the newer one mean the same as before.
 */
final class FormerVersions {

    private static final TypeName VOID = TypeName.of("void");
    private static final TypeName OBJECT = TypeName.of("java.lang.Object");
    private static final TypeName STRING = TypeName.of("java.lang.String");

    /** Up to Spring Data 2 it extended CrudRepository (Spring Data Commons 3.0, "Upgrading"). */
    private static final Map<String, String> EXTENDED = Map.of(
            "org.springframework.data.repository.PagingAndSortingRepository",
            "org.springframework.data.repository.CrudRepository",
            "org.springframework.data.repository.reactive.ReactiveSortingRepository",
            "org.springframework.data.repository.reactive.ReactiveCrudRepository");

    /** Up to Hibernate 6 a session had its own words for what Jakarta Persistence names otherwise (Migration Guide 7.0). */
    private static final Map<String, List<MethodDeclaration>> METHODS = Map.of(
            "org.hibernate.Session", List.of(
                    method("save", OBJECT, OBJECT), method("update", VOID, OBJECT), method("saveOrUpdate", VOID, OBJECT),
                    method("delete", VOID, OBJECT), method("save", OBJECT, STRING, OBJECT), method("update", VOID, STRING, OBJECT),
                    method("saveOrUpdate", VOID, STRING, OBJECT), method("delete", VOID, STRING, OBJECT)),
            "org.hibernate.query.QueryProducer", List.of(
                    method("createSQLQuery", TypeName.of("org.hibernate.query.NativeQuery"), STRING)));

    /** Interfaces that are gone, and what took their place (Hibernate 5.2 and 6.0 Migration Guides). */
    private static final Map<String, String> REPLACED = Map.of("org.hibernate.Query", "org.hibernate.query.Query",
            "org.hibernate.SQLQuery", "org.hibernate.query.NativeQuery");

    private FormerVersions() {
    }

    /** The class with what it had before. */
    static LibraryClass joined(LibraryClass found) {
        String extended = EXTENDED.get(found.name());
        List<MethodDeclaration> more = METHODS.getOrDefault(found.name(), List.of());
        TypeDeclaration type = found.declaration();
        if (extended == null && more.isEmpty()) {
            return found;
        }
        List<MethodDeclaration> methods = Stream.concat(type.methods().stream(), more.stream()).toList();
        return new LibraryClass(found.name(), new TypeDeclaration(type.kind(), type.name(), type.modifiers(),
                type.typeParameters(), extended == null ? type.extended() : List.of(former(extended, type)), type.implemented(),
                type.annotations(), type.fields(), methods, type.nested(), type.span(), type.nameSpan()));
    }

    /** A class that newer versions do without, as one more name of what took its place. */
    static Optional<LibraryClass> gone(String name) {
        return Optional.ofNullable(REPLACED.get(name)).map(successor -> {
            TypeName above = new TypeName(successor, List.of(TypeName.of("T")), 0, TypeName.Bound.NONE);
            return new LibraryClass(name, new TypeDeclaration(TypeDeclaration.Kind.INTERFACE, name.substring(name.lastIndexOf('.') + 1),
                    Set.of(Modifier.PUBLIC, Modifier.ABSTRACT), List.of(new TypeDeclaration.TypeParameter("T", List.of())),
                    List.of(above), List.of(), List.of(), List.of(), List.of(), List.of(), Span.ofLine(1), Span.ofLine(1)));
        });
    }

    private static TypeName former(String extended, TypeDeclaration type) {
        List<TypeName> parameters = type.typeParameters().stream().map(each -> TypeName.of(each.name())).toList();
        return new TypeName(extended, parameters, 0, TypeName.Bound.NONE);
    }

    private static MethodDeclaration method(String name, TypeName returned, TypeName... parameters) {
        Span nowhere = Span.ofLine(1);
        List<MethodDeclaration.Parameter> all = Arrays.stream(parameters)
                .map(each -> new MethodDeclaration.Parameter("", each, false, List.of(), nowhere)).toList();
        return new MethodDeclaration(name, Set.of(Modifier.PUBLIC, Modifier.ABSTRACT), List.of(), returned, all, List.of(), null,
                nowhere, nowhere);
    }
}
