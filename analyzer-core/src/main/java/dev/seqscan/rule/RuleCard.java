package dev.seqscan.rule;

import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Claim;
import dev.seqscan.finding.Level;
import dev.seqscan.source.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of a rule says about it: the front matter and the sections.
 *
 * @param id kebab-case name of the smell
 * @param title the page's heading
 * @param summary one sentence
 * @param since the version that brought it
 * @param status {@code preview} or {@code stable}
 * @param tags as {@code fetching}; {@code cwe-1050} is a number of the Common Weakness Enumeration
 * @param after ids of rules that speak first: where one of them reports a column, this rule is silent about it
 * @param options what a user may set, by name, in the order of the page
 * @param markdown the page without its front matter: the help text of every report
 */
public record RuleCard(String id, String title, String summary, Level level, String since, String status,
        List<String> tags, List<String> after, Map<String, RuleOption> options, String markdown) {

    /** A card of a rule that is silent about nothing that others report. */
    public RuleCard(String id, String title, String summary, Level level, String since, String status, List<String> tags,
            Map<String, RuleOption> options, String markdown) {
        this(id, title, summary, level, since, status, tags, List.of(), options, markdown);
    }

    /**
     * Reads {@code X.md} beside class {@code X}. The id is the class name in kebab case.
     *
     * @throws RulePageException if the page is missing or not as it must be; it names page and line
     */
    public static RuleCard of(Class<?> rule) {
        return RuleCards.of(rule);
    }

    /**
     * A finding of this rule, which only has to be told what it is about: {@code card.finding(...).about(...)}.
     *
     * @param certainty how sure it is; the rule's level is capped by it
     * @param place the one call or read that is to blame
     * @param message what happens at run time here, why it costs, what to do
     */
    public Claim finding(Certainty certainty, Place place, String message) {
        return new Claim(id, level, certainty, place, message);
    }

    /** The same with another level. */
    public RuleCard at(Level other) {
        return new RuleCard(id, title, summary, other, since, status, tags, after, options, markdown);
    }

    /** The Markdown text of the section with that heading, as {@code Why it costs}; empty if the page has none. */
    public Optional<String> section(String heading) {
        return Markdown.section(markdown, heading);
    }
}
