package dev.seqscan.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.finding.Finding;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.rule.RuleCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where an entry point sends more statements for more rows, a rule of the families that claim so has a finding on its
 * path; where it does not, none of them has one.
 */
class DatabaseAgreementTest {

    private static final Path PROJECTS = Path.of("..").toAbsolutePath().normalize();
    /** The tags of the rules that claim statements which grow with the rows. */
    private static final Set<String> GROWTH = Set.of("fetching", "looping", "writing");
    private static final RuleCatalog RULES = RuleCatalog.load(DatabaseAgreementTest.class.getClassLoader());

    @ParameterizedTest
    @ValueSource(strings = {"shop", "shop-clean"})
    void entry_points_whose_statements_grow_have_a_finding_and_no_others_have_one(String project) throws IOException {
        List<CountedEntryPoint> counted = CountedEntryPoint.read(PROJECTS.resolve(project).resolve("target/statements.tsv"));
        FollowedMethods followed = new FollowedMethods();
        List<Finding> claims = claims(PROJECTS.resolve(project), followed);
        CallPaths paths = new CallPaths(followed.methods());
        TreeMap<String, String> database = new TreeMap<>();
        TreeMap<String, String> analyser = new TreeMap<>();
        TreeMap<String, String> reasons = new TreeMap<>();
        for (CountedEntryPoint each : counted) {
            assertThat(paths.knows(each.handler())).as("the analyser has read %s", each.handler()).isTrue();
            List<Finding> own = paths.on(each.handler(), claims);
            database.put(each.label(), each.grows() ? "grows" : "bounded");
            analyser.put(each.label(), own.isEmpty() ? "bounded" : "grows");
            if (each.grows() == own.isEmpty()) {
                reasons.put(each.label(), each.few() + " and " + each.many() + " statements, findings " + words(own));
            }
        }
        assertThat(analyser).as("entry points, judged; disagreements: %s", reasons).isEqualTo(database);
    }

    /** What the rules with those tags say about statements; some of them say that too many rows are read instead. */
    private static List<Finding> claims(Path project, FollowedMethods followed) {
        List<Rule> rules = new ArrayList<>(RULES.entries().stream().map(RuleCatalog.Entry::rule).toList());
        rules.add(followed);
        AnalysisReport report = new Analyzer(RuleCatalog.of(rules)).analyze(AnalysisRequest.of(project));
        Set<String> claiming = report.rules().stream().filter(card -> card.tags().stream().anyMatch(GROWTH::contains))
                .map(RuleCard::id).collect(Collectors.toSet());
        return report.findings().stream().filter(finding -> claiming.contains(finding.ruleId()))
                .filter(finding -> !finding.cost().startsWith("N rows")).toList();
    }

    private static List<String> words(List<Finding> findings) {
        return findings.stream().map(each -> each.ruleId() + " " + each.place()).toList();
    }
}
