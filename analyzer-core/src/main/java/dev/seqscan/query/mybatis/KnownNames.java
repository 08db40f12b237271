package dev.seqscan.query.mybatis;

import dev.seqscan.query.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a statement of a mapper calls by name and is known before the program runs: the properties of an {@code include},
 * the values of {@code bind}, and the counter of the first turn of a {@code foreach}.
 */
final class KnownNames {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)\\}");
    private static final Pattern PARAMETER = Pattern.compile("#\\{\\s*([\\w.]+)[^}]*\\}");
    /** The customary names of a part that holds a whole ORDER BY. */
    private static final Pattern ORDER = Pattern.compile("(?i)\\s*(?:[\\w.]*\\.)?order_?by(?:_?(?:sql|clause|string))?\\s*");
    /** The end of a statement's tables or conditions, behind which no name of a column can stand. */
    private static final Pattern BEFORE_ORDER = Pattern.compile("(?i)(?<!\\bby|,|\\band|\\bor|\\bwhere|\\bselect|[=<>(.])\\s+$");
    private static final Pattern OPERAND = Pattern.compile("\\s*('[^']*'|\"[^\"]*\"|[\\w.]+)\\s*(\\+|$)");

    /**
     * A value.
     *
     * @param certain whether it is this one in every run
     */
    private record Value(String text, boolean certain) {
    }

    private final Map<String, Value> values = new HashMap<>();
    private final Map<String, String> patterns = new HashMap<>();

    /** The value of a name that is the same in every run. */
    Optional<String> certain(String name) {
        return Optional.ofNullable(values.get(name)).filter(Value::certain).map(Value::text);
    }

    /** Gives a name a value for as long as no other gets it; the way back is the value it had. */
    Runnable set(String name, String text) {
        Value before = values.put(name, new Value(text, true));
        return () -> {
            if (before == null) {
                values.remove(name);
            } else {
                values.put(name, before);
            }
        };
    }

    /**
     * Takes a {@code bind}. Where it runs in some turns only, the value that the name had before stays.
     *
     * @param value an expression in OGNL; only texts, names and {@code +} are understood
     */
    void bind(String name, String value, boolean always) {
        Optional<String> constant = constant(value);
        if (always && constant.isPresent()) {
            values.put(name, new Value(constant.get(), true));
        } else if (values.containsKey(name) || constant.isPresent()) {
            values.put(name, new Value(values.containsKey(name) ? values.get(name).text() : constant.get(), false));
        }
        String bare = value.strip();
        if (bare.startsWith("'%") || bare.startsWith("\"%")) {
            patterns.put(name, "concat('%', ?)");
        } else if (bare.endsWith("%'") || bare.endsWith("%\"")) {
            patterns.put(name, "concat(?, '%')");
        }
    }

    private Optional<String> constant(String expression) {
        StringBuilder text = new StringBuilder();
        Matcher operand = OPERAND.matcher(expression);
        int end = 0;
        while (end < expression.length() && operand.find(end) && operand.start() == end) {
            Optional<String> part = value(operand.group(1));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            text.append(part.get());
            end = operand.end();
        }
        return end >= expression.length() ? Optional.of(text.toString()) : Optional.empty();
    }

    private Optional<String> value(String operand) {
        if (operand.startsWith("'") || operand.startsWith("\"")) {
            return Optional.of(operand.substring(1, operand.length() - 1));
        }
        boolean literal = operand.equals("true") || operand.equals("false") || operand.chars().allMatch(Character::isDigit);
        return literal ? Optional.of(operand) : Optional.ofNullable(values.get(operand)).map(Value::text);
    }

    /** A text with what is known filled into it, as far as it goes; {@code ${name}} stays where it is not. */
    String filled(String text) {
        return !text.contains("${") ? text : PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(
                Optional.ofNullable(values.get(match.group(1).strip())).map(Value::text).orElse(match.group())));
    }

    /** The text of a statement: what is known is filled in, what is not is a hole, and patterns of LIKE show their ends. */
    Text text(String written) {
        String filled = filled(written);
        if (!patterns.isEmpty()) {
            filled = PARAMETER.matcher(filled).replaceAll(match -> Matcher.quoteReplacement(
                    patterns.getOrDefault(match.group(1), match.group())));
        }
        if (!filled.contains("${")) {
            return Text.of(filled);
        }
        Text text = Text.EMPTY;
        Matcher hole = PLACEHOLDER.matcher(filled);
        int end = 0;
        while (hole.find()) {
            String before = filled.substring(end, hole.start());
            boolean order = ORDER.matcher(hole.group(1)).matches() && BEFORE_ORDER.matcher(before).find();
            text = text.plus(Text.of(order ? before + " order by " : before)).plus(Text.hole());
            end = hole.end();
        }
        return text.plus(Text.of(filled.substring(end)));
    }
}
