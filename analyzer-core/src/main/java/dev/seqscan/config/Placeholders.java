package dev.seqscan.config;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Replaces <code>${name:default}</code> by the settings' own values (Spring Boot reference, "Property Placeholders"). A
 * name that is not set and has no default stays as it is, since the environment may know it.
 */
final class Placeholders {

    private static final int MAX_LENGTH = 20_000;
    private static final int MAX_DEPTH = 32;

    private final Function<String, Optional<String>> raw;
    private final Map<String, String> resolved = new HashMap<>();
    private final Set<String> inProgress = new HashSet<>();

    /** Takes the unresolved values by canonical name. */
    Placeholders(Function<String, Optional<String>> raw) {
        this.raw = raw;
    }

    String resolve(String text) {
        return text.length() <= MAX_LENGTH && text.contains("${") ? resolve(text, 0) : text;
    }

    private String resolve(String text, int depth) {
        if (depth > MAX_DEPTH) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        int position = 0;
        while (result.length() <= MAX_LENGTH) {
            int start = text.indexOf("${", position);
            int end = start < 0 ? -1 : closing(text, start + 2);
            if (end < 0) {
                return result.append(text, position, text.length()).toString();
            }
            result.append(text, position, start).append(value(text.substring(start + 2, end), depth + 1));
            position = end + 1;
        }
        return text;
    }

    private static int closing(String text, int from) {
        int open = 0;
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                open++;
            } else if (text.charAt(i) == '}' && open-- == 0) {
                return i;
            }
        }
        return -1;
    }

    private String value(String placeholder, int depth) {
        int colon = placeholder.indexOf(':');
        int nested = placeholder.indexOf("${");
        boolean hasDefault = colon >= 0 && (nested < 0 || colon < nested);
        String name = hasDefault ? placeholder.substring(0, colon) : placeholder;
        Optional<String> known = byName(PropertyNames.canonical(resolve(name, depth)), depth);
        if (known.isPresent()) {
            return known.get();
        }
        return hasDefault ? resolve(placeholder.substring(colon + 1), depth) : "${" + placeholder + "}";
    }

    private Optional<String> byName(String name, int depth) {
        if (resolved.containsKey(name)) {
            return Optional.of(resolved.get(name));
        }
        Optional<String> text = raw.apply(name);
        if (text.isEmpty() || !inProgress.add(name)) {
            return Optional.empty();
        }
        String value = resolve(text.get(), depth);
        inProgress.remove(name);
        resolved.put(name, value);
        return Optional.of(value);
    }
}
