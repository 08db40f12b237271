package dev.seqscan.report.sarif;

import dev.seqscan.report.json.JsonObject;
import dev.seqscan.rule.RuleCard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entries of the Common Weakness Enumeration that tags of rules name, as {@code cwe-1050}: a taxonomy of the run, SARIF
 * 2.1.0 section 3.14.8, which descriptors of rules refer to by both indexes, as viewers look for it.
 */
final class SarifWeaknesses {

    private static final String NAME = "CWE";
    private static final Pattern TAG = Pattern.compile("cwe-(\\d{1,9})");

    /** What the enumeration calls those that rules of SeqScan name. */
    private static final Map<String, String> NAMES = Map.of(
            "1049", "Excessive Data Query Operations in a Large Data Table",
            "1050", "Excessive Platform Resource Consumption within a Loop",
            "1067", "Excessive Execution of Sequential Searches of Data Resource",
            "1073", "Non-SQL Invokable Control Element with Excessive Number of Data Resource Accesses",
            "1089", "Large Data Table with Excessive Number of Indices",
            "1094", "Excessive Index Range Scan for a Data Resource");

    private final List<String> ids;

    SarifWeaknesses(List<RuleCard> cards) {
        ids = cards.stream().flatMap(card -> card.tags().stream()).flatMap(tag -> id(tag).stream()).distinct()
                .sorted(Comparator.comparingInt(Integer::parseInt)).toList();
    }

    /** The taxonomy with the entries that are named; none without. */
    List<JsonObject> taxonomies() {
        if (ids.isEmpty()) {
            return List.of();
        }
        return List.of(new JsonObject()
                .with("name", NAME)
                .with("organization", "MITRE")
                .with("shortDescription", SarifLocations.message("Common Weakness Enumeration"))
                .with("informationUri", "https://cwe.mitre.org/")
                .with("taxa", ids.stream().map(SarifWeaknesses::taxon).toList()));
    }

    /** What the tool says of the taxonomy. */
    List<JsonObject> references() {
        return ids.isEmpty() ? List.of() : List.of(reference());
    }

    /** How a rule relates to the entries: what it reports is among what they describe. */
    List<JsonObject> relationships(RuleCard card) {
        List<JsonObject> relationships = new ArrayList<>();
        for (String tag : card.tags().stream().distinct().toList()) {
            id(tag).ifPresent(id -> relationships.add(new JsonObject()
                    .with("target", new JsonObject().with("id", id).with("index", ids.indexOf(id))
                            .with("toolComponent", reference()))
                    .with("kinds", List.of("superset"))));
        }
        return relationships;
    }

    /** A tag in the form in which code hosts know it to name such an entry. */
    static String tag(String tag) {
        return id(tag).map(id -> "external/cwe/cwe-" + id).orElse(tag);
    }

    private static Optional<String> id(String tag) {
        Matcher matcher = TAG.matcher(tag);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static JsonObject reference() {
        return new JsonObject().with("name", NAME).with("index", 0);
    }

    private static JsonObject taxon(String id) {
        String name = NAMES.getOrDefault(id, NAME + "-" + id);
        return new JsonObject()
                .with("id", id)
                .with("name", name)
                .with("shortDescription", SarifLocations.message(name))
                .with("helpUri", "https://cwe.mitre.org/data/definitions/" + id + ".html");
    }
}
