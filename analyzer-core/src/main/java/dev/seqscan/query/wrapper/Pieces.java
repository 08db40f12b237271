package dev.seqscan.query.wrapper;

import dev.seqscan.query.Condition;
import dev.seqscan.query.VariableHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The conditions of one level of a wrapper in their order: they stand side by side, joined by AND, or by OR where
 * {@code or()} was called between them, and SQL's own precedence holds ("Wrapper" in the manual of MyBatis-Plus).
 */
final class Pieces {

    private static final Condition OR = new Condition(" or ", false);

    private final List<Condition> pieces = new ArrayList<>();
    private final List<VariableHistory.Condition> branches = new ArrayList<>();
    private boolean open;

    void add(Condition condition, Optional<VariableHistory.Condition> branch) {
        pieces.add(condition);
        branch.ifPresent(branches::add);
    }

    /** What follows is an alternative to what came before. */
    void or() {
        pieces.add(OR);
    }

    /** More may be there than was seen. */
    void open() {
        open = true;
    }

    void clear() {
        pieces.clear();
        branches.clear();
    }

    /** The conditions that must hold together. */
    List<Condition> joined() {
        List<Condition> tidy = tidy();
        List<Condition> joined = new ArrayList<>(tidy.contains(OR) ? alternatives(tidy) : tidy);
        if (open || VariableHistory.Condition.isOneTaken(branches)) {
            joined.add(Condition.UNKNOWN);
        }
        return List.copyOf(joined);
    }

    /** {@code or()} in front of all others, behind them, or twice says nothing. */
    private List<Condition> tidy() {
        List<Condition> tidy = new ArrayList<>();
        for (Condition each : pieces) {
            boolean begins = tidy.isEmpty() || tidy.get(tidy.size() - 1) == OR;
            if (each != OR || !begins) {
                tidy.add(each);
            }
        }
        boolean dangles = !tidy.isEmpty() && tidy.get(tidy.size() - 1) == OR;
        return dangles ? tidy.subList(0, tidy.size() - 1) : tidy;
    }

    /** Where one side may be missing, the others alone decide, so that none is sure. */
    private static List<Condition> alternatives(List<Condition> tidy) {
        if (tidy.stream().anyMatch(each -> !each.isKnown())) {
            return List.of(Condition.UNKNOWN);
        }
        boolean optional = tidy.stream().anyMatch(Condition::optional);
        boolean someAreSure = tidy.stream().anyMatch(each -> each != OR && !each.optional());
        Condition all = new Condition("(" + text(tidy) + ")", optional);
        return optional && someAreSure ? List.of(all, Condition.UNKNOWN) : List.of(all);
    }

    /** Pieces with the words between them. */
    private static String text(List<Condition> tidy) {
        StringBuilder text = new StringBuilder();
        Condition before = OR;
        for (Condition each : tidy) {
            text.append(each == OR || before == OR ? "" : " and ").append(each.text());
            before = each;
        }
        return text.toString();
    }

    /**
     * All in one, as it stands in parentheses; nothing where there is none.
     *
     * @param prefix nothing, or {@code not} and a blank
     */
    Optional<Condition> nested(String prefix) {
        List<Condition> all = joined();
        boolean known = all.stream().allMatch(Condition::isKnown);
        boolean optional = all.stream().anyMatch(Condition::optional);
        boolean mixed = optional && all.stream().anyMatch(each -> !each.optional());
        return all.isEmpty() ? Optional.empty() : Optional.of(!known || mixed ? Condition.UNKNOWN
                : new Condition(prefix + "(" + all.stream().map(Condition::text).collect(Collectors.joining(" and ")) + ")",
                optional));
    }
}
