package dev.seqscan.flow;

import dev.seqscan.program.JavaType;
import java.util.Set;

/** Tells which calls load a proxy or a lazy collection (Hibernate User Guide, "Fetching" and "Proxies"). */
final class Touching {

    private static final Set<String> NOT_LOADING = Set.of("add", "addAll", "getClass");
    private static final Set<String> READING = Set.of("addAll", "putAll", "containsAll", "removeAll", "retainAll", "copyOf",
            "initialize", "isEmpty", "isNotEmpty", "size", "newArrayList", "newHashSet", "newLinkedHashSet", "join",
            "emptyIfNull", "union", "intersection");

    private Touching() {
    }

    /** Whether the call loads the lazy collection or the proxy that it is made on. */
    static boolean receiver(CallEvent event, Value value, World world) {
        if (event.iterates) {
            return true;
        }
        if (event.target == null) {
            return false;
        }
        return ofCollection(event, world) ? !NOT_LOADING.contains(event.target.name())
                : onProxy(event, value.entity(), world);
    }

    /** Whether what is used is a collection of entities, not an entity. */
    static boolean ofCollection(CallEvent event, World world) {
        if (event.iterates) {
            return true;
        }
        JavaType receiver = event.target == null ? null : event.target.receiver();
        return receiver != null && world.library().isContainer(receiver) && !isStreamOrIterator(receiver);
    }

    /**
     * Any method but the identifier's accessor loads a proxy; {@code equals} and {@code hashCode} only where the class has
     * its own (Hibernate, BasicLazyInitializer).
     */
    private static boolean onProxy(CallEvent event, String entity, World world) {
        String receiver = event.target.receiver().className();
        if (!world.types().isMapped(receiver) || event.target.isStatic() || event.target.name().equals("getClass")) {
            return false;
        }
        boolean ofObject = event.target.name().equals("hashCode") || event.target.name().equals("equals");
        if (ofObject && event.targets != null && event.targets.isEmpty()) {
            return false;
        }
        return !world.types().isIdentifier(entity, property(event.target.name()));
    }

    /** The attribute that an accessor reads, by its name. */
    static String property(String method) {
        String name = method.startsWith("get") && method.length() > 3 ? method.substring(3)
                : method.startsWith("is") && method.length() > 2 ? method.substring(2) : method;
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static boolean isStreamOrIterator(JavaType type) {
        String name = type.className();
        return name.startsWith("java.util.stream.") || name.equals("java.util.Iterator") || name.startsWith("reactor.");
    }

    /** Whether a library call reads the collections that it is given. */
    static boolean readsArguments(CallEvent event) {
        if (event.target == null) {
            return false;
        }
        boolean copies = event.target.name().equals("<init>") && event.target.owner().startsWith("java.util.");
        return copies || READING.contains(event.target.name());
    }
}
