package dev.seqscan.flow;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises code that keeps what it has loaded: {@code if (!known.containsKey(id)) known.put(id, load(id))},
 * {@code if (total == null) total = load()}, {@code if (!done) { load(); done = true; }}, {@code cache.get(key).orElseGet(() -> { .. cache.put(key, value) .. })}.
 * What is guarded so runs once for each key or object.
 */
final class MemoTest {

    private static final Set<String> ASKING = Set.of("containsKey", "contains", "isPresent");
    private static final int DEEPEST = 6;

    private final LinkedBody body;
    private final LibraryKnowledge library;

    MemoTest(LinkedBody body, LibraryKnowledge library) {
        this.body = body;
        this.library = library;
    }

    /**
     * What guards code.
     *
     * @param holder what holds the results
     * @param keeps whether a result is seen to be kept; else something was looked up before, and no more is known
     * @param single whether it holds one result, and not one for each key
     */
    record Guard(Expression holder, boolean keeps, boolean single) {
    }

    /**
     * What holds the results, where code runs only if one is missing there; empty where a condition asks no such thing.
     *
     * @param absent whether the code runs if the condition holds, or if it does not
     * @param guarded the code
     */
    Optional<Guard> guard(Expression condition, boolean absent, List<Statement> guarded) {
        Optional<Guard> weak = Optional.empty();
        for (Conjuncts.Part part : Conjuncts.of(condition, absent)) {
            if (part.test() instanceof Expression.Name flag && Inside.sets(guarded, flag.name(), !part.holds())) {
                return Optional.of(new Guard(flag, true, true));
            }
        }
        for (Expression asked : asked(condition, absent)) {
            Optional<Guard> found = guard(asked, guarded);
            if (found.filter(Guard::keeps).isPresent()) {
                return found;
            }
            weak = found.isPresent() ? found : weak;
        }
        return weak;
    }

    /** The same for a function that is called where a chain of calls on a looked up value has found nothing. */
    Optional<Guard> guardOfChain(Expression chain, Statement function) {
        return guard(chain, List.of(function));
    }

    private List<Expression> asked(Expression condition, boolean absent) {
        List<Expression> found = new ArrayList<>();
        asked(condition, absent, found, 0);
        return found;
    }

    private void asked(Expression condition, boolean absent, List<Expression> found, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (condition instanceof Expression.Binary both && Set.of("&&", "||").contains(both.operator())) {
            asked(both.left(), absent, found, depth + 1);
            asked(both.right(), absent, found, depth + 1);
        } else if (condition instanceof Expression.Binary compared && compared.operator().equals(absent ? "==" : "!=")) {
            nullTest(compared).ifPresent(found::add);
        } else if (condition instanceof Expression.Unary not && not.operator().equals("!")) {
            asked(not.operand(), !absent, found, depth + 1);
        } else if (condition instanceof Expression.Call call) {
            ofCall(call, absent).ifPresent(found::add);
        }
    }

    private static Optional<Expression> nullTest(Expression.Binary compared) {
        return KnownValues.isNull(compared.right()) ? Optional.of(compared.left())
                : KnownValues.isNull(compared.left()) ? Optional.of(compared.right()) : Optional.empty();
    }

    /** {@code set.add(key)} tells by its result that the key was missing. */
    private static Optional<Expression> ofCall(Expression.Call call, boolean absent) {
        boolean objects = call.arguments().size() == 1 && call.name().equals(absent ? "isNull" : "nonNull");
        if (objects) {
            return Optional.of(call.arguments().get(0));
        }
        boolean tells = absent ? call.name().equals("add") || call.name().equals("isEmpty") && call.arguments().isEmpty()
                : ASKING.contains(call.name());
        if (!tells || call.target() == null) {
            return Optional.empty();
        }
        return Optional.of(call.arguments().isEmpty() ? call.target() : call);
    }

    private Optional<Guard> guard(Expression asked, List<Statement> guarded) {
        boolean named = asked instanceof Expression.Name || asked instanceof Expression.Select;
        if (named && Inside.assigns(guarded, ExpressionText.of(asked)) && !isQueried(asked)) {
            return Optional.of(new Guard(asked, true, true));
        }
        List<Expression.Call> lookups = lookups(asked);
        for (Expression.Call lookup : lookups) {
            if (keeps(lookup, guarded) || Inside.puts(guarded, lookup)) {
                return Optional.of(new Guard(lookup.target() == null ? lookup : lookup.target(), true, false));
            }
        }
        return lookups.stream().findFirst().map(lookup -> new Guard(lookup, false, false));
    }

