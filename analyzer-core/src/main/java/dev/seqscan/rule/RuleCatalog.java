package dev.seqscan.rule;

import dev.seqscan.config.NearestWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The rules that are on the class path. */
public final class RuleCatalog {

    /** A rule and its card. */
    public record Entry(Rule rule, RuleCard card) {
    }

    private final List<Entry> entries;

    private RuleCatalog(List<Entry> entries) {
        this.entries = entries;
    }

    /** Finds the rules of a class loader through {@code ServiceLoader}; a page that is wrong stops at once. */
    public static RuleCatalog load(ClassLoader loader) {
        List<Rule> rules = new ArrayList<>();
        ServiceLoader.load(Rule.class, loader).forEach(rules::add);
        return of(rules);
    }

    /** A catalogue of given rules. */
    public static RuleCatalog of(List<Rule> rules) {
        List<Entry> entries = new ArrayList<>();
        rules.forEach(rule -> entries.add(new Entry(rule, rule.card())));
        entries.sort(Comparator.comparing(entry -> entry.card().id()));
        return new RuleCatalog(List.copyOf(entries));
    }

    /** All rules, ordered by id. */
    public List<Entry> entries() {
        return entries;
    }

    /** Says that there is no rule of an id, and which one was most likely meant. */
    public String unknown(String id) {
        List<String> ids = entries.stream().map(entry -> entry.card().id()).toList();
        return "unknown rule \"" + id + "\"; " + NearestWord.of(id, ids).map(each -> "did you mean " + each + "? ").orElse("")
                + "The goal or command rules lists all";
    }

    /** The rule of an id. */
    public Optional<Entry> find(String id) {
        return entries.stream().filter(entry -> entry.card().id().equals(id)).findFirst();
    }
}
