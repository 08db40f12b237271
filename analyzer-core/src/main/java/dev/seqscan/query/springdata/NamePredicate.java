package dev.seqscan.query.springdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a derived name says behind its first {@code By}.
 *
 * @param alternatives parts that must hold together, joined by {@code Or}
 * @param ignoresCase whether {@code AllIgnoreCase} holds for all parts of text
 * @param order the sort keys
 */
record NamePredicate(List<List<NamePart>> alternatives, boolean ignoresCase, List<NameOrder> order) {

    /** A property of {@code OrderBy} as written. */
    record NameOrder(String property, boolean descending) {
    }

    private static final Pattern ALL_IGNORE_CASE = Pattern.compile("AllIgnor(?:ing|e)Case");
    private static final Pattern IGNORE_CASE = Pattern.compile("Ignor(?:ing|e)Case");
    private static final Pattern KEY = Pattern.compile("(?<property>.+?)(?<direction>Asc|Desc)?");

    /** Empty where {@code OrderBy} stands twice or a sort key has no property. */
    static Optional<NamePredicate> of(String text) {
        Matcher all = ALL_IGNORE_CASE.matcher(text);
        boolean ignoresCase = all.find();
        String[] halves = words(ignoresCase ? all.replaceFirst("") : text, "OrderBy");
        if (halves.length > 2) {
            return Optional.empty();
        }
        List<List<NamePart>> alternatives = new ArrayList<>();
        for (String alternative : words(halves[0], "Or")) {
            List<NamePart> parts = parts(alternative);
            if (!parts.isEmpty()) {
                alternatives.add(parts);
            }
        }
        Optional<List<NameOrder>> order = halves.length < 2 ? Optional.of(List.of()) : order(halves[1]);
        return order.map(keys -> new NamePredicate(List.copyOf(alternatives), ignoresCase, keys));
    }

    private static List<NamePart> parts(String alternative) {
        List<NamePart> parts = new ArrayList<>();
        for (String word : words(alternative, "And")) {
            Matcher ignore = IGNORE_CASE.matcher(word);
            boolean ignoresCase = ignore.find();
            String part = ignoresCase ? ignore.replaceFirst("") : word;
            if (!part.isEmpty()) {
                parts.add(PartKeyword.split(part, ignoresCase));
            }
        }
        return List.copyOf(parts);
    }

    private static Optional<List<NameOrder>> order(String text) {
        List<NameOrder> order = new ArrayList<>();
        for (String key : text.split("(?<=Asc|Desc)(?=\\p{Lu})")) {
            Matcher found = KEY.matcher(key);
            if (!found.matches()) {
                return Optional.empty();
            }
            order.add(new NameOrder(found.group("property"), "Desc".equals(found.group("direction"))));
        }
        return Optional.of(List.copyOf(order));
    }

    /** Cuts at a keyword; one that is the beginning of a longer word, as in {@code Order}, is none. */
    private static String[] words(String text, String keyword) {
        return text.split(keyword + "(?=\\p{Lu}|\\P{InBASIC_LATIN})", -1);
    }
}
