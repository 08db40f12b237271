package dev.seqscan.config;

import dev.seqscan.source.Place;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settings of one application, by their names in Spring's canonical form (lower case, dashes, dots). */
public final class Settings {

    /** A value and where it stands. */
    public record Value(String text, Place place) {
    }

    private final SortedMap<String, Value> values;

    /** Takes values by canonical name. */
    public Settings(Map<String, Value> values) {
        this.values = new TreeMap<>(values);
    }

    /** The value of a setting. */
    public Optional<Value> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The text of the first of several names that is set. */
    public Optional<String> text(String... names) {
        for (String name : names) {
            if (values.containsKey(name)) {
                return Optional.of(values.get(name).text());
            }
        }
        return Optional.empty();
    }

    /** The text of a setting whose name is written in any of Spring's spellings, as {@code cache.maxSize}. */
    public Optional<String> relaxed(String name) {
        return text(PropertyNames.canonical(name));
    }

    /** The same with the place where it stands. */
    public Optional<Value> relaxedValue(String name) {
        return value(PropertyNames.canonical(name));
    }

    /** The number of the first of several names that is set to one. */
    public OptionalInt number(String... names) {
        try {
            return text(names).map(text -> OptionalInt.of(Integer.parseInt(text.strip()))).orElse(OptionalInt.empty());
        } catch (NumberFormatException notANumber) {
            return OptionalInt.empty();
        }
    }

    /** All values by name, ordered. */
    public SortedMap<String, Value> all() {
        return java.util.Collections.unmodifiableSortedMap(values);
    }
}
