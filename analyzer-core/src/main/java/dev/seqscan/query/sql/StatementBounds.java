package dev.seqscan.query.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells before a statement is parsed that the parser would take too long over it, or exhaust its stack. Each bound is a
 * number of things in the text and no time, so that the same text is read or turned away on every machine; what is within
 * all of them is parsed in a fraction of the second after which {@link LimitedParser} stops.
 *
 * <ul>
 *   <li>{@value #MOST_TOKENS} tokens, after long lists were cut by {@link LongLists}: 3,000 alternatives have 12,000.
 *   <li>{@value #DEEPEST} levels of parentheses, brackets and CASE: parser and readers go down by recursion.
 *   <li>{@value #LONGEST_OPERAND} tokens in one operand, as in {@code a || b || c} or {@code a::text::int}: for the same
 *       reason, and since the parser looks ahead along a qualified name from each of its parts.
 *   <li>{@value #MOST_LOOK_AHEAD} steps of looking ahead: behind an operand a {@code ?} may be an operator, and the parser
 *       walks to the end of the condition to find that out, from the start for each token.
 * </ul>
 */
final class StatementBounds {

    static final int MOST_TOKENS = 20_000;
    static final int DEEPEST = 200;
    static final int LONGEST_OPERAND = 1_000;
    static final long MOST_LOOK_AHEAD = 100_000_000;

    /** With these an operand ends. */
    private static final Set<String> BETWEEN_OPERANDS = Set.of("and", "or", "xor", "select", "from", "where", "on", "join",
            "group", "order", "by", "having", "union", "except", "intersect", "minus", "when", "then", "else", "case", "end",
            "set", "values", "limit", "offset", "as", "in", "between", "like", "is", "with", "using", "into");

    private final SqlTokens tokens;
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int operand;
    private int count;
    private int deepest;
    private int longest;
    private int questionsBehindOperand;

    private StatementBounds(SqlTokens tokens) {
        this.tokens = tokens;
    }

    /** The depth of parentheses, brackets and CASE, and why the statement is not to be parsed, if so. */
    record Result(int depth, Optional<String> broken) {
    }

    static Result of(String sql, boolean backslashes) {
        StatementBounds bounds = new StatementBounds(new SqlTokens(sql, backslashes));
        boolean behindOperand = false;
        while (bounds.tokens.next()) {
            behindOperand = bounds.add(behindOperand);
        }
        return new Result(bounds.deepest, bounds.broken());
    }

    private Optional<String> broken() {
        if (deepest > DEEPEST) {
            return Optional.of("it is nested " + deepest + " deep");
        }
        if (count > MOST_TOKENS) {
            return Optional.of("it has more than " + MOST_TOKENS + " words");
        }
        if (longest > LONGEST_OPERAND) {
            return Optional.of("a value in it has more than " + LONGEST_OPERAND + " words");
        }
        boolean ahead = (long) questionsBehindOperand * count * count > MOST_LOOK_AHEAD;
        return ahead ? Optional.of("it has a ? behind a value " + questionsBehindOperand + " times") : Optional.empty();
    }

    /** Counts a token; gives whether it ends an operand. */
    private boolean add(boolean behindOperand) {
        count++;
        String word = tokens.word().toLowerCase(Locale.ROOT);
        if (BETWEEN_OPERANDS.contains(word)) {
            operand = 0;
            nest(word);
            return word.equals("end");
        }
        operand++;
        char symbol = tokens.symbol();
        switch (symbol) {
            case '(', '[' -> open();
            case ')', ']' -> close();
            case ',', ';' -> operand = 0;
            case '?' -> questionsBehindOperand += behindOperand ? 1 : 0;
            default -> { }
        }
        longest = Math.max(longest, operand);
        return symbol == 0 || symbol == ')' || symbol == ']' || symbol == '?';
    }

    private void nest(String word) {
        if (word.equals("case")) {
            open();
        } else if (word.equals("end")) {
            close();
        }
    }

    private void open() {
        outer.push(operand);
        operand = 0;
        deepest = Math.max(deepest, outer.size());
    }

    private void close() {
        operand = outer.isEmpty() ? 0 : outer.pop();
    }
}
