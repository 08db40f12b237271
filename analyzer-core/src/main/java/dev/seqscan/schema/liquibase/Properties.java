package dev.seqscan.schema.liquibase;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in {@code ${name}} in names of files; what is not known stays as it is. */
final class Properties {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([\\w.:-]{1,100})}");

    private Properties() {
    }

    static String filled(String text, Map<String, String> values) {
        return REFERENCE.matcher(text).replaceAll(match ->
                Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }
}
