package dev.seqscan.program;

import dev.seqscan.program.JavaType.ClassType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All superclasses and interfaces of a class, with type arguments in terms of the class's own type parameters: the class
 * itself first, then its superclasses, then interfaces, the nearest first.
 */
final class Hierarchy {

    private final Map<String, ClassType> supertypes;
    private final boolean complete;

    private Hierarchy(Map<String, ClassType> supertypes, boolean complete) {
        this.supertypes = supertypes;
        this.complete = complete;
    }

    static Hierarchy of(ClassType self, Types types) {
        Map<String, ClassType> found = new LinkedHashMap<>();
        Deque<ClassType> interfaces = new ArrayDeque<>();
        boolean complete = true;
        ClassType next = self;
        while (next != null && found.putIfAbsent(next.name(), next) == null) {
            complete &= types.shape(next.name()).isPresent();
            ClassType superclass = null;
            for (ClassType supertype : types.supertypes(next)) {
                if (superclass == null && isClass(supertype, types)) {
                    superclass = supertype;
                } else {
                    interfaces.add(supertype);
                }
            }
            next = superclass;
        }
        while (!interfaces.isEmpty()) {
            ClassType current = interfaces.removeFirst();
            if (found.putIfAbsent(current.name(), current) == null) {
                complete &= types.shape(current.name()).isPresent();
                interfaces.addAll(types.supertypes(current));
            }
        }
        return new Hierarchy(found, complete);
    }

    private static boolean isClass(ClassType type, Types types) {
        return types.shape(type.name()).map(shape -> !shape.isInterface()).orElse(false);
    }

    Optional<ClassType> find(String name) {
        return Optional.ofNullable(supertypes.get(name));
    }

    Collection<ClassType> all() {
        return supertypes.values();
    }

    /** Whether every supertype's signature is known, so that "is no subtype" can be said. */
    boolean isComplete() {
        return complete;
    }
}
