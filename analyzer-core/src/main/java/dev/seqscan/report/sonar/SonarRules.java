package dev.seqscan.report.sonar;

import dev.seqscan.AnalysisReport;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.report.json.JsonObject;
import dev.seqscan.rule.RuleCard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules of the issues: the import refuses an issue whose rule is not told, and a rule that is told twice. */
final class SonarRules {

    private static final String ENGINE = "seqscan";

    private SonarRules() {
    }

    /** The rules that have findings, ordered by id. */
    static List<JsonObject> of(AnalysisReport report) {
        Map<String, RuleCard> cards = new HashMap<>();
        report.rules().forEach(card -> cards.putIfAbsent(card.id(), card));
        Map<String, Level> worst = new TreeMap<>();
        for (Finding finding : report.findings()) {
            worst.merge(finding.ruleId(), finding.level(), (one, other) -> one.compareTo(other) >= 0 ? one : other);
        }
        List<JsonObject> rules = new ArrayList<>();
        worst.forEach((id, level) -> rules.add(cards.containsKey(id) ? rule(cards.get(id)) : rule(id, id, "", level)));
        return rules;
    }

    private static JsonObject rule(RuleCard card) {
        return rule(card.id(), card.title().isBlank() ? card.id() : card.title(), card.summary().replace("`", ""), card.level());
    }

    /** The severity is the rule's: the format has none of a single issue. */
    private static JsonObject rule(String id, String name, String description, Level level) {
        JsonObject impact = new JsonObject().with("softwareQuality", "MAINTAINABILITY").with("severity", severity(level));
        return new JsonObject()
                .with("id", id)
                .with("name", name)
                .with("description", description)
                .with("engineId", ENGINE)
                .with("cleanCodeAttribute", "EFFICIENT")
                .with("impacts", List.of(impact));
    }

    private static String severity(Level level) {
        return switch (level) {
            case ERROR -> "HIGH";
            case WARNING -> "MEDIUM";
            case NOTE -> "LOW";
        };
    }
}
