package dev.seqscan.report.sarif;

import dev.seqscan.finding.Level;
import dev.seqscan.report.json.JsonObject;
import dev.seqscan.rule.RuleCard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The descriptors of the rules, SARIF 2.1.0 section 3.49, with the properties GitHub code scanning reads ("SARIF support
 * for code scanning"). No {@code security-severity}: any value there turns every finding into a security alert.
 */
final class SarifRules {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DESCRIPTION = 1024;
    private static final int MOST_TAGS = 10;

    private final List<RuleCard> cards;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final SarifWeaknesses weaknesses;

    SarifRules(List<RuleCard> cards) {
        this.cards = cards;
        this.weaknesses = new SarifWeaknesses(cards);
        for (RuleCard card : cards) {
            indexes.putIfAbsent(card.id(), indexes.size());
        }
    }

    /** The place of a rule among the descriptors. */
    Optional<Integer> index(String ruleId) {
        return Optional.ofNullable(indexes.get(ruleId));
    }

    List<JsonObject> descriptors() {
        List<JsonObject> descriptors = new ArrayList<>();
        for (RuleCard card : cards) {
            if (indexes.get(card.id()) == descriptors.size()) {
                descriptors.add(descriptor(card));
            }
        }
        return descriptors;
    }

    /** The weaknesses that the rules name. */
    SarifWeaknesses weaknesses() {
        return weaknesses;
    }

    private JsonObject descriptor(RuleCard card) {
        return new JsonObject()
                .with("id", card.id())
                .with("name", SarifText.limit(SarifText.pascalCase(card.id()), LONGEST_NAME))
                .with("shortDescription", description(orId(card.title(), card)))
                .with("fullDescription", description(fullDescription(card)))
                .with("defaultConfiguration", new JsonObject().with("level", card.level().id()))
                .with("help", help(card))
                .with("relationships", weaknesses.relationships(card))
                .with("properties", properties(card));
    }

    private static JsonObject description(String text) {
        return new JsonObject().with("text", SarifText.limit(text, LONGEST_DESCRIPTION));
    }

    private static String fullDescription(RuleCard card) {
        String why = card.section("Why it costs").map(SarifRules::firstParagraph).orElse("");
        return orId((plain(card.summary()) + " " + why).strip(), card);
    }

    private static JsonObject help(RuleCard card) {
        String page = card.markdown().strip();
        return new JsonObject().with("text", orId(page, card)).with("markdown", page);
    }

    private static JsonObject properties(RuleCard card) {
        return new JsonObject()
                .with("precision", precision(card.level()))
                .with("problem.severity", card.level() == Level.NOTE ? "recommendation" : card.level().id())
                .with("tags", card.tags().stream().distinct().map(SarifWeaknesses::tag).limit(MOST_TAGS).toList());
    }

    /** A rule's level says how sure its findings are at best: only proven ones are errors, only likely ones warnings. */
    private static String precision(Level level) {
        return switch (level) {
            case ERROR -> "very-high";
            case WARNING -> "high";
            case NOTE -> "medium";
        };
    }

    private static String firstParagraph(String markdown) {
        int end = markdown.indexOf("\n\n");
        return plain(end < 0 ? markdown : markdown.substring(0, end));
    }

    /** Running text without line ends and code marks. */
    private static String plain(String markdown) {
        return markdown.replace("`", "").replaceAll("\\s+", " ").strip();
    }

    private static String orId(String text, RuleCard card) {
        return text.isBlank() ? card.id() : text;
    }
}
