package dev.seqscan.flow;

import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A test of whether something is there: {@code known == null}, {@code !known.containsKey(key)}, {@code isEmpty(known)}.
 *
 * @param value what is asked for, or the call that asks a container for a key
 * @param sure whether that is all it tests; else it only counts where what was missing is seen to be put there
 */
record AbsenceTest(Expression value, boolean sure) {

    private static final Set<String> ASKING = Set.of("containsKey", "contains", "isPresent");
    private static final Set<String> ASKING_ELSEWHERE = Set.of("hasKey", "exists", "has");
    private static final Set<String> EMPTY = Set.of("isEmpty", "isBlank", "isNullOrEmpty");
    private static final Set<String> FILLED = Set.of("isNotEmpty", "isNotBlank", "hasText", "hasLength");
    private static final int DEEPEST = 6;

    /**
     * The tests of which one may decide whether code runs.
     *
     * @param absent whether the code runs if the condition holds, or if it does not
     */
    static List<AbsenceTest> of(Expression condition, boolean absent) {
        List<AbsenceTest> found = new ArrayList<>();
        add(condition, absent, found, 0);
        return found;
    }

    private static void add(Expression condition, boolean absent, List<AbsenceTest> found, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (condition instanceof Expression.Binary both && Set.of("&&", "||").contains(both.operator())) {
            add(both.left(), absent, found, depth + 1);
            add(both.right(), absent, found, depth + 1);
        } else if (condition instanceof Expression.Binary compared && compared.operator().equals(absent ? "==" : "!=")) {
            nullTest(compared).ifPresent(each -> found.add(new AbsenceTest(each, true)));
        } else if (condition instanceof Expression.Unary not && not.operator().equals("!")) {
            add(not.operand(), !absent, found, depth + 1);
        } else if (condition instanceof Expression.Call call) {
            ofCall(call, absent).or(() -> ofContent(call, absent)).ifPresent(found::add);
        }
    }

    private static Optional<Expression> nullTest(Expression.Binary compared) {
        return KnownValues.isNull(compared.right()) ? Optional.of(compared.left())
                : KnownValues.isNull(compared.left()) ? Optional.of(compared.right()) : Optional.empty();
    }

    /** {@code set.add(key)} tells by its result that the key was missing. */
    private static Optional<AbsenceTest> ofCall(Expression.Call call, boolean absent) {
        boolean objects = call.arguments().size() == 1 && call.name().equals(absent ? "isNull" : "nonNull");
        if (objects) {
            return Optional.of(new AbsenceTest(call.arguments().get(0), true));
        }
        boolean known = absent ? call.name().equals("add") || call.name().equals("isEmpty") && call.arguments().isEmpty()
                : ASKING.contains(call.name());
        boolean tells = known || !absent && ASKING_ELSEWHERE.contains(call.name());
        if (!tells || call.target() == null) {
            return Optional.empty();
        }
        return Optional.of(new AbsenceTest(call.arguments().isEmpty() ? call.target() : call, known));
    }

    /** {@code isNotBlank(text)}, {@code CollectionUtils.isEmpty(list)}. */
    private static Optional<AbsenceTest> ofContent(Expression.Call call, boolean absent) {
        boolean tells = call.arguments().size() == 1 && (absent ? EMPTY : FILLED).contains(call.name());
        return tells ? Optional.of(new AbsenceTest(call.arguments().get(0), false)) : Optional.empty();
    }
}
