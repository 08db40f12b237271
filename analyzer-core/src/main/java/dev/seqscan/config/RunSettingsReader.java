package dev.seqscan.config;

import dev.seqscan.source.PathPatterns;
import dev.seqscan.source.config.ConfigFile.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code seqscan.yml} says of a run, key by key. Keys come flat: {@code rules.unindexed-filter.level},
 * {@code includes[0]}.
 */
final class RunSettingsReader {

    /** The words below a rule. */
    static final List<String> OF_RULES = List.of("level", "options");

    /** Readers of YAML 1.1 take off and on for these ("Boolean Language-Independent Type", yaml.org). */
    private static final Map<String, String> WORDS_OF_FLAGS = Map.of("false", RuleSetting.OFF, "true", RuleSetting.ON);

    private static final Pattern ITEM = Pattern.compile("[A-Za-z]+(\\[\\d+])?");
    private static final Pattern RULE = Pattern.compile("rules\\.([^.\\[]+)(?:\\.([^.\\[]+)(?:\\.([^.\\[]+))?)?");

    private final SortedMap<String, List<String>> values = new TreeMap<>();
    private final SortedMap<String, RuleSetting> rules = new TreeMap<>();

    RunSettings settings() {
        return new RunSettings(values, rules);
    }

    /** Takes an entry whose key begins with a name of {@link RunSettings}. */
    void add(String name, Entry entry) {
        if (name.equals(RunSettings.RULES)) {
            addRule(entry);
        } else if (!ITEM.matcher(entry.key()).matches() || RunSettings.WORDS.containsKey(name) && !entry.key().equals(name)) {
            throw Allowed.wrong(entry, name
                    + (RunSettings.LISTS.contains(name) ? " is a list of words, as [a, b]" : " is one word"));
        } else if (RunSettings.WORDS.containsKey(name)) {
            Allowed.check(entry.value(), RunSettings.WORDS.get(name), entry);
            once(values.putIfAbsent(name, List.of(entry.value())), name, entry);
        } else {
            addTo(name, entry);
        }
    }

    private void addTo(String name, Entry entry) {
        List<String> list = values.computeIfAbsent(name, key -> new ArrayList<>());
        List<String> parts = Arrays.stream(entry.value().split(",")).map(String::strip).filter(each -> !each.isEmpty()).toList();
        if (!name.equals(RunSettings.PROFILES)) {
            parts.forEach(each -> PathPatterns.fault(each).ifPresent(fault -> {
                throw Allowed.wrong(entry, name + ": " + fault);
            }));
        }
        list.addAll(parts);
    }

    private void addRule(Entry entry) {
        Matcher key = RULE.matcher(entry.key());
        if (!key.matches()) {
            throw Allowed.wrong(entry, "rules holds ids, and after each what is said of it, as offset-pagination: off or "
                    + "unindexed-filter: {level: warning}");
        }
        RuleSetting said = rules.computeIfAbsent(key.group(1),
                id -> new RuleSetting("", new TreeMap<>(), entry.place().toString()));
        if (key.group(2) != null) {
            Allowed.check(key.group(2), OF_RULES, entry);
        }
        if (key.group(2) == null || key.group(2).equals("level")) {
            addLevel(key, said, entry);
        } else if (key.group(3) == null) {
            throw Allowed.wrong(entry, "options holds names and values, as {wide: 20}");
        } else {
            once(said.options().putIfAbsent(key.group(3), entry.value()), key.group(3), entry);
        }
    }

    private void addLevel(Matcher key, RuleSetting said, Entry entry) {
        if (key.group(3) != null) {
            throw Allowed.wrong(entry, "level is one word");
        }
        String level = WORDS_OF_FLAGS.getOrDefault(entry.value(), entry.value());
        Allowed.check(level, RuleSetting.LEVELS, entry);
        once(said.level().isEmpty() ? null : said.level(), "level of " + key.group(1), entry);
        rules.put(key.group(1), new RuleSetting(level, said.options(), said.place()));
    }

    private static void once(Object before, String name, Entry entry) {
        if (before != null) {
            throw Allowed.wrong(entry, "a second " + name);
        }
    }
}
