package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.config.RuleArguments;
import dev.seqscan.config.RunSettings;
import dev.seqscan.config.WrongSettings;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.finding.Precision;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes in the report when the user chooses rules and files. */
class ChosenRulesTest {

    private static final RuleCatalog RULES = RuleCatalog.load(ChosenRulesTest.class.getClassLoader());
    private static final String SERVICE = "src/main/java/com/shop/OrderService.java";

    @TempDir
    private Path folder;

    @BeforeEach
    void a_shop_that_loads_customers_one_by_one() throws IOException {
        write("src/main/java/com/shop/Order.java", """
                package com.shop;
                import jakarta.persistence.*;
                @Entity
                @Table(name = "orders")
                public class Order {
                    @Id private Long id;
                    private String status;
                    private String note;
                    @ManyToOne(fetch = FetchType.LAZY) private Customer customer;
                    public Customer getCustomer() { return customer; }
                    public String getStatus() { return status; }
                }
                @Entity
                class Customer {
                    @Id private Long id;
                    private String name;
                    public String getName() { return name; }
                }
                """);
        write("src/main/java/com/shop/OrderRepository.java", """
                package com.shop;
                import org.springframework.data.jpa.repository.JpaRepository;
                public interface OrderRepository extends JpaRepository<Order, Long> { }
                """);
        write(SERVICE, """
                package com.shop;
                import java.util.*;
                public class OrderService {
                    OrderRepository orders;
                    void names() {
                        for (Order order : orders.findAll()) {
                            order.getCustomer().getName();
                        }
                    }
                    List<String> states() {
                        List<String> states = new ArrayList<>();
                        for (Order order : orders.findAll()) {
                            states.add(order.getStatus());
                        }
                        return states;
                    }
                }
                """);
    }

    @Test
    void a_rule_that_is_off_reports_nothing_and_has_no_card() throws IOException {
        assertThat(ids(analyse(""))).contains("lazy-load-in-loop");
        AnalysisReport without = analyse("rules: {lazy-load-in-loop: off}");
        assertThat(ids(without)).doesNotContain("lazy-load-in-loop");
        assertThat(without.rules()).extracting(RuleCard::id).contains("query-in-loop").doesNotContain("lazy-load-in-loop");
    }

    @Test
    void a_suppression_of_a_rule_that_is_off_is_no_useless_one() throws IOException {
        write(SERVICE, Files.readString(folder.resolve(SERVICE)).replace("order.getCustomer()",
                "order.getCustomer() /* seqscan:ignore lazy-load-in-loop: few */"));
        assertThat(analyse("rules: {lazy-load-in-loop: off}").notices()).isEmpty();
    }

    @Test
    void a_level_is_that_of_findings_and_card() throws IOException {
        AnalysisReport noted = analyse("rules: {lazy-load-in-loop: note}");
        assertThat(finding(noted, "lazy-load-in-loop").level()).isEqualTo(Level.NOTE);
        assertThat(noted.rules()).filteredOn(each -> each.id().equals("lazy-load-in-loop")).extracting(RuleCard::level)
                .containsExactly(Level.NOTE);
    }

    @Test
    void certainty_still_caps_a_level() throws IOException {
        Finding finding = finding(analyse("includePossible: true\nrules: {over-fetching: error}"), "over-fetching");
        assertThat(finding.precision()).isEqualTo(Precision.POSSIBLE);
        assertThat(finding.level()).isEqualTo(Level.NOTE);
    }

    @Test
    void an_option_changes_what_a_rule_reports() throws IOException {
        assertThat(ids(analyse(""))).doesNotContain("over-fetching");
        assertThat(ids(analyse("rules: {over-fetching: {options: {wide: 4}}}"))).contains("over-fetching");
        assertThat(ids(analyse("rules: {over-fetching: {options: {wide: 5}}}"))).doesNotContain("over-fetching");
    }

    @Test
    void files_that_are_left_out_are_read_all_the_same() throws IOException {
        assertThat(ids(analyse("excludes: ['**/Order.java']"))).contains("lazy-load-in-loop");
        assertThat(analyse("excludes: ['**/OrderService.java']").findings()).isEmpty();
        assertThat(analyse("includes: ['src/main/java/com/other/**']").findings()).isEmpty();
        assertThat(ids(analyse("includes: [src/main/]"))).contains("lazy-load-in-loop");
    }

    @Test
    void an_include_that_fits_no_file_is_told() throws IOException {
        assertThat(analyse("includes: [src/main/, src/man/]").notices()).extracting(Notice::reason)
                .containsExactly("includes: src/man/ fits no file that was read");
    }

    @Test
    void what_the_request_says_wins_over_the_file() throws IOException {
        write("seqscan.yml", "rules: {lazy-load-in-loop: off}\nincludePossible: true\nexcludes: ['**']\n");
        TreeMap<String, List<String>> values = new TreeMap<>();
        values.put(RunSettings.EXCLUDES, List.of());
        RunSettings said = new RunSettings(values, RuleArguments.parse(List.of("lazy-load-in-loop=on"), "here"));
        assertThat(ids(RULES, said)).contains("lazy-load-in-loop", "over-fetching");
        values.put(RunSettings.INCLUDE_POSSIBLE, List.of("false"));
        assertThat(ids(RULES, said)).contains("lazy-load-in-loop").doesNotContain("over-fetching");
    }

    @Test
    void an_unknown_rule_or_option_stops_with_the_nearest_one() {
        assertWrong("rules:\n  lazy-load-in-lop: off\n",
                "seqscan.yml:2:3: unknown rule \"lazy-load-in-lop\"; did you mean lazy-load-in-loop?");
        assertWrong("rules: {over-fetching: {options: {wid: 4}}}", "over-fetching: unknown \"wid\"; did you mean wide?");
        assertWrong("rules: {over-fetching: {options: {wide: many}}}", "over-fetching: wide is a whole number");
        assertWrong("rules: {query-in-loop: {options: {wide: 4}}}", "query-in-loop: the rule has no options");
    }

    private void assertWrong(String settings, String message) {
        assertThatThrownBy(() -> analyse(settings)).isInstanceOf(WrongSettings.class).hasMessageContaining(message);
    }

    private static Finding finding(AnalysisReport report, String rule) {
        return report.findings().stream().filter(each -> each.ruleId().equals(rule)).findFirst().orElseThrow();
    }

    private static Set<String> ids(AnalysisReport report) {
        return report.findings().stream().map(Finding::ruleId).collect(Collectors.toSet());
    }

    private Set<String> ids(RuleCatalog rules, RunSettings said) {
        return ids(new Analyzer(rules).analyze(AnalysisRequest.of(folder).saying(said)));
    }

    private AnalysisReport analyse(String settings) throws IOException {
        write("seqscan.yml", settings);
        return new Analyzer(RULES).analyze(AnalysisRequest.of(folder));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
