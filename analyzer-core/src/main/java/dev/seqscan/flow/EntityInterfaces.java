package dev.seqscan.flow;

import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Program;
import dev.seqscan.program.Types;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Finds the mapped class behind an interface: the topmost of the entities that implement it, where they are all of one
 * hierarchy. Applications that program against {@code interface Offer} and map {@code class OfferImpl} need it.
 */
final class EntityInterfaces {

    private EntityInterfaces() {
    }

    static Map<String, String> of(Collection<DeclaredClass> classes, EntityModel entities, Program program,
            Function<DeclaredClass, Types> types) {
        Map<String, Set<String>> roots = new TreeMap<>();
        for (DeclaredClass type : classes) {
            if (entities.ofClass(type.name()).filter(each -> each.kind() == Entity.Kind.ENTITY).isPresent()) {
                String root = root(type.name(), entities);
                for (String each : interfaces(type, program, types.apply(type))) {
                    roots.computeIfAbsent(each, key -> new LinkedHashSet<>()).add(root);
                }
            }
        }
        Map<String, String> single = new TreeMap<>();
        roots.forEach((name, found) -> {
            if (found.size() == 1) {
                single.put(name, found.iterator().next());
            }
        });
        return single;
    }

    private static String root(String className, EntityModel entities) {
        String root = className;
        String above = entities.ofClass(className).map(Entity::superclass).orElse("");
        for (int depth = 0; depth < 12 && !above.isEmpty(); depth++) {
            Entity entity = entities.ofClass(above).orElse(null);
            if (entity == null || entity.kind() != Entity.Kind.ENTITY) {
                break;
            }
            root = above;
            above = entity.superclass();
        }
        return root;
    }

    private static Set<String> interfaces(DeclaredClass type, Program program, Types types) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        Deque<JavaType.ClassType> open = new ArrayDeque<>(types.supertypes(JavaType.of(type.name())));
        while (!open.isEmpty()) {
            JavaType.ClassType next = open.removeFirst();
            boolean isInterface = program.declared(next.name(), type.module())
                    .map(each -> each.declaration().kind() == TypeDeclaration.Kind.INTERFACE).orElse(false);
            if (seen.add(next.name())) {
                if (isInterface) {
                    found.add(next.name());
                }
                open.addAll(types.supertypes(next));
            }
        }
        return found;
    }
}
