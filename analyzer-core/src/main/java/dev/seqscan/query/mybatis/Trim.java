package dev.seqscan.query.mybatis;

import dev.seqscan.query.Text;
import dev.seqscan.query.Text.Knowledge;
import dev.seqscan.query.Text.Part;
import dev.seqscan.source.xml.XmlElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What {@code trim}, {@code where} and {@code set} do to the text within them ("Dynamic SQL" in the reference of MyBatis).
 * The result reads well both with all optional parts and without any: a word that is in the way only without them becomes
 * optional itself.
 */
final class Trim {

    private final String prefix;
    private final String suffix;
    private final List<String> prefixOverrides;
    private final List<String> suffixOverrides;

    private Trim(String prefix, String suffix, String prefixOverrides, String suffixOverrides) {
        this.prefix = prefix;
        this.suffix = suffix;
        this.prefixOverrides = words(prefixOverrides);
        this.suffixOverrides = words(suffixOverrides);
    }

    /** What an element of that kind does. */
    static Trim of(XmlElement element) {
        return switch (element.name()) {
            case "where" -> new Trim("where", "", "and|or", "");
            case "set" -> new Trim("set", "", ",", ",");
            default -> new Trim(element.attribute("prefix").orElse(""), element.attribute("suffix").orElse(""),
                    element.attribute("prefixOverrides").orElse(""), element.attribute("suffixOverrides").orElse(""));
        };
    }

    private static List<String> words(String overrides) {
        return Arrays.stream(overrides.split("\\|")).map(String::strip).filter(each -> !each.isEmpty()).distinct().toList();
    }

    /** The text with its ends put right; nothing where it is blank. */
    Text apply(Text inner) {
        List<Part> parts = new ArrayList<>(inner.parts());
        if (parts.stream().allMatch(Trim::isBlank)) {
            return Text.EMPTY;
        }
        cut(parts, true, false);
        cut(parts, true, true);
        cut(parts, false, false);
        cut(parts, false, true);
        boolean sometimes = parts.stream().allMatch(part -> part.optional() || isBlank(part));
        return end(" " + prefix + " ", sometimes).plus(new Text(parts)).plus(end(" " + suffix + " ", sometimes));
    }

    private static Text end(String text, boolean optional) {
        return text.isBlank() ? Text.of(" ") : optional ? Text.of(text).optionally() : Text.of(text);
    }

    /** Cuts one word off an end; where optional parts are left out it is only marked. */
    private void cut(List<Part> parts, boolean start, boolean mandatoryOnly) {
        for (int i = 0; i < parts.size(); i++) {
            int at = start ? i : parts.size() - 1 - i;
            Part part = parts.get(at);
            if (!isBlank(part) && !(mandatoryOnly && part.optional())) {
                int length = part.knowledge() == Knowledge.HOLE ? 0 : start ? first(part.text()) : last(part.text());
                if (length > 0) {
                    replace(parts, at, start, length, mandatoryOnly);
                }
                return;
            }
        }
    }

    private static void replace(List<Part> parts, int at, boolean start, int length, boolean keep) {
        Part part = parts.remove(at);
        int middle = start ? length : part.text().length() - length;
        Part one = new Part(part.text().substring(0, middle), part.optional() || start && keep, part.knowledge());
        Part two = new Part(part.text().substring(middle), part.optional() || !start && keep, part.knowledge());
        parts.addAll(at, keep ? List.of(one, two) : List.of(start ? two : one));
    }

    private static boolean isBlank(Part part) {
        return part.text().isBlank();
    }

    /** The length of the text up to the end of the word that is overridden; 0 where it begins with none. */
    private int first(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        int start = text.length() - text.stripLeading().length();
        return prefixOverrides.stream().map(each -> each.toUpperCase(Locale.ROOT))
                .filter(each -> upper.startsWith(each, start) && isBoundary(upper, start + each.length(), each))
                .mapToInt(each -> start + each.length()).findFirst().orElse(0);
    }

    private int last(String text) {
        String upper = text.stripTrailing().toUpperCase(Locale.ROOT);
        return suffixOverrides.stream().map(each -> each.toUpperCase(Locale.ROOT))
                .filter(each -> upper.endsWith(each) && isBoundary(upper, upper.length() - each.length() - 1, each))
                .mapToInt(each -> text.length() - upper.length() + each.length()).findFirst().orElse(0);
    }

    /** {@code and} is not the beginning of {@code android}. */
    private static boolean isBoundary(String text, int at, String word) {
        boolean letters = Character.isLetterOrDigit(word.charAt(0));
        return !letters || at < 0 || at >= text.length() || !Character.isJavaIdentifierPart(text.charAt(at));
    }
}