    /** {@code x = find(a); if (x == null) x = find(b)} loads in each case. */
    private boolean isQueried(Expression asked) {
        if (asked instanceof Expression.Name name && body.variable(name).isPresent()) {
            Expression first = body.variable(name).get().assigned().stream().findFirst().orElse(null);
            return first instanceof Expression.Call;
        }
        return false;
    }

    /** The calls with arguments behind what is asked: itself, its receivers, or what a variable was set to. */
    private List<Expression.Call> lookups(Expression asked) {
        List<Expression.Call> found = new ArrayList<>();
        Expression current = asked;
        for (int i = 0; i < DEEPEST && current != null; i++) {
            if (current instanceof Expression.Name name) {
                current = body.variable(name).map(Variable::assigned).filter(each -> !each.isEmpty())
                        .map(each -> each.get(0)).orElse(null);
            } else if (current instanceof Expression.Cast cast) {
                current = cast.operand();
            } else if (current instanceof Expression.Call call) {
                if (!call.arguments().isEmpty()) {
                    found.add(call);
                }
                boolean wraps = call.arguments().size() == 1 && call.arguments().get(0) instanceof Expression.Call
                        && body.target(call).filter(target -> target.isStatic()).isPresent();
                current = wraps ? call.arguments().get(0) : call.target();
            } else {
                current = null;
            }
        }
        return found;
    }

    /** A map that is asked for a key, or a set to which the key is added. */
    private boolean keeps(Expression.Call lookup, List<Statement> guarded) {
        if (lookup.target() == null) {
            return false;
        }
        JavaType holder = body.type(lookup.target());
        if (library.isMap(holder)) {
            return Set.of("get", "containsKey", "getOrDefault").contains(lookup.name());
        }
        return library.isContainer(holder) && (lookup.name().equals("add")
                || lookup.name().equals("contains") && Inside.adds(guarded, ExpressionText.of(lookup.target())));
    }

    /** Looks for stores in guarded code. */
    private static final class Inside {

        private Inside() {
        }

        static boolean assigns(List<Statement> code, String text) {
            boolean[] found = {false};
            code.forEach(statement -> Expressions.visit(statement, each -> found[0] |= each instanceof Expression.Assign assign
                    && ExpressionText.of(assign.target()).equals(text)));
            return found[0];
        }

        static boolean sets(List<Statement> code, String flag, boolean value) {
            boolean[] found = {false};
            code.forEach(statement -> Expressions.visit(statement, each -> found[0] |= each instanceof Expression.Assign assign
                    && assign.target() instanceof Expression.Name name && name.name().equals(flag)
                    && assign.value() instanceof Expression.Literal literal && Boolean.valueOf(value).equals(literal.value())));
            return found[0];
        }

        static boolean adds(List<Statement> code, String holder) {
            boolean[] found = {false};
            code.forEach(statement -> Expressions.visit(statement, each -> found[0] |= each instanceof Expression.Call call
                    && call.name().equals("add") && call.target() != null && ExpressionText.of(call.target()).equals(holder)));
            return found[0];
        }

        /** {@code cache.put(key, ..)} where {@code cache.get(key)} was asked. */
        static boolean puts(List<Statement> code, Expression.Call lookup) {
            Set<String> keys = new LinkedHashSet<>();
            lookup.arguments().forEach(each -> keys.add(ExpressionText.of(each)));
            String holder = lookup.target() == null ? "" : ExpressionText.of(lookup.target());
            boolean[] found = {false};
            code.forEach(statement -> Expressions.visit(statement, each -> found[0] |= each instanceof Expression.Call call
                    && call != lookup && isPut(call, keys, holder)));
            return found[0];
        }

        private static boolean isPut(Expression.Call call, Set<String> keys, String holder) {
            String target = call.target() == null ? "" : ExpressionText.of(call.target());
            boolean there = call.name().startsWith("put") || target.equals(holder);
            return there && call.arguments().size() >= 2
                    && call.arguments().stream().anyMatch(each -> keys.contains(ExpressionText.of(each)));
        }
    }
}
