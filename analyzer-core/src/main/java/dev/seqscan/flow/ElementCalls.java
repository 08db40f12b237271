package dev.seqscan.flow;

import java.util.Set;

/** Methods that are known by their names to give elements. */
final class ElementCalls {

    private static final Set<String> TAKING = Set.of("next", "poll", "pop", "take", "remove", "removeFirst", "removeLast",
            "nextElement", "pollFirst", "pollLast", "previous");

    private ElementCalls() {
    }

    /** Whether a method gives another element each time it is called, as that of an iterator or a queue. */
    static boolean takes(String method) {
        return TAKING.contains(method);
    }
}
