package dev.seqscan.query.springdata;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Module;
import dev.seqscan.program.Program;
import dev.seqscan.query.DeclaredMethod;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.List;
import java.util.Optional;

/** A method of a repository interface whose source was read. */
record RepositoryMethod(DeclaredClass owner, MethodDeclaration declaration) {

    /** The method that a call means; empty where its interface comes from a library. */
    static Optional<RepositoryMethod> of(CallTarget target, Program program, Module module) {
        return DeclaredMethod.of(target, program, module).map(each -> new RepositoryMethod(each.owner(), each.declaration()));
    }

    /** The first annotation of one of the simple names that Spring Data or Jakarta Persistence declares. */
    Optional<AnnotationUse> annotation(String... simpleNames) {
        List<String> wanted = List.of(simpleNames);
        return declaration.annotations().stream().filter(use -> wanted.contains(use.simpleName()))
                .filter(use -> isOfSpringData(owner.annotationType(use))).findFirst();
    }

    /** A name that is not resolved comes from an import on demand of a library that is not on the class path. */
    private static boolean isOfSpringData(String type) {
        return type.startsWith("org.springframework.data.") || type.indexOf('.') < 0;
    }

    /** Where its name stands. */
    Place place() {
        return owner.place(declaration.nameSpan());
    }
}
