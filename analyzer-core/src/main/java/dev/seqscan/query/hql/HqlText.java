package dev.seqscan.query.hql;

import dev.seqscan.query.QueryShape.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement made ready for the grammar. What the grammar does not know is replaced by text of the same length, so that
 * positions stay those of the source: Spring Data's {@code #{#entityName}}, SpEL parameters ({@code :#{..}}) and
 * {@code like %:name%} (Spring Data JPA reference, "Using @Query"); {@code fetch all properties}, {@code :1} and a
 * trailing semicolon, which older versions of Hibernate accept; line comments; {@code ?!}, an unknown part.
 *
 * @param patterns by the offset of a parameter the operator of the {@code like} whose wildcards stood around it
 * @param entityName what {@link #ENTITY_NAME} stands for, or empty
 * @param unknownParts offsets of the unknown parts
 */
record HqlText(String parsed, Map<Integer, Operator> patterns, String entityName, List<Integer> unknownParts) {

    /** Takes the place of {@code #{#entityName}}. */
    static final String ENTITY_NAME = "_entityName___";

    /** Takes the place of an unknown part where the name of an entity must stand. */
    static final String UNKNOWN_NAME = "__";

    private static final int LOOK_BACK = 40;
    private static final Pattern BEFORE_ENTITY = Pattern.compile("\\b(?:from|join|fetch|into|update)\\s+$",
            Pattern.CASE_INSENSITIVE);
    private static final String QUOTED = "'[^']*+'|\"[^\"]*+\"|/\\*.*?\\*/";
    private static final Pattern FOREIGN = Pattern.compile(QUOTED
            + "|(?<entity>#\\{\\s*#entityName\\s*\\})|(?<spel>[:?]?#\\{)|(?<comment>--[^\\r\\n]*+)|(?<unknown>\\?!)"
            + "|(?<number>(?<![\\w:]):(?=\\d))|(?<fetch>\\bfetch\\s++all\\s++properties\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern LIKE = Pattern.compile(QUOTED
            + "|\\blike\\s*+(?<left>%?)(?<parameter>[:?]\\w*+)(?<right>%?)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static HqlText of(String jpql, String entityName) {
        StringBuilder text = new StringBuilder(jpql);
        List<Integer> unknownParts = replaceForeign(jpql, text);
        Map<Integer, Operator> patterns = replaceWildcards(text.toString(), text);
        for (int i = text.length() - 1; i >= 0 && (text.charAt(i) == ';' || Character.isWhitespace(text.charAt(i))); i--) {
            text.setCharAt(i, ' ');
        }
        return new HqlText(text.toString(), patterns, entityName, unknownParts);
    }

    /** Whether parts of the statement are not known. */
    boolean incomplete() {
        return !unknownParts.isEmpty();
    }

    /** The text with blanks in place of unknown parts, or names where an entity must stand; it may be whole then. */
    HqlText withoutUnknownParts() {
        StringBuilder text = new StringBuilder(parsed);
        for (int at : unknownParts) {
            boolean name = BEFORE_ENTITY.matcher(parsed.substring(Math.max(0, at - LOOK_BACK), at)).find();
            fill(text, at, at + UNKNOWN_NAME.length(), name ? UNKNOWN_NAME : "", ' ');
        }
        return new HqlText(text.toString(), patterns, entityName, unknownParts);
    }

    private static List<Integer> replaceForeign(String source, StringBuilder text) {
        List<Integer> unknownParts = new ArrayList<>();
        Matcher found = FOREIGN.matcher(source);
        int from = 0;
        while (found.find(from)) {
            from = found.end();
            if (found.group("entity") != null) {
                fill(text, found.start(), from, ENTITY_NAME, ' ');
            } else if (found.group("spel") != null) {
                from = endOfExpression(source, from);
                fill(text, found.start(), from, ":", 'p');
            } else if (found.group("number") != null) {
                text.setCharAt(found.start(), '?');
            } else if (found.group("unknown") != null) {
                unknownParts.add(found.start());
                fill(text, found.start(), from, "?", ' ');
            } else if (found.group("comment") != null || found.group("fetch") != null) {
                fill(text, found.start(), from, "", ' ');
            }
        }
        return List.copyOf(unknownParts);
    }

    private static Map<Integer, Operator> replaceWildcards(String source, StringBuilder text) {
        Map<Integer, Operator> patterns = new TreeMap<>();
        Matcher found = LIKE.matcher(source);
        while (found.find()) {
            boolean left = found.group("left") != null && !found.group("left").isEmpty();
            boolean right = found.group("right") != null && !found.group("right").isEmpty();
            if (left || right) {
                patterns.put(found.start("parameter"), left ? Operator.LIKE_ANYWHERE : Operator.LIKE_PREFIX);
                fill(text, found.start("left"), found.end("left"), "", ' ');
                fill(text, found.start("right"), found.end("right"), "", ' ');
            }
        }
        return patterns;
    }

    /** The offset behind the brace that closes an expression. */
    private static int endOfExpression(String source, int from) {
        int open = 1;
        int at = from;
        while (at < source.length() && open > 0) {
            char c = source.charAt(at++);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return at;
    }

    private static void fill(StringBuilder text, int from, int to, String start, char rest) {
        for (int i = from; i < to; i++) {
            text.setCharAt(i, i - from < start.length() ? start.charAt(i - from) : rest);
        }
    }
}
