package dev.seqscan.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Patterns of paths, as Maven and Ant write them: {@code *} and {@code ?} stand for characters within a name, {@code **} for any
 * folders, and a slash at the end for all below ("Directory-based Tasks", manual of Ant).
 *
 * @param patterns relative to the scanned root, with forward slashes
 */
public record PathPatterns(List<String> patterns) {

    /** Takes the patterns. */
    public PathPatterns {
        patterns = List.copyOf(patterns);
    }

    /** Whether one of the patterns fits a path, which is relative to the root with forward slashes. */
    public boolean fits(String path) {
        return patterns.stream().anyMatch(each -> fits(each, path));
    }

    /** Whether a pattern fits a path. */
    public static boolean fits(String pattern, String path) {
        return Pattern.matches(expression(pattern), path);
    }

    /** Why a text is no pattern that could fit anything; empty if it is one. */
    public static Optional<String> fault(String pattern) {
        if (pattern.isBlank()) {
            return Optional.of("a pattern is empty");
        }
        boolean absolute = pattern.startsWith("/") || pattern.matches("[A-Za-z]:.*");
        if (absolute || pattern.contains("\\") || List.of(pattern.split("/")).contains("..")) {
            return Optional.of("\"" + pattern + "\" is no path below the scanned folder; allowed are paths relative to it with "
                    + "forward slashes, as src/main/java/com/shop/legacy/** or **/*Report.java");
        }
        return Optional.empty();
    }

    private static String expression(String pattern) {
        String whole = pattern.startsWith("./") ? pattern.substring(2) : pattern;
        String rest = whole.endsWith("/") ? whole + "**" : whole;
        StringBuilder expression = new StringBuilder();
        int at = 0;
        while (at < rest.length()) {
            if (rest.startsWith("**/", at)) {
                expression.append("(?:[^/]+/)*");
                at += 3;
            } else if (rest.startsWith("**", at)) {
                expression.append(".*");
                at += 2;
            } else {
                expression.append(one(rest.charAt(at)));
                at++;
            }
        }
        return expression.toString();
    }

    private static String one(char letter) {
        return letter == '*' ? "[^/]*" : letter == '?' ? "[^/]" : Pattern.quote(String.valueOf(letter));
    }
}
