package dev.seqscan.schema.liquibase;

import dev.seqscan.schema.Product;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which contexts and labels a run has. Where the settings name contexts, a run has these and no others. Else it is a run in
 * production: contexts for tests, for developers' machines and for sample data it has not, that of production it has, and of
 * all others nothing is known. A context that is called like a database product stands for it. (Liquibase itself applies every change set where no context is given; but then the ones for
 * tests are kept out by other means.)
 */
final class Contexts {

    private static final Set<String> NOT_IN_PRODUCTION = Set.of("test", "tests", "testing", "testdata", "unittest", "junit",
            "it", "e2e", "faker", "fake", "mock", "dev", "develop", "development", "local", "demo", "sample", "samples",
            "example", "benchmark");
    private static final Set<String> PRODUCTION = Set.of("prod", "production", "live");
    private static final Pattern TOKEN = Pattern.compile("[()!,]|[^\\s()!,]+");
    private static final Pattern SEPARATOR = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 1_000;

    private final Set<String> given;
    private final Conditions conditions;

    /** Takes the contexts of the settings in lower case, none where they name none, and the product of the run. */
    Contexts(Set<String> given, Conditions conditions) {
        this.given = Set.copyOf(given);
        this.conditions = conditions;
    }

    /** The products that an expression names without excluding them. */
    static Set<Product> products(String expression) {
        Set<Product> named = new TreeSet<>();
        String before = "";
        for (String token : tokens(expression)) {
            if (isName(token) && !before.equals("!") && !before.equals("not")) {
                named.addAll(Conditions.named(token));
            }
            before = token;
        }
        return named;
    }

    /**
     * Whether a change set with this expression is applied: names with {@code and}, {@code or}, {@code not}, {@code !},
     * commas that mean {@code or}, and parentheses (Liquibase documentation, "What are contexts?").
     */
    Truth has(String expression) {
        if (expression.isBlank() || expression.length() > LONGEST) {
            return Truth.YES;
        }
        return either(tokens(expression));
    }

    private static Deque<String> tokens(String expression) {
        Deque<String> tokens = new ArrayDeque<>();
        Matcher token = TOKEN.matcher(expression.toLowerCase(Locale.ROOT));
        while (token.find() && tokens.size() < LONGEST) {
            tokens.add(token.group());
        }
        return tokens;
    }

    private static boolean isName(String token) {
        return !List.of("(", ")", "!", ",", "and", "or", "not").contains(token);
    }

    /** Whether a change set with these labels is applied; the settings' contexts say nothing about labels. */
    Truth hasLabels(String labels) {
        return new Contexts(Set.of(), conditions).has(labels);
    }

    private Truth either(Deque<String> tokens) {
        Truth result = both(tokens);
        while (List.of("or", ",").contains(peek(tokens))) {
            tokens.poll();
            result = result.or(both(tokens));
        }
        return result;
    }

    private Truth both(Deque<String> tokens) {
        Truth result = single(tokens);
        while (peek(tokens).equals("and")) {
            tokens.poll();
            result = result.and(single(tokens));
        }
        return result;
    }

    private Truth single(Deque<String> tokens) {
        String token = tokens.isEmpty() ? "" : tokens.poll();
        if (token.equals("!") || token.equals("not")) {
            return single(tokens).not();
        }
        if (token.equals("(")) {
            Truth inner = either(tokens);
            tokens.poll();
            return inner;
        }
        return token.isEmpty() ? Truth.UNKNOWN : named(token);
    }

    private static String peek(Deque<String> tokens) {
        return tokens.isEmpty() ? "" : tokens.peek();
    }

    private Truth named(String context) {
        if (!given.isEmpty()) {
            return Truth.of(given.contains(context));
        }
        if (!Conditions.named(context).isEmpty()) {
            return Truth.of(conditions.holdsFor(context));
        }
        if (PRODUCTION.contains(context)) {
            return Truth.YES;
        }
        return SEPARATOR.splitAsStream(context).anyMatch(NOT_IN_PRODUCTION::contains) ? Truth.NO : Truth.UNKNOWN;
    }
}
