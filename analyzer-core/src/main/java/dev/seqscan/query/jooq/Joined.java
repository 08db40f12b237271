package dev.seqscan.query.jooq;

import dev.seqscan.query.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A join of a statement, with the conditions behind it. */
final class Joined {

    private final String words;
    private final String source;
    private final boolean conditional;
    private final List<Condition> on = new ArrayList<>();
    private String using = "";

    Joined(String method, String source, boolean conditional) {
        this.words = words(method);
        this.source = source;
        this.conditional = conditional;
    }

    /** Whether a method adds a join. */
    static boolean isJoin(String method) {
        return method.endsWith("oin") && !words(method).isEmpty();
    }

    /** The words of SQL for a method; empty for all others. */
    static String words(String method) {
        return switch (method) {
            case "join", "innerJoin", "straightJoin" -> "join";
            case "leftJoin", "leftOuterJoin" -> "left join";
            case "rightJoin", "rightOuterJoin" -> "right join";
            case "fullJoin", "fullOuterJoin" -> "full join";
            case "crossJoin" -> "cross join";
            case "naturalJoin" -> "natural join";
            default -> "";
        };
    }

    /** Takes conditions that must hold too. */
    void on(List<Condition> conditions) {
        on.addAll(conditions);
    }

    /** Takes the columns that have the same name on both sides. */
    void using(List<String> columns) {
        using = " using (" + String.join(", ", columns) + ")";
    }

    boolean isConditional() {
        return conditional;
    }

    /** Whether a condition of it is not known. */
    boolean isOpen() {
        return on.stream().anyMatch(each -> !each.isKnown());
    }

    /** As SQL; what is not known of its conditions is left out. */
    String text() {
        String held = on.stream().filter(each -> each.isKnown() && !each.optional()).map(Condition::text)
                .collect(Collectors.joining(" and "));
        boolean needsOne = using.isEmpty() && held.isEmpty() && !words.startsWith("cross") && !words.startsWith("natural");
        return " " + words + " " + source + using + (held.isEmpty() ? needsOne ? " on 1 = 1" : "" : " on " + held);
    }
}
