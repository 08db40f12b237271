package dev.seqscan.flow;

import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The memo tests around the part of a body that is being walked. */
final class Guards {

    private static final Set<String> FALLBACKS = Set.of("orElseGet", "or", "switchIfEmpty");

    private final MemoTest tests;
    private final Deque<MemoTest.Guard> open = new ArrayDeque<>();
    private List<MemoTest.Guard> current = List.of();

    Guards(MemoTest tests) {
        this.tests = tests;
    }

    List<MemoTest.Guard> current() {
        return current;
    }

    /** Walks code that runs only if a condition holds, or only if it does not. */
    <T> T within(Expression condition, boolean holds, List<Statement> code, Supplier<T> walk) {
        return within(tests.guard(condition, holds, code), walk);
    }

    /** Walks an argument, which may be the function that is called where a look-up has found nothing. */
    <T> T withinFallback(Expression.Call call, Expression argument, Supplier<T> walk) {
        boolean fallback = call.target() != null && FALLBACKS.contains(call.name()) && argument instanceof Expression.Lambda;
        Optional<MemoTest.Guard> guard = fallback
                ? tests.guardOfChain(call.target(), ((Expression.Lambda) argument).body()) : Optional.empty();
        return within(guard, walk);
    }

    private <T> T within(Optional<MemoTest.Guard> guard, Supplier<T> walk) {
        if (guard.isEmpty()) {
            return walk.get();
        }
        List<MemoTest.Guard> before = current;
        open.push(guard.get());
        current = List.copyOf(open);
        T result = walk.get();
        open.pop();
        current = before;
        return result;
    }
}
