package dev.seqscan.config;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What may be said of a run in {@code seqscan.yml} as well as by a parameter. It can be sent to another JVM.
 *
 * @param values what is said, by the names of parameters: one of each word, any number of the others
 * @param rules what is said of rules, by id
 */
public record RunSettings(SortedMap<String, List<String>> values, SortedMap<String, RuleSetting> rules) implements Serializable {

    /** From which level on a finding fails the build. */
    public static final String FAIL_ON_SEVERITY = "failOnSeverity";
    /** Whether findings in test sources are reported. */
    public static final String INCLUDE_TESTS = "includeTests";
    /** Whether findings are reported that are only possible. */
    public static final String INCLUDE_POSSIBLE = "includePossible";
    /** Names of the configuration profiles that are active. */
    public static final String PROFILES = "profiles";
    /** Patterns of the files that findings are reported in. */
    public static final String INCLUDES = "includes";
    /** Patterns of files that no finding is reported in. */
    public static final String EXCLUDES = "excludes";
    /** What is said of rules. */
    public static final String RULES = "rules";

    /** The names that have one value, with the words that are allowed. */
    static final Map<String, List<String>> WORDS = Map.of(
            FAIL_ON_SEVERITY, List.of("error", "warning", "note", "never"),
            INCLUDE_TESTS, List.of("true", "false"),
            INCLUDE_POSSIBLE, List.of("true", "false"));

    /** The names that have any number of values. */
    static final Set<String> LISTS = Set.of(PROFILES, INCLUDES, EXCLUDES);

    /** Nothing is said. */
    public static final RunSettings NONE = new RunSettings(new TreeMap<>(), new TreeMap<>());

    /** The one value of a name, if it is said. */
    public Optional<String> word(String name) {
        return Optional.ofNullable(values.get(name)).map(all -> all.get(0));
    }

    /** The same for what is true or false. */
    public Optional<Boolean> flag(String name) {
        return word(name).map("true"::equals);
    }

    /** All values of a name, if any are said. */
    public Optional<List<String>> list(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** These, completed by a weaker source: what is said here of a name or of a rule wins. */
    public RunSettings over(RunSettings weaker) {
        SortedMap<String, List<String>> all = new TreeMap<>(weaker.values);
        all.putAll(values);
        SortedMap<String, RuleSetting> both = new TreeMap<>(weaker.rules);
        rules.forEach((id, said) -> both.merge(id, said, (weak, strong) -> strong.over(weak)));
        return new RunSettings(all, both);
    }
}
