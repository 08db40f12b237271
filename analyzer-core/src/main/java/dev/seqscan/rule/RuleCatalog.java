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

    /**
     * Finds the rules of a class loader through {@code ServiceLoader}.
     *
     * @throws RulePageException if a page is wrong, or two rules have one id
     */
    public static RuleCatalog load(ClassLoader loader) {
        List<Rule> rules = new ArrayList<>();
        ServiceLoader.load(Rule.class, loader).forEach(rules::add);
        return of(rules);
    }

    /**
     * A catalogue of given rules.
     *
     * @throws RulePageException as {@link #load} does
     */
    public static RuleCatalog of(List<Rule> rules) {
        List<Entry> entries = new ArrayList<>();
        rules.forEach(rule -> entries.add(new Entry(rule, rule.card())));
        entries.sort(Comparator.comparing(entry -> entry.card().id()));
        for (int i = 1; i < entries.size(); i++) {
            refuseSameId(entries.get(i - 1), entries.get(i));
        }
        return new RuleCatalog(List.copyOf(entries));
    }

    /** Settings, suppressions and baselines name rules by id alone. */
    private static void refuseSameId(Entry one, Entry other) {
        if (one.card().id().equals(other.card().id())) {
            throw new RulePageException(other.rule().getClass().getSimpleName() + ".md", 1, "two rules have the id "
                    + one.card().id() + ": " + one.rule().getClass().getName() + " and " + other.rule().getClass().getName());
        }
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
