package dev.seqscan.report.sarif;

import dev.seqscan.finding.Finding;
import dev.seqscan.finding.SetAside;
import dev.seqscan.finding.Step;
import dev.seqscan.report.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Turns findings into results, SARIF 2.1.0 section 3.27. */
final class SarifResults {

    /** Upload limits of GitHub code scanning: of more steps or locations only so many are kept. */
    private static final int MOST_STEPS = 1000;
    private static final int MOST_RELATED = 100;
    private static final int MOST_LINKS = 5;

    private final SarifRules rules;
    private final SourceExcerpts excerpts;
    private final SarifLocations places;
    private final SarifFixes fixes;
    private final boolean compared;

    /**
     * Takes what results refer to.
     *
     * @param compared whether the findings were told apart from those of a baseline; then each result has a state
     */
    SarifResults(SarifRules rules, SourceExcerpts excerpts, SarifLocations places, boolean compared) {
        this.rules = rules;
        this.excerpts = excerpts;
        this.places = places;
        this.fixes = new SarifFixes(excerpts, places);
        this.compared = compared;
    }

    JsonObject result(Finding finding) {
        return result(finding, properties(finding)).with("baselineState", compared ? "new" : "");
    }

    /**
     * A finding that is set aside. One of a baseline is suppressed as well, since Jenkins, GitLab and reviewdog read
     * suppressions (section 3.35), but no {@code baselineState} (section 3.27.24).
     */
    JsonObject result(SetAside known) {
        JsonObject properties = properties(known.finding())
                .with("unchangedSince", known.why() == SetAside.Why.ELSEWHERE ? known.reason() : "");
        JsonObject result = result(known.finding(), properties);
        if (compared) {
            result.with("baselineState", known.why() == SetAside.Why.BASELINE ? "unchanged" : "new");
        }
        return switch (known.why()) {
            case SUPPRESSED -> result.with("suppressions", suppressions("inSource", known.reason()));
            case BASELINE -> result.with("suppressions", suppressions("external", "baseline " + known.reason()));
            case ELSEWHERE -> result;
        };
    }

    private static List<JsonObject> suppressions(String kind, String justification) {
        return List.of(new JsonObject().with("kind", kind).with("status", "accepted").with("justification", justification));
    }

    private JsonObject result(Finding finding, JsonObject properties) {
        FileExcerpt excerpt = excerpts.of(finding.place());
        JsonObject result = new JsonObject().with("ruleId", finding.ruleId());
        rules.index(finding.ruleId()).ifPresent(index -> result.with("ruleIndex", index));
        JsonObject location = places.primary(finding.place(), excerpt)
                .with("logicalLocations", logicalLocations(finding.identity().enclosing()));
        return result
                .with("level", finding.level().id())
                .with("rank", finding.rank())
                .with("message", SarifLocations.message(message(finding)))
                .with("locations", List.of(location))
                .with("codeFlows", codeFlows(finding.path()))
                .with("relatedLocations", relatedLocations(finding.related()))
                .with("partialFingerprints", fingerprints(finding, excerpt))
                .with("fixes", fixes.of(finding.fixes()))
                .with("properties", properties);
    }

    /** The message; it links to the related places, as GitHub and VS Code show only those that are linked. */
    private static String message(Finding finding) {
        String text = finding.message().isBlank() ? finding.ruleId() : SarifText.withoutLinks(finding.message().strip());
        List<String> links = new ArrayList<>();
        for (Step step : finding.related().subList(0, Math.min(MOST_LINKS, finding.related().size()))) {
            links.add(SarifText.link(step.message(), links.size() + 1));
        }
        return links.isEmpty() ? text : text + "\nSee " + String.join(", ", links) + ".";
    }

    private static List<JsonObject> logicalLocations(String enclosing) {
        if (enclosing.isEmpty()) {
            return List.of();
        }
        int member = enclosing.indexOf('#');
        int parameters = enclosing.indexOf('(');
        JsonObject location = new JsonObject().with("name", enclosing.substring(member + 1,
                parameters > member ? parameters : enclosing.length()));
        return List.of(location.with("fullyQualifiedName", enclosing).with("kind", member < 0 ? "" : "member"));
    }

    /** One flow with one thread. Its locations stand in it, as GitHub does not show those given by index. */
    private List<JsonObject> codeFlows(List<Step> path) {
        if (path.isEmpty()) {
            return List.of();
        }
        List<JsonObject> locations = new ArrayList<>();
        for (Step step : shortened(path)) {
            locations.add(new JsonObject()
                    .with("location", places.of(step))
                    .with("nestingLevel", 1)
                    .with("executionOrder", locations.size() + 1));
        }
        JsonObject thread = new JsonObject().with("locations", locations);
        return List.of(new JsonObject().with("threadFlows", List.of(thread)));
    }

    /** The first steps and the last one, which is where it happens. */
    private static List<Step> shortened(List<Step> path) {
        if (path.size() <= MOST_STEPS) {
            return path;
        }
        List<Step> steps = new ArrayList<>(path.subList(0, MOST_STEPS - 1));
        steps.add(path.get(path.size() - 1));
        return steps;
    }

    private List<JsonObject> relatedLocations(List<Step> related) {
        List<JsonObject> locations = new ArrayList<>();
        for (Step step : related.subList(0, Math.min(MOST_RELATED, related.size()))) {
            locations.add(new JsonObject().with("id", locations.size() + 1).withAll(places.of(step)));
        }
        return locations;
    }

    private static JsonObject fingerprints(Finding finding, FileExcerpt excerpt) {
        JsonObject fingerprints = new JsonObject();
        excerpt.lineHash(finding.place().line()).ifPresent(hash -> fingerprints.with("primaryLocationLineHash", hash));
        return fingerprints.with("seqscan/v1", finding.fingerprint());
    }

    private static JsonObject properties(Finding finding) {
        return new JsonObject()
                .with("subject", finding.subject())
                .with("cost", finding.cost())
                .with("precision", finding.precision().id())
                .with("doubt", finding.doubt())
                .with("entryPoint", finding.entryPoint());
    }
}
