package dev.seqscan.config;

import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the user says of a rule.
 *
 * @param level one of {@link #LEVELS}, or empty where only options are said
 * @param options the values of options by name, as they are written
 * @param place where it is said, as {@code seqscan.yml:3:5} or {@code seqscan.rules}
 */
public record RuleSetting(String level, SortedMap<String, String> options, String place) implements Serializable {

    /** The word that switches a rule off. */
    public static final String OFF = "off";

    /** The word that leaves a rule its own level, where a weaker setting switches it off or changes it. */
    public static final String ON = "on";

    /** What may be said of a rule in a word. */
    public static final List<String> LEVELS = List.of(OFF, ON, "error", "warning", "note");

    /** This, completed by what a weaker source says of the same rule. */
    RuleSetting over(RuleSetting weaker) {
        SortedMap<String, String> all = new TreeMap<>(weaker.options);
        all.putAll(options);
        return new RuleSetting(level.isEmpty() ? weaker.level : level, all, place);
    }
}
