package dev.seqscan.query.springdata;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Module;
import dev.seqscan.program.Program;
import java.util.Optional;

/** Finds the classes that implement methods of a repository ("Custom Repository Implementations" in the reference). */
final class Fragments {

    /** The postfix that is looked for unless {@code repositoryImplementationPostfix} says otherwise. */
    private static final String POSTFIX = "Impl";

    private Fragments() {
    }

    /** Whether a class of the program has the method of a fragment or of the repository itself. */
    static boolean implement(RepositoryMethod method, RepositoryType repository, Program program, RepositoryTypes types) {
        if (method.annotation("Query", "NativeQuery", "Procedure").isPresent()) {
            return false;
        }
        Module module = method.owner().module();
        boolean byName = hasMethod(program, method.owner().name() + POSTFIX, method, module)
                || hasMethod(program, repository.name() + POSTFIX, method, module);
        return byName || !types.isRepository(method.owner().name()) && isImplemented(method, program, module);
    }

    private static boolean hasMethod(Program program, String className, RepositoryMethod method, Module module) {
        Optional<DeclaredClass> found = program.declared(className, module);
        return found.isPresent() && hasMethod(found.get(), method);
    }

    private static boolean hasMethod(DeclaredClass type, RepositoryMethod method) {
        return type.declaration().methods().stream().anyMatch(each -> each.body() != null
                && each.name().equals(method.declaration().name())
                && each.parameters().size() == method.declaration().parameters().size());
    }

    /** An implementation may stand in any package and have any name, if a bean is made of it. */
    private static boolean isImplemented(RepositoryMethod method, Program program, Module module) {
        return program.classes().stream().filter(type -> !type.declaration().isInterface())
                .filter(type -> type.declaration().implemented().stream()
                        .anyMatch(each -> each.simpleName().equals(method.owner().simpleName())
                                && type.resolve(each).className().equals(method.owner().name())))
                .anyMatch(type -> hasMethod(type, method));
    }
}
