package dev.seqscan.query.mybatis;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The test of an {@code if} or {@code when}, as far as it can be told before the program runs: comparisons of a name whose
 * value is known, put together with {@code and} and {@code or}. MyBatis reads tests as OGNL.
 */
final class Condition {

    /** What is known of a test. */
    enum Outcome { TRUE, FALSE, OPEN }

    private static final Pattern COMPARISON =
            Pattern.compile("([\\w.]+)\\s*(==|!=|>=|<=|>|<)\\s*(-?\\d+|'[^']*'|\"[^\"]*\"|\\w+)");
    private static final Pattern OR = Pattern.compile("\\|\\||\\bor\\b");
    private static final Pattern AND = Pattern.compile("&&|\\band\\b");

    private final String test;

    Condition(String test) {
        this.test = test.strip();
    }

    /** Whether the test holds, given the values of names; a parenthesis leaves it open. */
    Outcome outcome(Function<String, Optional<String>> values) {
        if (test.indexOf('(') >= 0) {
            return Outcome.OPEN;
        }
        Outcome any = Outcome.FALSE;
        for (String alternative : OR.split(test)) {
            Outcome all = Outcome.TRUE;
            for (String term : AND.split(alternative)) {
                all = weaker(all, term(term.strip(), values), Outcome.FALSE);
            }
            any = weaker(any, all, Outcome.TRUE);
        }
        return any;
    }

    /** One outcome decides; else an open one leaves the whole open. */
    private static Outcome weaker(Outcome one, Outcome other, Outcome deciding) {
        if (one == deciding || other == deciding) {
            return deciding;
        }
        return one == Outcome.OPEN || other == Outcome.OPEN ? Outcome.OPEN : one;
    }

    private static Outcome term(String term, Function<String, Optional<String>> values) {
        Matcher comparison = COMPARISON.matcher(term);
        if (comparison.matches()) {
            return values.apply(comparison.group(1))
                    .map(value -> compare(value, comparison.group(2), unquoted(comparison.group(3)))).orElse(Outcome.OPEN);
        }
        boolean negated = term.startsWith("!");
        Optional<String> value = term.equals("true") || term.equals("false") ? Optional.of(term)
                : values.apply(negated ? term.substring(1).strip() : term);
        return value.filter(each -> each.equals("true") || each.equals("false"))
                .map(each -> of(each.equals("true") != negated)).orElse(Outcome.OPEN);
    }

    private static Outcome compare(String value, String operator, String other) {
        if (operator.equals("==") || operator.equals("!=")) {
            return of(value.equals(other) == operator.equals("=="));
        }
        try {
            int difference = Integer.compare(Integer.parseInt(value), Integer.parseInt(other));
            return of(operator.startsWith(">") && difference > 0 || operator.startsWith("<") && difference < 0
                    || operator.endsWith("=") && difference == 0);
        } catch (NumberFormatException notNumbers) {
            return Outcome.OPEN;
        }
    }

    private static Outcome of(boolean holds) {
        return holds ? Outcome.TRUE : Outcome.FALSE;
    }

    /** Whether exactly one of the two tests holds, as {@code a == null} and {@code a != null}. */
    boolean isOppositeOf(Condition other) {
        return isNegation(test, other.test) || isNegation(other.test, test);
    }

    private static boolean isNegation(String plain, String negated) {
        Matcher one = COMPARISON.matcher(plain);
        Matcher two = COMPARISON.matcher(negated);
        boolean opposite = one.matches() && two.matches() && one.group(1).equals(two.group(1))
                && one.group(3).equals(two.group(3)) && one.group(2).equals("==") && two.group(2).equals("!=");
        return opposite || List.of("!" + plain, "! " + plain, "not " + plain, "!(" + plain + ")", "not (" + plain + ")")
                .contains(negated);
    }

    /** Whether at most one of the two tests holds, since they compare the same name with different literals. */
    boolean excludes(Condition other) {
        Matcher one = COMPARISON.matcher(test);
        Matcher two = COMPARISON.matcher(other.test);
        return one.matches() && two.matches() && one.group(1).equals(two.group(1)) && one.group(2).equals("==")
                && two.group(2).equals("==") && isLiteral(one.group(3)) && isLiteral(two.group(3))
                && !one.group(3).equals(two.group(3));
    }

    private static boolean isLiteral(String value) {
        return "'\"-".indexOf(value.charAt(0)) >= 0 || Character.isDigit(value.charAt(0)) || value.equals("null");
    }

    private static String unquoted(String literal) {
        boolean quoted = literal.startsWith("'") || literal.startsWith("\"");
        return quoted ? literal.substring(1, literal.length() - 1) : literal;
    }
}
