package dev.seqscan.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Claim;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.IndexNeed;
import dev.seqscan.finding.Level;
import dev.seqscan.finding.Precision;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Trail;
import dev.seqscan.finding.Weight;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.schema.Product;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FiltersTest {

    private static final Finding PROVEN = finding("a.java", 1, Level.ERROR, Precision.PROVEN, "");
    private static final Finding LIKELY = finding("a.java", 2, Level.WARNING, Precision.LIKELY, "");
    private static final Finding POSSIBLE = finding("a.java", 3, Level.NOTE, Precision.POSSIBLE, "");

    @Test
    void findings_in_test_sources_are_dropped() {
        Finding inTest = finding("src/test/java/a.java", 1, Level.ERROR, Precision.PROVEN, "");
        assertThat(new TestSourceFilter(Set.of("src/test/java/a.java")).apply(List.of(PROVEN, inTest))).containsExactly(PROVEN);
    }

    @Test
    void what_is_only_possible_is_dropped_unless_asked_for() {
        List<Finding> all = List.of(POSSIBLE, LIKELY, PROVEN);
        assertThat(new PrecisionFilter().apply(all)).containsExactly(LIKELY, PROVEN);
        assertThat(new PrecisionFilter(Precision.POSSIBLE).apply(all)).isEqualTo(all);
        assertThat(new PrecisionFilter(Precision.PROVEN).apply(all)).containsExactly(PROVEN);
    }

    @Test
    void what_nobody_calls_is_only_possible() {
        UnusedCodeFilter unused = new UnusedCodeFilter(Set.of(PROVEN.identity().enclosing()));
        assertThat(unused.apply(List.of(PROVEN))).extracting(Finding::precision, Finding::level)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Precision.POSSIBLE, Level.NOTE));
        assertThat(new UnusedCodeFilter(Set.of("com.shop.Other#method()")).apply(List.of(PROVEN))).containsExactly(PROVEN);
    }

    @Test
    void one_identity_in_one_file_is_reported_once() {
        Finding again = sameIdentity(PROVEN, 9);
        assertThat(new DuplicateFilter().apply(List.of(PROVEN, again, LIKELY))).containsExactly(PROVEN, LIKELY);
    }

    @Test
    void the_same_class_in_two_modules_is_reported_in_both() {
        Finding other = finding("b.java", 1, Level.ERROR, Precision.PROVEN, "");
        assertThat(other.fingerprint()).isEqualTo(PROVEN.fingerprint());
        assertThat(new DuplicateFilter().apply(List.of(PROVEN, other))).containsExactly(PROVEN, other);
    }

    @Test
    void of_a_column_the_rule_speaks_that_comes_first() {
        RuleCard later = new RuleCard("foreign-key-without-index", "", "", Level.WARNING, "", "", List.of(),
                List.of("unindexed-filter"), Map.of(), "");
        Finding filter = about("unindexed-filter", "orders.customer_id+status");
        Finding key = about("foreign-key-without-index", "orders.customer_id");
        Finding other = about("foreign-key-without-index", "orders.status");
        assertThat(new FirstToSpeak(List.of(later)).apply(List.of(key, filter, other)))
                .usingElementComparator((a, b) -> a.isSame(b) ? 0 : 1).containsExactly(filter, other);
        assertThat(new FirstToSpeak(List.of(later)).apply(List.of(key, other))).containsExactly(key, other);
    }

    @Test
    void the_rule_that_speaks_tells_where_it_would_help_too() {
        RuleCard later = new RuleCard("or-across-columns", "", "", Level.WARNING, "", "", List.of(),
                List.of("unindexed-filter"), Map.of(), "");
        Finding filter = about("unindexed-filter", "orders.status");
        IndexNeed need = IndexNeed.ofColumns(Product.POSTGRESQL, "orders", List.of("status"), LIKELY.place(), "Orders.find");
        Finding or = about("or-across-columns", "orders.status+id").needing(List.of(need));
        Finding spoken = new FirstToSpeak(List.of(later)).apply(List.of(or, filter)).get(0);
        assertThat(spoken.isSame(filter)).isTrue();
        assertThat(spoken.related()).extracting(Step::place).containsExactly(need.place());
        assertThat(spoken.needs()).containsExactly(need);
    }

    private static Finding about(String rule, String subject) {
        return new Claim(rule, Level.WARNING, Certainty.likely("rows may be few"), PROVEN.place(), "Message.")
                .about(subject, PROVEN.identity());
    }

    @Test
    void the_worst_comes_first() {
        Finding sureWarning = finding("a.java", 5, Level.WARNING, Precision.PROVEN, "");
        Finding reached = finding("z.java", 9, Level.WARNING, Precision.LIKELY, "GET /orders");
        Finding later = finding("b.java", 1, Level.WARNING, Precision.LIKELY, "");
        List<Finding> ranked = List.of(PROVEN, reached, sureWarning, LIKELY, later, POSSIBLE);
        List<Finding> mixed = new ArrayList<>(ranked);
        Collections.reverse(mixed);
        assertThat(new Ranking().apply(mixed)).isEqualTo(ranked);
    }

    @Test
    void of_one_level_what_is_reached_comes_first_then_nested_loops_then_large_tables() {
        Finding reached = finding("z.java", 9, Level.ERROR, Precision.PROVEN, "GET /orders");
        Finding nested = PROVEN.weighing(Weight.ofLoops(2));
        Finding growing = PROVEN.weighing(new Weight(1, Weight.Table.GROWING));
        Finding small = PROVEN.weighing(new Weight(1, Weight.Table.SMALL));
        Finding warning = finding("a.java", 1, Level.WARNING, Precision.PROVEN, "GET /orders").weighing(Weight.ofLoops(9));
        List<Finding> ranked = List.of(reached, nested, growing, small, warning);
        List<Finding> mixed = new ArrayList<>(ranked);
        Collections.reverse(mixed);
        assertThat(new Ranking().apply(mixed)).isEqualTo(ranked);
        assertThat(ranked).extracting(Finding::rank).isSortedAccordingTo(Comparator.reverseOrder())
                .allMatch(rank -> rank >= 0 && rank <= 100);
    }

    @Test
    void a_step_tells_what_it_drops_where_somebody_asks() {
        Trail trail = Trail.at("a.java", 3);
        new ToldFilter(new PrecisionFilter(), "it is only possible", trail).apply(List.of(POSSIBLE, LIKELY, PROVEN));
        assertThat(trail.notes()).extracting(Trail.Note::conclusion)
                .containsExactly("query-in-loop is left out of the report: it is only possible");
    }

    @Test
    void steps_follow_one_another() {
        FindingFilter steps = new PrecisionFilter().then(new Ranking());
        assertThat(steps.apply(List.of(POSSIBLE, LIKELY, PROVEN))).containsExactly(PROVEN, LIKELY);
    }

    private static Finding sameIdentity(Finding finding, int line) {
        Place place = new Place(finding.place().file(), Span.ofLine(line));
        return new Claim(finding.ruleId(), finding.level(), Certainty.PROVEN, place, "Other message.")
                .about(finding.subject(), finding.identity());
    }

    private static Finding finding(String file, int line, Level level, Precision precision, String entryPoint) {
        return new Claim("query-in-loop", level, new Certainty(precision, "rows may be few"),
                new Place(file, Span.ofLine(line)), "Message.")
                .about("OrderRepository.findById", new Finding.Identity("OrderService#list()", "findById()", line))
                .reachedFrom(entryPoint);
    }
}
