package dev.seqscan.program;

import dev.seqscan.program.JavaType.ClassType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All superclasses and interfaces of a class, with type arguments in terms of the class's own type parameters: the class
 * itself first, then its superclasses, then interfaces, those with the longest line of supertypes first, so that a
 * method is met before the ones it overrides.
 */
final class Hierarchy {

    /** What lies further above is taken for unknown, since each class of a chain has all those above it. */
    private static final int MOST = 400;

    private final Map<String, ClassType> supertypes;
    private final boolean complete;

    private Hierarchy(Map<String, ClassType> supertypes, boolean complete) {
        this.supertypes = supertypes;
        this.complete = complete;
    }

    static Hierarchy of(ClassType self, Types types) {
        Map<String, ClassType> found = new LinkedHashMap<>();
        Deque<ClassType> open = new ArrayDeque<>();
        boolean complete = true;
        ClassType next = self;
        while (next != null && found.size() < MOST && found.putIfAbsent(next.name(), next) == null) {
            complete &= types.shape(next.name()).isPresent();
            ClassType superclass = null;
            for (ClassType supertype : types.supertypes(next)) {
                if (superclass == null && isClass(supertype, types)) {
                    superclass = supertype;
                } else {
                    open.add(supertype);
                }
            }
            next = superclass;
        }
        Map<ClassType, List<ClassType>> interfaces = new LinkedHashMap<>();
        while (!open.isEmpty() && interfaces.size() < MOST) {
            ClassType current = open.removeFirst();
            if (!found.containsKey(current.name()) && !interfaces.containsKey(current)) {
                complete &= types.shape(current.name()).isPresent();
                interfaces.put(current, types.supertypes(current));
                open.addAll(interfaces.get(current));
            }
        }
        complete &= found.size() < MOST && interfaces.size() < MOST;
        ranked(interfaces).forEach(each -> found.putIfAbsent(each.name(), each));
        return new Hierarchy(found, complete);
    }

    private static List<ClassType> ranked(Map<ClassType, List<ClassType>> interfaces) {
        Map<ClassType, Integer> ranks = new HashMap<>();
        interfaces.keySet().forEach(each -> ranks.put(each, 0));
        boolean changed = true;
        for (int round = 0; changed && round < interfaces.size(); round++) {
            changed = false;
            for (Map.Entry<ClassType, List<ClassType>> each : interfaces.entrySet()) {
                int rank = 0;
                for (ClassType above : each.getValue()) {
                    rank = Math.max(rank, ranks.getOrDefault(above, 0) + 1);
                }
                changed |= ranks.put(each.getKey(), rank) != rank;
            }
        }
        List<ClassType> ranked = new ArrayList<>(interfaces.keySet());
        ranked.sort(Comparator.comparing(ranks::get, Comparator.reverseOrder()));
        return ranked;
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
