package dev.seqscan.run;

import dev.seqscan.config.RuleArguments;
import dev.seqscan.config.RuleSetting;
import dev.seqscan.config.RunSettings;
import dev.seqscan.config.WrongSettings;
import dev.seqscan.rule.RuleChoices;
import dev.seqscan.source.PathPatterns;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What parameters say that may stand in the file of settings, too. The command line wins over the POM: Maven alone lets what
 * stands in {@code <configuration>} win over a property.
 */
public final class GivenSettings {

    private static final String PREFIX = "seqscan.";

    private final Properties commandLine;
    private final SortedMap<String, List<String>> values = new TreeMap<>();
    private SortedMap<String, RuleSetting> rules = new TreeMap<>();

    /** Takes the properties of Maven's command line; there are none where options are all that the user says. */
    public GivenSettings(Properties commandLine) {
        this.commandLine = commandLine;
    }

    /** Adds a parameter with one value, which is null where nothing is said. */
    public GivenSettings one(String name, Object inPom) {
        String value = commandLine.getProperty(PREFIX + name, Objects.toString(inPom, "")).strip();
        if (!value.isEmpty()) {
            values.put(name, List.of(value));
        }
        return this;
    }

    /** Adds a parameter with any number of values. */
    public GivenSettings list(String name, List<String> inPom) {
        List<String> given = words(name, inPom);
        if (!given.isEmpty()) {
            values.put(name, given);
        }
        return this;
    }

    /**
     * Adds patterns of paths.
     *
     * @throws WrongParameter if one is none
     */
    public GivenSettings paths(String name, List<String> inPom) throws WrongParameter {
        for (String pattern : words(name, inPom)) {
            String fault = PathPatterns.fault(pattern).orElse("");
            if (!fault.isEmpty()) {
                throw new WrongParameter(name, pattern, fault);
            }
        }
        return list(name, inPom);
    }

    /**
     * Adds what is said of rules, where that of the command line completes that of the POM.
     *
     * @throws WrongParameter if one is unknown or has no such level or option
     */
    public GivenSettings rules(List<String> inPom, ClassLoader loader) throws WrongParameter {
        List<String> pom = stripped(inPom.stream()).toList();
        List<String> property = words(RunSettings.RULES, List.of());
        // Where the POM says nothing, Maven hands over the property in its place.
        List<String> all = pom.equals(property) ? pom : Stream.concat(pom.stream(), property.stream()).toList();
        try {
            rules = RuleArguments.parse(all, RunSettings.RULES);
            if (!rules.isEmpty()) {
                RuleChoices.of(rules, InstalledRules.of(loader));
            }
        } catch (WrongSettings | TaskFailed wrong) {
            throw new WrongParameter(RunSettings.RULES, String.join(",", all), wrong.getMessage());
        }
        return this;
    }

    /** All that was added. */
    public RunSettings settings() {
        return new RunSettings(values, rules);
    }

    private List<String> words(String name, List<String> inPom) {
        String property = commandLine.getProperty(PREFIX + name);
        return stripped(property == null ? inPom.stream() : Arrays.stream(property.split(","))).toList();
    }

    private static Stream<String> stripped(Stream<String> words) {
        return words.filter(Objects::nonNull).map(String::strip).filter(each -> !each.isEmpty());
    }
}
