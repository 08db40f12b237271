package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tests around the part of a body that is being walked: of what is kept already, and of parameters. */
final class Guards {

    private static final Set<String> FALLBACKS = Set.of("orElseGet", "or", "switchIfEmpty");

    private final MemoTest tests;
    private final KnownValues known;
    private final Conditions conditions;
    private final Matching matching;
    private final Sought soughtBy;
    private final SoughtStage stages;
    private final Supplier<Region> region;
    private final Deque<Kept> open = new ArrayDeque<>();
    private List<Kept> current = List.of();
    private List<Condition> required = List.of();
    private Set<Region> matched = Set.of();
    private Set<Region> sought = Set.of();
    private List<Portions.Counter> portions = List.of();
    private int branches;

    /**
     * A test of what is kept already.
     *
     * @param region where it stands; the loops within it are not what it spares
     */
    record Kept(MemoTest.Guard test, Region region) {
    }

    Guards(LinkedBody body, LoopHeads heads, Variables variables, EntityTypes types, Supplier<Region> region) {
        this.region = region;
        this.tests = new MemoTest(body, heads.library());
        this.known = new KnownValues(body, heads.program());
        this.conditions = new Conditions(body, variables, known, heads.library());
        this.matching = new Matching(body, variables, types);
        this.soughtBy = new Sought(body, variables, heads);
        this.stages = new SoughtStage(body, variables, heads.library());
    }

    /** Says of a call what holds where it stands. */
    void tell(CallEvent event) {
        event.guards = current;
        event.required = required;
        event.matched = matched;
        event.sought = sought;
        event.portions = portions;
        event.conditional = branches > 0;
    }

    /** Walks one of several ways. */
    <T> T inBranch(Supplier<T> walk) {
        branches++;
        T result = walk.get();
        branches--;
        return result;
    }

    /** Whether functions given to a stage of a stream run for one element. */
    boolean areForOne(Expression stage) {
        return stages.isBehind(stage, test -> matching.of(test, true), true);
    }

    /** Whether they run for few elements, of which a property has to be one given value. */
    boolean areForSought(Expression stage) {
        return stages.isBehind(stage, test -> soughtBy.of(test, true), false);
    }

    /** Whether constants keep a condition from coming out in a way: {@code if (Features.TENANTS)}. */
    boolean neverHolds(Expression condition, boolean holds) {
        return Conjuncts.of(condition, holds).stream()
                .anyMatch(part -> known.fixed(part.test()).filter(value -> value != part.holds()).isPresent());
    }

    /**
     * Walks code that runs only if a condition holds, or only if it does not.
     *
     * @param otherwise what runs instead
     */
    <T> T within(Expression condition, boolean holds, List<Statement> code, List<Statement> otherwise, Supplier<T> walk) {
        return afterTest(condition, holds, () -> within(conditions.of(condition, holds),
                () -> within(tests.guard(condition, holds, code, otherwise), walk)));
    }

    /** Walks the right side of {@code a && b} or {@code a || b}. */
    <T> T withinOperand(Expression.Binary of, Supplier<T> walk) {
        boolean and = of.operator().equals("&&");
        return and || of.operator().equals("||") ? afterTest(of.left(), and, walk) : walk.get();
    }

    private <T> T afterTest(Expression condition, boolean holds, Supplier<T> walk) {
        Set<Region> matchedBefore = matched;
        Set<Region> soughtBefore = sought;
        List<Portions.Counter> portionsBefore = portions;
        matched = both(matched, matching.of(condition, holds));
        sought = both(sought, soughtBy.of(condition, holds));
        portions = counted(condition, holds);
        T result = walk.get();
        matched = matchedBefore;
        sought = soughtBefore;
        portions = portionsBefore;
        return result;
    }

    /** Most tests count nothing, and there are many. */
    private List<Portions.Counter> counted(Expression condition, boolean holds) {
        List<Expression> more = Portions.counted(condition, holds);
        return more.isEmpty() ? portions : Stream.concat(portions.stream(),
                more.stream().map(each -> new Portions.Counter(each, region.get()))).toList();
    }

    private static Set<Region> both(Set<Region> some, Set<Region> more) {
        return more.isEmpty() ? some : Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Walks the cases of a switch, of which each runs for its labels only if the case before does not run into it. */
    void withinCases(Expression selector, List<Statement.Case> cases, Consumer<List<Statement>> walk) {
        boolean alone = true;
        for (Statement.Case each : cases) {
            within(alone ? conditions.ofCase(selector, each, cases) : List.of(), () -> inBranch(() -> {
                walk.accept(each.body());
                return null;
            }));
            alone = each.arrow() || !each.body().isEmpty() && LoopExits.jumps(each.body().get(each.body().size() - 1));
        }
    }

    private <T> T within(List<Condition> more, Supplier<T> walk) {
        if (more.isEmpty()) {
            return walk.get();
        }
        List<Condition> before = required;
        required = Stream.concat(before.stream(), more.stream()).distinct().toList();
        T result = walk.get();
        required = before;
        return result;
    }

    /** Walks an argument, which may be the function that is called where a look-up has found nothing. */
    <T> T withinFallback(Expression.Call call, Expression argument, Supplier<T> walk) {
        boolean fallback = call.target() != null && FALLBACKS.contains(call.name()) && argument instanceof Expression.Lambda;
        Optional<MemoTest.Guard> guard = fallback
                ? tests.guardOfChain(call.target(), ((Expression.Lambda) argument).body()) : Optional.empty();
        return fallback ? inBranch(() -> within(guard, walk)) : within(guard, walk);
    }

    private <T> T within(Optional<MemoTest.Guard> guard, Supplier<T> walk) {
        if (guard.isEmpty()) {
            return walk.get();
        }
        List<Kept> before = current;
        open.push(new Kept(guard.get(), region.get()));
        current = List.copyOf(open);
        T result = walk.get();
        open.pop();
        current = before;
        return result;
    }
}
