package dev.seqscan.schema;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in {@code ${name}}, as Flyway does before it parses (Flyway documentation, "Placeholders"). One whose value is
 * not known becomes an identifier, so that {@code ${schema}.orders} is still a name. Lines are kept.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w.:-]{1,100})}");
    private static final Pattern NO_IDENTIFIER = Pattern.compile("\\W");

    private Placeholders() {
    }

    static String fill(String text, Map<String, String> values) {
        if (!text.contains("${")) {
            return text;
        }
        return PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), values)));
    }

    private static String value(String name, Map<String, String> values) {
        String value = values.get(name);
        if (value != null) {
            return value.replace('\n', ' ').replace('\r', ' ');
        }
        return "placeholder_" + NO_IDENTIFIER.matcher(name).replaceAll("_");
    }
}
