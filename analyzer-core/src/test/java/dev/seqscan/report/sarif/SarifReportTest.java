package dev.seqscan.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seqscan.AnalysisReport;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Claim;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Weight;
import dev.seqscan.report.SampleReport;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import dev.seqscan.testkit.SarifSchema;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    @TempDir
    private Path folder;

    @Test
    void the_sample_follows_the_schema() throws IOException {
        assertThat(faults(SampleReport.report())).isEmpty();
    }

    @Test
    void the_schema_check_sees_a_fault() throws IOException {
        ObjectNode log = (ObjectNode) read(SampleReport.report());
        ((ObjectNode) log.at("/runs/0/results/0")).put("level", "fatal");
        assertThat(SarifSchema.faults(log)).isNotEmpty();
    }

    @Test
    void a_report_without_findings_says_that_it_looked() throws IOException {
        AnalysisReport empty = new AnalysisReport(List.of(), List.of(), List.of(), new TreeMap<>(), "0.1.0");
        assertThat(faults(empty)).isEmpty();
        assertThat(read(empty).at("/runs/0/results").isArray()).isTrue();
        assertThat(read(empty).at("/runs/0/tool/driver/rules").isArray()).isTrue();
    }

    @Test
    void two_runs_write_the_same_bytes() throws IOException {
        Path first = folder.resolve("a/b/first.sarif");
        Path second = folder.resolve("second.sarif");
        new SarifReport().write(SampleReport.report(), SampleReport.folder(), first);
        new SarifReport().write(SampleReport.report(), SampleReport.folder(), second);
        assertThat(second).hasSameBinaryContentAs(first);
        assertThat(first).content().isEqualTo(new SarifReport().text(SampleReport.report(), SampleReport.folder()))
                .doesNotContain("\r").endsWith("}\n");
    }

    @Test
    void the_file_names_no_folder_of_this_machine() {
        String text = new SarifReport().text(SampleReport.report(), SampleReport.folder());
        assertThat(text).doesNotContain(SampleReport.root().toString()).doesNotContain("file:/");
    }

    @Test
    void a_result_names_rule_level_place_and_evidence() throws IOException {
        JsonNode result = read(SampleReport.report()).at("/runs/0/results/0");
        assertThat(result.at("/ruleId").asText()).isEqualTo("lazy-load-in-loop");
        assertThat(result.at("/ruleIndex").asInt(-1)).isZero();
        assertThat(result.at("/level").asText()).isEqualTo("error");
        JsonNode location = result.at("/locations/0/physicalLocation");
        assertThat(location.at("/artifactLocation/uri").asText()).isEqualTo("src/main/java/com/shop/OrderService.java");
        assertThat(location.at("/artifactLocation/uriBaseId").asText()).isEqualTo("%SRCROOT%");
        assertThat(location.at("/region/startLine").asInt()).isEqualTo(17);
        assertThat(location.at("/region/snippet/text").asText()).isEqualTo("mapper.toView(order)");
        assertThat(location.at("/contextRegion/snippet/text").asText().lines()).hasSize(3);
        assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName").asText())
                .isEqualTo("com.shop.OrderService#list()");
        assertThat(result.at("/locations/0/logicalLocations/0/name").asText()).isEqualTo("list");
        assertThat(result.at("/codeFlows/0/threadFlows/0/locations/3/location/message/text").asText())
                .isEqualTo("reads Order.customer: one statement each time");
    }

    @Test
    void a_result_carries_subject_cost_precision_and_entry_point() throws IOException {
        JsonNode properties = read(SampleReport.report()).at("/runs/0/results/0/properties");
        assertThat(JSON.convertValue(properties, Object.class)).isEqualTo(Map.of(
                "subject", "Order.customer",
                "cost", "1 + N statements, N = orders returned by OrderRepository.findAll()",
                "precision", "proven",
                "entryPoint", "GET /orders"));
    }

    @Test
    void a_result_carries_its_rank_and_why_it_is_not_proven() throws IOException {
        Finding likely = new Claim("query-in-loop", Level.WARNING, Certainty.likely("a call may reach several methods"),
                SampleReport.lazyLoad("").place(), "Message.").about("", new Finding.Identity("", "", 0))
                .reachedFrom("GET /orders, A.b").weighing(Weight.ofLoops(2));
        JsonNode result = read(SampleReport.with(List.of(likely))).at("/runs/0/results/0");
        assertThat(result.at("/rank").asInt()).isEqualTo(likely.rank()).isBetween(1, 99);
        assertThat(result.at("/properties/doubt").asText()).isEqualTo("a call may reach several methods");
    }

    @Test
    void links_of_the_message_have_a_related_location() throws IOException {
        JsonNode result = read(SampleReport.report()).at("/runs/0/results/0");
        assertThat(result.at("/message/text").asText()).endsWith("See [the mapping of Order.customer](1).");
        assertThat(result.at("/relatedLocations/0/id").asInt()).isEqualTo(1);
    }

    /** What the published validators miss. */
    @Test
    void every_result_is_whole() throws IOException {
        JsonNode run = read(SampleReport.report()).at("/runs/0");
        assertThat(run.at("/results")).isNotEmpty().allSatisfy(result -> {
            assertThat(result.at("/partialFingerprints/primaryLocationLineHash").asText()).isNotEmpty();
            assertThat(result.at("/partialFingerprints/seqscan~1v1").asText()).isNotEmpty();
            assertThat(run.at("/tool/driver/rules").get(result.at("/ruleIndex").asInt()).at("/id"))
                    .isEqualTo(result.at("/ruleId"));
            assertThat(linkedIds(result.at("/message/text").asText())).isSubsetOf(result.findValuesAsText("id"));
            assertThat(result.findValues("region")).isNotEmpty().allSatisfy(region -> assertThat(region.fieldNames())
                    .toIterable().contains("startLine", "startColumn", "endLine", "endColumn"));
        });
    }

    @Test
    void a_text_in_brackets_does_not_become_a_link() throws IOException {
        AnalysisReport report = SampleReport.with(List.of(SampleReport.lazyLoad("Reads orders[0](1) again.")));
        assertThat(read(report).at("/runs/0/results/0/message/text").asText()).startsWith("Reads orders[0] (1) again.");
    }

    @Test
    void the_fingerprints_are_the_line_hash_and_our_own() throws IOException {
        JsonNode fingerprints = read(SampleReport.report()).at("/runs/0/results/0/partialFingerprints");
        assertThat(fingerprints.at("/seqscan~1v1").asText()).isEqualTo(SampleReport.lazyLoad().fingerprint());
        assertThat(fingerprints.at("/primaryLocationLineHash").asText()).matches("[0-9a-f]{1,16}:1");
    }

    @Test
    void a_source_that_is_gone_costs_only_excerpt_and_line_hash() throws IOException {
        String text = new SarifReport().text(SampleReport.report(), ScannedFolder.alone(folder));
        assertThat(text).doesNotContain("primaryLocationLineHash").doesNotContain("snippet").contains("seqscan/v1");
        assertThat(SarifSchema.faults(JSON.readTree(text))).isEmpty();
    }

    @Test
    void a_file_outside_of_the_root_is_not_opened() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "password\n");
        Path root = Files.createDirectory(folder.resolve("root"));
        Place outside = new Place("../secret.txt", new Span(1, 1, 1, 9));
        assertThat(new SarifReport().text(SampleReport.with(List.of(at(outside, "Message."))), ScannedFolder.alone(root))).doesNotContain("password");
    }

    @Test
    void a_rule_says_what_code_scanning_reads() throws IOException {
        JsonNode rule = read(SampleReport.report()).at("/runs/0/tool/driver/rules/0");
        assertThat(rule.at("/name").asText()).isEqualTo("LazyLoadInLoop");
        assertThat(rule.at("/shortDescription/text").asText()).isEqualTo("Lazy load in a loop");
        assertThat(rule.at("/fullDescription/text").asText()).isEqualTo("A loop reads an association that no query has loaded, so"
                + " Hibernate sends one statement for each element. A round trip takes about a millisecond, however small its"
                + " answer is: a page of 200 orders waits for 200 of them.");
        assertThat(rule.at("/help/markdown").asText()).startsWith("# Lazy load in a loop\n");
        assertThat(rule.at("/properties/precision").asText()).isEqualTo("very-high");
        assertThat(rule.at("/properties/problem.severity").asText()).isEqualTo("error");
        assertThat(rule.at("/properties").has("security-severity")).isFalse();
        assertThat(JSON.convertValue(rule.at("/properties/tags"), Object.class))
                .isEqualTo(List.of("fetching", "external/cwe/cwe-1050"));
    }

    @Test
    void a_rule_names_its_weakness_by_both_indexes() throws IOException {
        JsonNode run = read(SampleReport.report()).at("/runs/0");
        JsonNode target = run.at("/tool/driver/rules/0/relationships/0/target");
        JsonNode taxonomy = run.at("/taxonomies").get(target.at("/toolComponent/index").asInt(-1));
        assertThat(taxonomy.at("/name").asText()).isEqualTo("CWE").isEqualTo(target.at("/toolComponent/name").asText());
        JsonNode taxon = taxonomy.at("/taxa").get(target.at("/index").asInt(-1));
        assertThat(taxon.at("/id").asText()).isEqualTo("1050").isEqualTo(target.at("/id").asText());
        assertThat(taxon.at("/name").asText()).isEqualTo("Excessive Platform Resource Consumption within a Loop");
        assertThat(taxon.at("/helpUri").asText()).isEqualTo("https://cwe.mitre.org/data/definitions/1050.html");
        assertThat(run.at("/tool/driver/supportedTaxonomies/0/index").asInt(-1)).isZero();
        assertThat(run.at("/tool/driver/rules/1").has("relationships")).isFalse();
    }

    @Test
    void files_are_named_from_the_root_of_the_repository_and_the_category_names_the_folder() throws IOException {
        JsonNode run = JSON.readTree(new SarifReport().text(SampleReport.report(),
                new ScannedFolder(SampleReport.root(), "services/my shop/"))).at("/runs/0");
        assertThat(run.at("/automationDetails/id").asText()).isEqualTo("seqscan/services/my%20shop/");
        assertThat(run.at("/results").findValuesAsText("uri")).isNotEmpty()
                .allMatch(uri -> uri.startsWith("services/my%20shop/src/main/"));
        assertThat(run.at("/results/0/locations/0/physicalLocation/region/snippet/text").asText()).isNotEmpty();
        assertThat(read(SampleReport.report()).at("/runs/0/automationDetails/id").asText()).isEqualTo("seqscan/");
    }

    @Test
    void for_an_ide_files_have_absolute_names() throws IOException {
        ScannedFolder below = new ScannedFolder(SampleReport.root(), "services/shop/");
        JsonNode log = JSON.readTree(SarifReport.forIde().text(SampleReport.report(), below));
        assertThat(SarifSchema.faults(log)).isEmpty();
        JsonNode artifact = log.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation");
        assertThat(Path.of(URI.create(artifact.at("/uri").asText())))
                .isEqualTo(SampleReport.root().resolve("src/main/java/com/shop/OrderService.java"));
        assertThat(artifact.has("uriBaseId")).isFalse();
        assertThat(log.at("/runs/0").has("originalUriBaseIds")).isFalse();
        assertThat(Path.of(URI.create(log.at("/runs/0/invocations/0/workingDirectory/uri").asText())))
                .isEqualTo(SampleReport.root());
        assertThat(read(SampleReport.report()).at("/runs/0/invocations/0").has("workingDirectory")).isFalse();
    }

    @Test
    void the_tool_is_named_by_an_absolute_uri() throws IOException {
        assertThat(URI.create(read(SampleReport.report()).at("/runs/0/tool/driver/informationUri").asText()))
                .matches(URI::isAbsolute);
    }

    @Test
    void a_long_page_is_cut_to_what_code_scanning_takes() throws IOException {
        List<String> tags = IntStream.range(0, 30).mapToObj(i -> "tag" + i).toList();
        RuleCard card = new RuleCard("lazy-load-in-loop", "t".repeat(2000), "word ".repeat(600), Level.ERROR, "0.1.0", "preview",
                tags, Map.of(), "# T\n");
        AnalysisReport sample = SampleReport.report();
        AnalysisReport report = new AnalysisReport(sample.findings(), List.of(), List.of(card), sample.counts(), "dev");
        JsonNode rule = read(report).at("/runs/0/tool/driver/rules/0");
        assertThat(rule.at("/shortDescription/text").asText()).hasSizeLessThanOrEqualTo(1024);
        assertThat(rule.at("/fullDescription/text").asText()).hasSizeLessThanOrEqualTo(1024).endsWith("word...");
        assertThat(rule.at("/properties/tags")).hasSize(10);
        assertThat(read(report).at("/runs/0/tool/driver").has("semanticVersion")).isFalse();
        assertThat(faults(report)).isEmpty();
    }

    @Test
    void a_finding_of_a_rule_without_card_has_no_index() throws IOException {
        AnalysisReport sample = SampleReport.report();
        AnalysisReport report = new AnalysisReport(sample.findings(), List.of(), List.of(), sample.counts(), "0.1.0");
        assertThat(read(report).at("/runs/0/results/0").has("ruleIndex")).isFalse();
        assertThat(faults(report)).isEmpty();
    }

    @Test
    void a_very_long_path_keeps_its_first_steps_and_its_last() throws IOException {
        Step step = SampleReport.lazyLoad().path().get(0);
        List<Step> path = new ArrayList<>(Collections.nCopies(1500, step));
        path.add(new Step(step.place(), "the end"));
        Finding finding = finding(SampleReport.lazyLoad().place(), "Message.", path);
        JsonNode locations = read(SampleReport.with(List.of(finding))).at("/runs/0/results/0/codeFlows/0/threadFlows/0/locations");
        assertThat(locations).hasSize(1000);
        assertThat(locations.at("/999/location/message/text").asText()).isEqualTo("the end");
    }

    @Test
    void more_findings_than_a_run_may_hold_are_left_out_and_said_so() throws IOException {
        JsonNode log = read(SampleReport.with(Collections.nCopies(25_002, at(new Place("gone.java", Span.ofLine(1)), "Message."))));
        assertThat(log.at("/runs/0/results")).hasSize(25_000);
        assertThat(log.at("/runs/0/invocations/0/toolExecutionNotifications").toString()).contains("2 findings");
    }

    @Test
    void notices_are_notifications_with_their_file() throws IOException {
        JsonNode invocation = read(SampleReport.report()).at("/runs/0/invocations/0");
        assertThat(invocation.at("/executionSuccessful").asBoolean()).isTrue();
        assertThat(invocation.at("/toolExecutionNotifications/0").has("locations")).isFalse();
        JsonNode unread = invocation.at("/toolExecutionNotifications/1");
        assertThat(unread.at("/level").asText()).isEqualTo("warning");
        assertThat(unread.at("/descriptor/id").asText()).isEqualTo("not-read");
        assertThat(unread.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
                .isEqualTo("src/main/java/com/shop/Broken.java");
        assertThat(invocation.at("/toolExecutionNotifications/2/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(3);
    }

    @Test
    void counts_stand_in_the_properties_of_the_run() throws IOException {
        assertThat(read(SampleReport.report()).at("/runs/0/properties/counts/files read").asInt()).isEqualTo(5);
    }

    @Test
    void hostile_text_comes_through_as_valid_json() throws IOException {
        String hostile = "\u0000\u001b[31m<script>alert(\"1\")</script>\\ \u202Eevil\u202C \u2028 \uD83D\uDE00 \uD800 x \uDC00";
        Finding finding = finding(new Place("src/\uD800 a%b#c?d:e/\u00FC.java", new Span(0, 0, 0, 0)), hostile,
                List.of(new Step(new Place("a b.java", Span.ofLine(1)), hostile)));
        Path target = folder.resolve("hostile.sarif");
        new SarifReport().write(SampleReport.with(List.of(finding)), ScannedFolder.alone(folder), target);
        String text = Files.readString(target, StandardCharsets.UTF_8);
        assertThat(text).contains("\\u202e", "\\u0000", "\\u2028").doesNotContain("\u202E", "\u001b");
        JsonNode result = JSON.readTree(text).at("/runs/0/results/0");
        assertThat(SarifSchema.faults(JSON.readTree(text))).isEmpty();
        assertThat(result.at("/message/text").asText())
                .isEqualTo(hostile.replace('\uD800', '\uFFFD').replace(" x \uDC00", " x \uFFFD"));
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
                .isEqualTo("src/%EF%BF%BD%20a%25b%23c%3Fd%3Ae/%C3%BC.java");
    }

    @Test
    void an_empty_message_becomes_the_name_of_the_rule() throws IOException {
        AnalysisReport report = SampleReport.with(List.of(at(new Place("a.java", Span.ofLine(1)), " ")));
        assertThat(read(report).at("/runs/0/results/0/message/text").asText()).isEqualTo("lazy-load-in-loop");
    }

    private static List<String> linkedIds(String message) {
        return Pattern.compile("]\\((\\d+)\\)").matcher(message).results().map(link -> link.group(1)).toList();
    }

    private static Finding at(Place place, String message) {
        return finding(place, message, List.of());
    }

    private static Finding finding(Place place, String message, List<Step> path) {
        return new Claim("lazy-load-in-loop", Level.NOTE, Certainty.possible("rows may be few"), place, message)
                .about("", new Finding.Identity("", "", 0)).path(path);
    }

    private static List<String> faults(AnalysisReport report) throws IOException {
        return SarifSchema.faults(read(report));
    }

    private static JsonNode read(AnalysisReport report) throws IOException {
        return JSON.readTree(new SarifReport().text(report, SampleReport.folder()));
    }
}
