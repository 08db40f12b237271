package dev.seqscan.entity;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A class or one above it, and what its type parameters stand for there. */
record Ancestor(DeclaredClass declared, TypeBindings bindings) {

    private static final int MAX_DEPTH = 32;

    /** A class and those above it, as far as their sources are known. */
    static List<Ancestor> chain(DeclaredClass start, TypeBindings bindings, Program program) {
        List<Ancestor> chain = new ArrayList<>(List.of(new Ancestor(start, bindings)));
        Optional<Ancestor> next = chain.get(0).above(program);
        while (next.isPresent() && chain.size() < MAX_DEPTH) {
            chain.add(next.get());
            next = next.get().above(program);
        }
        return chain;
    }

    private Optional<Ancestor> above(Program program) {
        return superclass().flatMap(type -> program.declared(type.name(), declared.module())
                .filter(each -> each != declared).map(each -> new Ancestor(each, TypeBindings.of(each, type.arguments()))));
    }

    /** What it extends, whether the source of that is known or not. */
    Optional<JavaType.ClassType> superclass() {
        TypeDeclaration declaration = declared.declaration();
        if (declaration.kind() != TypeDeclaration.Kind.CLASS || declaration.extended().isEmpty()) {
            return Optional.empty();
        }
        JavaType type = bindings.apply(declared.resolve(declaration.extended().get(0)));
        return Optional.of(type).filter(JavaType.ClassType.class::isInstance).map(JavaType.ClassType.class::cast);
    }
}
