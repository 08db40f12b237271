package dev.seqscan.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts something into the holes of a text so that it can be parsed: a name where a name is wanted, a condition where
 * a condition is wanted, else a parameter. What stands around a hole decides.
 */
final class HoleFiller {

    private static final String PART = "a part of the text is put together at run time";

    /** The name that stands for a name that is not known. */
    static final String NAME = "unknown_part";

    /**
     * A text without holes.
     *
     * @param unknown what the holes may hide; empty where they hide values only
     */
    record Filled(String text, List<String> unknown) {
    }

    private static final Set<String> NAME_FOLLOWS =
            Set.of("from", "join", "into", "update", "by", "select", "distinct", "as", "table");
    private static final Set<String> CONDITION_FOLLOWS = Set.of("where", "and", "or", "on", "having", "not");
    private static final Set<String> VALUE_FOLLOWS = Set.of("like", "ilike", "limit", "offset", "between", "escape",
            "then", "else", "values", "top", "first", "next", "fetch", "when", "case", "is", "interval");
    private static final Pattern RANGE = Pattern.compile("between\\s+\\S+\\s+and\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIRECTION = Pattern.compile("order\\s+by\\s+[\\w.,\\s]+$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBQUERY = Pattern.compile("\\b(?:from|join|exists)\\s*\\($", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPARISON =
            Pattern.compile("^\\s*(?:[=<>!]|(?:in|like|is|between|not\\s+in)\\b)", Pattern.CASE_INSENSITIVE);
    /** A column behind the hole, which then may hold {@code distinct} or the like. */
    private static final Pattern MODIFIED =
            Pattern.compile("^\\s+(?!(?:from|as|where|union|into)\\b)[\\w.\"`*]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern TABLE_FOLLOWS =
            Pattern.compile("(?:\\b(?:from|join|into|update|table)\\s+|,\\s*)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUERY = Pattern.compile("^\\s+select\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALL_COLUMNS = Pattern.compile("(?:\\.|\\bselect\\s+)\\*$", Pattern.CASE_INSENSITIVE);
    /** The rest of a condition, and no word that ends one. */
    private static final Pattern GOES_ON =
            Pattern.compile("^\\s*(?!(?:and|or|order|group|having|limit|offset|fetch|union|for)\\b)[\\w(#'\"]",
            Pattern.CASE_INSENSITIVE);
    /** A condition so far: its first operand, or also an operator and a second one. */
    private static final Pattern OPERAND_BEFORE =
            Pattern.compile("\\b(?:on|where|and|or|when)[\\s(]+[\\w.]+\\s*(?:=\\s*[\\w.]+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPARED = Pattern.compile("=\\s*[\\w.]+$");
    private static final Pattern OPERAND_AFTER = Pattern.compile("^\\s*(?:[A-Za-z_]+\\.\\w+|'|#\\{|\\?)");
    /** Behind the value of a LIKE, without a blank, stands an ESCAPE that only some databases want. */
    private static final Pattern LIKE_VALUE = Pattern.compile("\\bi?like\\s+(?:#\\{[^}]*\\}|\\?)$", Pattern.CASE_INSENSITIVE);
    private static final int WINDOW = 200;

    private final String parameter;
    private final StringBuilder text = new StringBuilder();
    private final List<String> unknown = new ArrayList<>();
    private final OpenClause open = new OpenClause();

    private HoleFiller(String parameter) {
        this.parameter = parameter;
    }

    /** Fills the holes; the parameter is a placeholder of the language, as {@code ?}. */
    static Filled fill(Text text, String parameter) {
        HoleFiller filler = new HoleFiller(parameter);
        List<Text.Part> parts = WrappedNames.asCalls(text.parts());
        for (int i = 0; i < parts.size(); i++) {
            Text.Part part = parts.get(i);
            if (part.knowledge() == Text.Knowledge.HOLE) {
                // Two holes side by side are one.
                if (i == 0 || parts.get(i - 1).knowledge() != Text.Knowledge.HOLE) {
                    filler.hole(after(parts, i), isBeforePrefix(parts, i));
                }
            } else {
                filler.add(part.text());
                if (part.knowledge() == Text.Knowledge.VARIANT) {
                    filler.unknown("the text has several variants");
                }
            }
        }
        return new Filled(filler.text.toString(), filler.reasons());
    }

    /** Whether another hole follows that a name is glued to, as in {@code update ?! ?!orders}. */
    private static boolean isBeforePrefix(List<Text.Part> parts, int hole) {
        int next = hole + 1;
        while (next < parts.size() && parts.get(next).text().isBlank()) {
            next++;
        }
        return next > hole + 1 && next + 1 < parts.size() && parts.get(next).knowledge() == Text.Knowledge.HOLE
                && !parts.get(next + 1).text().isEmpty() && Character.isLetter(parts.get(next + 1).text().charAt(0));
    }

    private static String after(List<Text.Part> parts, int hole) {
        StringBuilder after = new StringBuilder();
        for (Text.Part part : parts.subList(hole + 1, parts.size())) {
            after.append(part.knowledge() == Text.Knowledge.HOLE ? "" : part.text());
            if (after.toString().isBlank() ? after.length() > WINDOW : after.length() > 0) {
                break;
            }
        }
        return after.toString();
    }

    private void add(String known) {
        open.add(known);
        text.append(known);
    }

    private void hole(String after, boolean beforePrefix) {
        if (open.isQuoted()) {
            text.append('x');
        } else if (LIKE_VALUE.matcher(window()).find()) {
            text.append(' ');
        } else if (beforePrefix && !isGlued("") || QUERY.matcher(after).find()) {
            unknown(PART);
        } else if (isPrefix(after)) {
            if (!TABLE_FOLLOWS.matcher(window()).find()) {
                unknown(PART);
            }
        } else if (isGlued(after)) {
            text.append(NAME);
            if (!after.startsWith(".")) {
                nameIsUnknown();
            }
        } else {
            standing(after);
        }
    }

    /**
     * Whether a name that can stand alone follows at once, as in {@code from ?!orders}: a setting that is mostly empty tells
     * where the tables are.
     */
    private boolean isPrefix(String after) {
        return !after.isEmpty() && Character.isLetter(after.charAt(0)) && !isGlued("");
    }

    /** Whether the hole is a part of a name: {@code order_?!}, {@code ?!.orders}. */
    private boolean isGlued(String after) {
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        char next = after.isEmpty() ? ' ' : after.charAt(0);
        return Character.isLetterOrDigit(last) || last == '_' || last == '.' || last == ':' || next == '.' || next == '_';
    }

    private void nameIsUnknown() {
        String window = window();
        int start = window.length();
        while (start > 0 && (Character.isLetterOrDigit(window.charAt(start - 1))
                || "_.".indexOf(window.charAt(start - 1)) >= 0)) {
            start--;
        }
        boolean isParameter = start > 0 && (window.charAt(start - 1) == ':' || window.charAt(start - 1) == '?');
        if (!isParameter) {
            unknown("a name is put together at run time");
        }
    }

    private void standing(String after) {
        String before = window().stripTrailing();
        String word = lastWord(before);
        boolean range = word.equals("and") && RANGE.matcher(before).find();
        char last = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
        boolean goesOn = CONDITION_FOLLOWS.contains(word) && GOES_ON.matcher(after).find() && !COMPARISON.matcher(after).find();
        if (word.equals("select") && MODIFIED.matcher(after).find() || goesOn
                || last == '*' && ALL_COLUMNS.matcher(before).find()) {
            unknown(PART);
        } else if (last == '(' && SUBQUERY.matcher(before).find()) {
            text.append("select ").append(NAME);
            unknown("a subquery is put together at run time");
        } else if (CONDITION_FOLLOWS.contains(word) && COMPARISON.matcher(after).find() && !range) {
            text.append(NAME);
            unknown("a name is put together at run time");
        } else if (range || VALUE_FOLLOWS.contains(word) || "=<>(+-*/|".indexOf(last) >= 0
                || last == ',' && open.depth() > 0) {
            text.append(parameter);
        } else if (word.equals("in")) {
            text.append('(').append(parameter).append(')');
        } else if (CONDITION_FOLLOWS.contains(word)) {
            text.append("1 = 1");
            unknown("a condition is put together at run time");
        } else if (NAME_FOLLOWS.contains(word) || last == ',') {
            text.append(NAME);
            unknown("a name is put together at run time");
        } else if (word.equals("set")) {
            text.append(NAME).append(" = ").append(parameter);
            unknown("an assignment is put together at run time");
        } else if (OPERAND_AFTER.matcher(after).find() && OPERAND_BEFORE.matcher(before).find()) {
            text.append(COMPARED.matcher(before).find() ? "||" : "=");
            unknown("an operator is put together at run time");
        } else if (!DIRECTION.matcher(before).find()) {
            unknown(PART);
        }
    }

    private static String lastWord(String before) {
        int start = before.length();
        while (start > 0 && (Character.isLetter(before.charAt(start - 1)) || before.charAt(start - 1) == '_')) {
            start--;
        }
        return before.substring(start).toLowerCase(Locale.ROOT);
    }

    private String window() {
        return text.substring(Math.max(0, text.length() - WINDOW));
    }

    /** What is missing in an ORDER BY or in the list of columns chooses no rows. */
    private void unknown(String reason) {
        String finer = switch (open.clause()) {
            case "order" -> QueryShape.UNREAD_ORDER;
            case "select" -> QueryShape.UNREAD_COLUMNS;
            default -> reason;
        };
        if (!unknown.contains(finer)) {
            unknown.add(finer);
        }
    }

    /** Where no table follows, what stands after SELECT may hide all of them. */
    private List<String> reasons() {
        boolean endsInColumns = open.outerClause().equals("select");
        return unknown.stream().map(each -> endsInColumns && each.equals(QueryShape.UNREAD_COLUMNS) ? PART : each).distinct()
                .toList();
    }
}
