package dev.seqscan.program;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the text of a {@code settings.gradle(.kts)} includes: directories by project path ({@code :core:model}). */
final class GradleSettings {

    private static final String TEXT = "[\"']([^\"'\\n]++)[\"']";
    private static final Pattern INCLUDE = Pattern.compile("\\binclude(Flat)?\\b");
    private static final Pattern INCLUDED = Pattern.compile("[\\s,(]*+" + TEXT);
    private static final Pattern DIRECTORY = Pattern.compile("project\\s*+\\(\\s*+" + TEXT
            + "\\s*+\\)\\s*+\\.\\s*+projectDir\\s*+=\\s*+(?:file\\s*+\\(|(?:new\\s++)?+File\\s*+\\([^\"'\\n,]*+,)\\s*+" + TEXT);
    private static final Pattern NAME = Pattern.compile("rootProject\\s*+\\.\\s*+name\\s*+=\\s*+" + TEXT);
    private static final Pattern COMMENT = Pattern.compile("/\\*|(?<![:\"'])//[^\\n]*+");

    private final String directory;
    private final String name;
    private final Map<String, String> byPath = new TreeMap<>();

    GradleSettings(String directory, String text) {
        this.directory = directory;
        Matcher named = NAME.matcher(text);
        this.name = named.find() ? named.group(1) : "";
        Matcher include = INCLUDE.matcher(text);
        while (include.find()) {
            Matcher included = INCLUDED.matcher(text).region(include.end(), text.length());
            while (included.lookingAt()) {
                add(included.group(1), include.group(1) != null);
                included.region(included.end(), text.length());
            }
        }
        Matcher moved = DIRECTORY.matcher(text);
        while (moved.find()) {
            byPath.computeIfPresent(path(moved.group(1)), (path, old) -> BuildModule.resolve(directory, moved.group(2)));
        }
    }

    /** The text of a Gradle file without its comments; what is not closed, as {@code "com/*"}, is none. */
    static String withoutComments(String text) {
        StringBuilder rest = new StringBuilder();
        int lastEnd = text.lastIndexOf("*/");
        int from = 0;
        Matcher comment = COMMENT.matcher(text);
        for (int at = 0; comment.find(at);) {
            boolean block = text.startsWith("/*", comment.start());
            boolean open = block && comment.end() > lastEnd;
            at = block && !open ? text.indexOf("*/", comment.end()) + 2 : comment.end();
            if (!open) {
                rest.append(text, from, comment.start()).append(' ');
                from = at;
            }
        }
        return rest.append(text, from, text.length()).toString();
    }

    private void add(String included, boolean flat) {
        String path = path(included.replace('/', ':'));
        String relative = path.substring(1).replace(':', '/');
        byPath.put(path, BuildModule.resolve(directory, flat ? "../" + relative : relative));
    }

    private static String path(String written) {
        return written.startsWith(":") ? written : ":" + written;
    }

    String directory() {
        return directory;
    }

    Collection<String> directories() {
        return byPath.values();
    }

    /** The name of the project in a directory. */
    String nameOf(String project) {
        return project.equals(directory) && !name.isEmpty() ? name : project.substring(project.lastIndexOf('/') + 1);
    }

    /** The directory that a project path or, where that is null, a type-safe accessor ({@code shopCore.model}) means. */
    Optional<String> target(String path, String accessor) {
        if (path != null) {
            return path.equals(":") ? Optional.of(directory) : Optional.ofNullable(byPath.get(path(path)));
        }
        return byPath.entrySet().stream().filter(each -> accessor(each.getKey()).equals(accessor)).map(Map.Entry::getValue)
                .findFirst();
    }

    /** {@code :shop-core:model} is {@code shopCore.model}. */
    private static String accessor(String path) {
        StringBuilder result = new StringBuilder();
        boolean upper = false;
        for (char c : path.substring(1).toCharArray()) {
            if (c == '-' || c == '_') {
                upper = true;
            } else {
                result.append(c == ':' ? '.' : upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return result.toString();
    }
}
