package dev.seqscan.source.java;

import dev.seqscan.source.Span;
import dev.seqscan.source.code.CodeFile.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds {@code seqscan:ignore rule: reason} in the text of a file; the same form serves the comments of every language.
 * Several rules are separated by commas, and the colon may be left out.
 */
public final class SuppressionComments {

    private static final String WISH = "seqscan:ignore";

    private static final Pattern FORM = Pattern.compile(
            WISH + "[ \\t]+([\\w-]*\\w(?:[ \\t]*,[ \\t]*[\\w-]*\\w)*)[ \\t]*:?[ \\t]*(.*)");

    private SuppressionComments() {
    }

    /** All of a Java text, in its order; what a literal holds is no comment. */
    static List<Suppression> inJava(String text) {
        return text.contains(WISH) ? in(Literals.blanked(text)) : List.of();
    }

    /** All of a text, in its order; the reason ends where a comment does. */
    public static List<Suppression> in(String text) {
        if (!text.contains(WISH)) {
            return List.of();
        }
        List<Suppression> found = new ArrayList<>();
        int line = 0;
        for (String content : text.split("\\R", -1)) {
            line++;
            Matcher matcher = FORM.matcher(content);
            if (matcher.find()) {
                Span span = new Span(line, matcher.start() + 1, line, content.length() + 1);
                for (String rule : matcher.group(1).split(",")) {
                    found.add(new Suppression(span, rule.strip(), reason(matcher.group(2))));
                }
            }
        }
        return List.copyOf(found);
    }

    private static String reason(String text) {
        return text.replaceAll("(\\*/|-->).*$", "").strip();
    }
}
