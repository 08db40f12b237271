package dev.seqscan.report.html;

import dev.seqscan.AnalysisReport;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.overview.Overview;
import dev.seqscan.report.Modules;
import dev.seqscan.report.sarif.SourceExcerpts;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.source.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** What the parts of the page have in common: the findings that are shown, how they are called, what belongs to them. */
final class Page {

    /** Findings beyond these are counted only. */
    static final int MOST_FINDINGS = 2_000;
    /** Steps and related places of one finding beyond these are counted only. */
    static final int MOST_STEPS = 40;

    /** A finding, and what it is filtered by. */
    record Shown(String id, Finding finding, String module, SortedSet<String> tables) {
    }

    private final AnalysisReport report;
    private final List<Shown> shown = new ArrayList<>();
    private final SourceExcerpts excerpts;
    private final Map<String, RuleCard> cards = new HashMap<>();
    private final Map<String, List<Shown>> byTable = new HashMap<>();

    Page(AnalysisReport report, Path root) {
        this.report = report;
        report.rules().forEach(card -> cards.put(card.id(), card));
        Modules modules = new Modules(report.overview().modules());
        FindingTables tables = new FindingTables(report.overview());
        Map<String, Integer> ids = new HashMap<>();
        for (Finding finding : report.findings().subList(0, Math.min(MOST_FINDINGS, report.findings().size()))) {
            int number = ids.merge(finding.fingerprint(), 1, Integer::sum);
            String id = "finding-" + finding.fingerprint() + (number == 1 ? "" : "-" + number);
            shown.add(new Shown(id, finding, modules.of(finding.place().file()), tables.of(finding)));
        }
        shown.forEach(each -> each.tables().forEach(table ->
                byTable.computeIfAbsent(table, name -> new ArrayList<>()).add(each)));
        this.excerpts = new SourceExcerpts(root, report.sources(), shown.stream().map(Shown::finding).flatMap(Page::places));
    }

    private static Stream<Place> places(Finding finding) {
        return Stream.concat(Stream.of(finding.place()), Stream.concat(first(finding.path()), first(finding.related())));
    }

    private static Stream<Place> first(List<Step> steps) {
        return shortened(steps).stream().map(Step::place);
    }

    /** The first steps and the last one, which is where it happens. */
    static List<Step> shortened(List<Step> steps) {
        if (steps.size() <= MOST_STEPS) {
            return steps;
        }
        List<Step> first = new ArrayList<>(steps.subList(0, MOST_STEPS - 1));
        first.add(steps.get(steps.size() - 1));
        return first;
    }

    AnalysisReport report() {
        return report;
    }

    Overview overview() {
        return report.overview();
    }

    List<Shown> shown() {
        return shown;
    }

    /** The findings that are shown about a table, worst first. */
    List<Shown> about(String table) {
        return byTable.getOrDefault(table, List.of());
    }

    SourceExcerpts excerpts() {
        return excerpts;
    }

    Optional<RuleCard> card(String rule) {
        return Optional.ofNullable(cards.get(rule));
    }

    /** The target of links to a rule. */
    static String ruleId(String rule) {
        return "rule-" + rule;
    }

    /** A number with its noun, in the plural where it is not one. */
    static String count(long number, String noun) {
        return count(number, noun, noun + "s");
    }

    /** The same for a noun with a plural of its own. */
    static String count(long number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }
}
