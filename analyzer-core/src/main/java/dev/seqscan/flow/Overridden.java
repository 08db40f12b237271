package dev.seqscan.flow;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Program;
import dev.seqscan.program.Types;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the methods of supertypes that a method overrides or implements. */
final class Overridden {

    /** A method as a class or interface of the program declares it. */
    record Declared(DeclaredClass owner, MethodDeclaration method) {
    }

    /** What is further away is left out, since each class of a chain has all those above it. */
    private static final int MOST_SUPERTYPES = 400;

    private final Program program;
    private final Function<MethodFlow, Types> types;

    Overridden(Program program, Function<MethodFlow, Types> types) {
        this.program = program;
        this.types = types;
    }

    /** Those of the program, the nearest first; methods of as many parameters are taken for the same. */
    List<Declared> inProgram(MethodFlow flow) {
        List<Declared> found = new ArrayList<>();
        for (String supertype : supertypes(flow)) {
            program.declared(supertype, flow.owner.module()).ifPresent(declared -> declared.declaration().methods().stream()
                    .filter(each -> each.name().equals(flow.method.name())
                            && each.parameters().size() == flow.method.parameters().size())
                    .forEach(each -> found.add(new Declared(declared, each))));
        }
        return found;
    }

    /**
     * Whether a library declares a method of that name above, or may do so in a supertype that is not known: an interface
     * may if the method is public, as its own are (JLS 9.4).
     */
    boolean isOfLibrary(MethodFlow flow) {
        Types known = types.apply(flow);
        boolean open = flow.owner.declaration().isInterface() || flow.method.modifiers().contains(Modifier.PUBLIC);
        return supertypes(flow).stream().filter(each -> program.declared(each, flow.owner.module()).isEmpty())
                .anyMatch(each -> known.shape(each)
                        .map(shape -> shape.methods().stream().anyMatch(method -> method.name().equals(flow.method.name())))
                        .orElseGet(() -> open || isExtended(each, flow)));
    }

    /** Whether a class that declares a method, or one above it, has a type for its superclass. */
    private boolean isExtended(String type, MethodFlow flow) {
        return Stream.concat(Stream.of(flow.owner),
                        supertypes(flow).stream().flatMap(each -> program.declared(each, flow.owner.module()).stream()))
                .filter(each -> !each.declaration().isInterface())
                .anyMatch(each -> each.declaration().extended().stream()
                        .anyMatch(name -> each.resolve(name).className().equals(type)));
    }

    /** Whether a class that declares a method is, or comes from, a type. */
    boolean isBelow(MethodFlow flow, String type) {
        return types.apply(flow).asSuper(JavaType.of(flow.owner.name()), type).isPresent();
    }

    private Set<String> supertypes(MethodFlow flow) {
        Set<String> seen = new LinkedHashSet<>();
        if (flow.method.isConstructor()) {
            return seen;
        }
        Types known = types.apply(flow);
        Deque<JavaType.ClassType> open = new ArrayDeque<>(known.supertypes(JavaType.of(flow.owner.name())));
        while (!open.isEmpty() && seen.size() < MOST_SUPERTYPES) {
            JavaType.ClassType next = open.removeFirst();
            if (seen.add(next.name())) {
                open.addAll(known.supertypes(next));
            }
        }
        seen.remove("java.lang.Object");
        return seen;
    }
}
