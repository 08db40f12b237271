package dev.seqscan.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What {@code pairs.md} says is what the databases and the rule say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandWrittenPairsTest {

    /** Rules of other things than filters that the page speaks of. */
    private static final Set<String> OTHER_RULES = 
            Set.of("unindexed-order-by", "unindexed-join", "missing-composite-index");

    private final HandWritten page = HandWritten.read();
    private final Plans h2 = h2();
    private Plans postgres;
    private Scan ofPostgres;
    private Scan ofH2;
    private List<Judged> onPostgres;
    private List<Judged> onH2;

    @BeforeAll
    void ask(@TempDir Path first, @TempDir Path second) throws Exception {
        String script = page.script() + page.postgresScript();
        postgres = PostgresPlans.start();
        ofPostgres = new Scan(first, script, "jdbc:postgresql://localhost/shop", page.pairs());
        onPostgres = new Judge(postgres, script).judge(page.pairs(), ofPostgres.cures());
        List<Pair> pairs = page.pairs().stream().filter(Pair::onH2).toList();
        ofH2 = new Scan(second, page.script(), "jdbc:h2:mem:shop", pairs);
        onH2 = new Judge(h2, page.script()).judge(pairs, ofH2.cures());
    }

    private static Plans h2() {
        try {
            return new H2Plans();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    void end() throws Exception {
        h2.close();
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void postgres_finds_the_rows_as_the_page_says() {
        assertThat(words(onPostgres, Judged::word)).as("plans %s", onPostgres)
                .isEqualTo(words(onPostgres, each -> expected(each).postgres()));
    }

    @Test
    void h2_finds_the_rows_as_the_page_says() {
        assertThat(words(onH2, HandWrittenPairsTest::ofH2)).as("plans %s", onH2)
                .isEqualTo(words(onH2, each -> expected(each).h2()));
    }

    private static String ofH2(Judged judged) {
        return judged.verdict() == Verdict.USELESS ? "walk" : judged.word();
    }

    @Test
    void the_rule_differs_from_postgres_where_the_page_says_so_alone() {
        assertThat(words(onPostgres, each -> each.agrees() ? "agrees" : "differs")).as("plans %s", onPostgres)
                .isEqualTo(words(onPostgres, each -> isKnown(each, false) ? "differs" : "agrees"));
        assertThat(onPostgres).filteredOn(each -> isKnown(each, false)).allSatisfy(each ->
                assertThat(KnownDisagreement.of(each)).map(KnownDisagreement::title).hasValue(expected(each).known()));
    }

    /** What PostgreSQL shows may be so on H2 too. */
    @Test
    void the_rule_differs_from_h2_where_the_page_says_so_alone() {
        List<Judged> differing = onH2.stream().filter(each -> !agreesOnH2(each)).toList();
        assertThat(differing).isNotEmpty().allMatch(each -> !expected(each).known().isEmpty());
        assertThat(onH2).filteredOn(each -> isKnown(each, true)).noneMatch(this::agreesOnH2);
    }

    /** H2 tells no costs: whether an index would help much is what PostgreSQL says. */
    private boolean agreesOnH2(Judged judged) {
        return judged.isReported() ? judged.agrees()
                : judged.verdict() == Verdict.INDEX || expected(judged).postgres().equals("useless");
    }

    private boolean isKnown(Judged judged, boolean h2) {
        String known = expected(judged).known();
        assertThat(known.isEmpty() || KnownDisagreement.isKnown(known)).as("%s is explained", known).isTrue();
        return !known.isEmpty() && known.startsWith("H2:") == h2;
    }

    @Test
    void the_plans_bear_out_what_rules_to_come_must_say() {
        for (Judged judged : onPostgres) {
            for (String rule : expected(judged).toCome()) {
                assertThat(isTrueOf(rule.replace("not ", ""), judged)).as("%s of %s", rule, judged)
                        .isEqualTo(!rule.startsWith("not "));
            }
        }
    }

    @Test
    void other_rules_report_what_the_page_says() {
        for (String rule : OTHER_RULES) {
            Set<Pair> reported = ofPostgres.cures(Set.of(rule)).keySet();
            assertThat(reported).as(rule).containsAll(named(rule)).noneMatch(named("not " + rule)::contains);
        }
    }

    /** H2 makes indexes for foreign keys, so that there is less to say. */
    @Test
    void what_other_rules_advise_helps() throws SQLException {
        for (String rule : OTHER_RULES) {
            assertThat(helped(rule, onPostgres, ofPostgres.cures(Set.of(rule)), postgres)).as(rule).isPositive();
            assertThat(helped(rule, onH2, ofH2.cures(Set.of(rule)), h2)).as(rule).isPositive();
        }
    }

    private static int helped(String rule, List<Judged> all, Map<Pair, List<String>> cures, Plans plans) throws SQLException {
        int helped = 0;
        for (Judged judged : all) {
            List<String> indexes = cures.get(judged.pair());
            if (indexes != null) {
                Plan best = plans.explainWith(indexes, judged.pair().bound());
                assertThat(best.cost() * 2).as("with %s %s", indexes, best.text()).isLessThanOrEqualTo(judged.plan().cost());
                assertThat(isTrueOf(rule, judged, judged.plan(), indexes)).as("%s of %s", rule, judged).isTrue();
                assertThat(isTrueOf(rule, judged, best, indexes)).as("%s with %s %s", rule, indexes, best.text()).isFalse();
                helped++;
            }
        }
        return helped;
    }

    private List<Pair> named(String rule) {
        return page.pairs().stream().filter(each -> page.expected().get(each).toCome().contains(rule)).toList();
    }

    private static boolean isTrueOf(String rule, Judged judged, Plan plan, List<String> indexes) {
        return switch (rule) {
            case "unindexed-order-by" -> plan.sorts();
            case "missing-composite-index" -> indexes.stream().noneMatch(each -> plan.names(each.split(" ")[2]));
            default -> !plan.findsByIndex(judged.pair().table());
        };
    }

    private static boolean isTrueOf(String rule, Judged judged) {
        boolean walks = judged.verdict() != Verdict.INDEX;
        return switch (rule) {
            case "unindexed-order-by" -> judged.plan().sorts();
            case "missing-composite-index" -> judged.plan().text().matches("(?s).*(?:Filter|Sort Key): .*");
            case "implicit-type-conversion" -> walks && judged.plan().text().matches("(?s).*Filter: \\(\\(\\w+\\)::.*");
            case "not-in-nullable-subquery" -> judged.plan().text().contains("SubPlan");
            case "unindexed-join", "function-on-indexed-column", "leading-wildcard-like", "or-across-columns" -> walks;
            default -> throw new IllegalArgumentException("no such rule is to come: " + rule);
        };
    }

    private HandWritten.Expected expected(Judged judged) {
        return page.expected().get(judged.pair());
    }

    private static Map<String, String> words(List<Judged> judged, Function<Judged, String> word) {
        Map<String, String> words = new TreeMap<>();
        judged.forEach(each -> words.put(each.pair().name(), word.apply(each)));
        return words;
    }
}
