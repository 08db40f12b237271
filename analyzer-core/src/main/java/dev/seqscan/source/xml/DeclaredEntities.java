package dev.seqscan.source.xml;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The references to entities that the document type of a text declares. These are blanked out before the text is parsed,
 * so that nothing is opened or expanded and all else keeps its place.
 */
final class DeclaredEntities {

    private static final Pattern DECLARATION = Pattern.compile("<!ENTITY\\s++([\\w.:-]++)");
    private static final Pattern REFERENCE = Pattern.compile("&([\\w.:-]++);");

    private final Map<String, Integer> firstLines = new TreeMap<>();
    private final String text;

    DeclaredEntities(String text) {
        Matcher declaration = DECLARATION.matcher(text);
        while (declaration.find()) {
            firstLines.put(declaration.group(1), 0);
        }
        this.text = firstLines.isEmpty() ? text : blanked(text);
    }

    private String blanked(String original) {
        StringBuilder result = new StringBuilder(original);
        Matcher reference = REFERENCE.matcher(original);
        int line = 1;
        int counted = 0;
        while (reference.find()) {
            Integer known = firstLines.get(reference.group(1));
            if (known != null) {
                line += (int) original.substring(counted, reference.start()).chars().filter(c -> c == '\n').count();
                counted = reference.start();
                firstLines.put(reference.group(1), known == 0 ? line : known);
                result.replace(reference.start(), reference.end(), " ".repeat(reference.end() - reference.start()));
            }
        }
        return result.toString();
    }

    /** The text without the references, of the same length. */
    String text() {
        return text;
    }

    /** The line of the first reference to each entity that has one, by its name. */
    Map<String, Integer> references() {
        Map<String, Integer> found = new TreeMap<>(firstLines);
        found.values().removeIf(line -> line == 0);
        return found;
    }
}
