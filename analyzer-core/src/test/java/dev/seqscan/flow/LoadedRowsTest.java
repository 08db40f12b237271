package dev.seqscan.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.TextFile;
import dev.seqscan.testkit.ProjectFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the rows of a query, in the spellings of Java. */
class LoadedRowsTest {

    private static final String ENTITY = """
            package com.shop;
            import jakarta.persistence.Entity;
            import jakarta.persistence.Id;
            @Entity
            class Order {
                @Id
                private Long id;
                private String number;
                private boolean paid;
                Long getId() { return id; }
                String getNumber() { return number; }
                boolean isPaid() { return paid; }
                String label() { return number + paid; }
            }
            """;
    private static final String REPOSITORY = """
            package com.shop;
            import java.util.List;
            import org.springframework.data.jpa.repository.JpaRepository;
            interface OrderRepository extends JpaRepository<Order, Long> {
                List<Order> findByPaid(boolean paid);
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void the_number_of_rows_is_told_from_a_comparison_with_zero() {
        assertThat(only("int f() { return orders.findAll().size(); }").counted()).isTrue();
        RowUses tested = only("boolean f() { return orders.findAll().size() > 0; }");
        assertThat(tested.tested()).isTrue();
        assertThat(tested.counted()).isFalse();
    }

    @Test
    void columns_are_followed_through_variables_streams_and_loops() {
        assertThat(only("List<Long> f() { List<Order> all = orders.findAll(); return all.stream().map(Order::getId).toList(); }")
                .attributes()).containsExactly("id");
        assertThat(only("void f() { for (Order o : orders.findAll()) { log(o.getNumber()); log(\"\" + o.getId()); } }")
                .attributes()).containsExactly("id", "number");
    }

    @Test
    void a_method_that_gets_the_rows_is_part_of_their_use() {
        assertThat(only("int f() { return count(orders.findAll()); } int count(List<Order> all) { return all.size(); }")
                .counted()).isTrue();
        assertThat(uses("void f() { keep(orders.findAll()); } void keep(List<Order> all) { this.kept = all; }")).isEmpty();
    }

    @Test
    void rows_that_are_returned_are_judged_where_they_are_used_up() {
        assertThat(only("int f() { return all().size(); } private List<Order> all() { return orders.findAll(); }").counted())
                .isTrue();
        assertThat(uses("List<Order> all() { return orders.findAll(); }")).isEmpty();
    }

    @Test
    void a_method_that_chooses_among_the_rows_does_not_bring_them_all() {
        assertThat(uses("int f() { return some().size(); } private List<Order> some() {"
                + " return orders.findAll().stream().filter(Order::isPaid).toList(); }"))
                .extracting(RowUses::filters).containsExactly(List.of(new RowUses.Filter("paid", RowUses.Comparison.FLAG)));
    }

    @Test
    void filters_tell_a_value_from_a_flag() {
        Map<String, RowUses.Comparison> conditions = Map.of(
                "o.getNumber().equals(n)", RowUses.Comparison.EQUAL,
                "n.equals(o.getNumber()) && o.isPaid()", RowUses.Comparison.EQUAL,
                "o.getNumber() != null", RowUses.Comparison.FLAG,
                "!n.equals(o.getNumber())", RowUses.Comparison.FLAG,
                "o.isPaid()", RowUses.Comparison.FLAG);
        conditions.forEach((condition, comparison) -> assertThat(
                only("List<Order> f(String n) { return orders.findAll().stream().filter(o -> " + condition + ").toList(); }").filters())
                .as(condition).extracting(RowUses.Filter::comparison).containsExactly(comparison));
    }

    @Test
    void rows_that_go_where_nothing_is_known_of_them_are_left_out() {
        for (String use : List.of("log(\"\" + orders.findAll());", "orders.findAll().forEach(o -> log(o.label()));",
                "kept = orders.findAll();", "Runnable r = () -> kept.addAll(orders.findAll());",
                "for (Order o : orders.findAll()) { kept.add(o); }", "orders.findAll().forEach(kept::add);")) {
            assertThat(uses("void f() { " + use + " }")).as(use).isEmpty();
        }
    }

    @Test
    void a_part_that_is_cut_out_by_position_is_told() {
        RowUses uses = only("List<Order> f(int from) { List<Order> all = orders.findAll();"
                + " return all.subList(from, Math.min(from + 10, all.size())); }");
        assertThat(uses.cut()).isTrue();
        assertThat(uses.attributes()).isEmpty();
    }

    private RowUses only(String members) {
        List<RowUses> uses = uses(members);
        assertThat(uses).as(members).hasSize(1);
        return uses.get(0);
    }

    private List<RowUses> uses(String members) {
        String service = "package com.shop;\nimport java.util.List;\nclass Service {\n OrderRepository orders;\n List<Order> kept;\n"
                + " void log(String text) { }\n " + members + "\n}\n";
        ProjectFolder.write(List.of(new TextFile("src/main/java/com/shop/Order.java", ENTITY),
                new TextFile("src/main/java/com/shop/OrderRepository.java", REPOSITORY),
                new TextFile("src/main/java/com/shop/Service.java", service)), folder);
        Probe probe = new Probe();
        new Analyzer(RuleCatalog.of(List.of(probe))).analyze(AnalysisRequest.of(folder));
        return probe.rows.stream().map(LoadedRows::uses).toList();
    }

    /** Keeps what rules are told. */
    private static final class Probe implements Rule {

        private final List<LoadedRows> rows = new ArrayList<>();

        @Override
        public void check(Model model, Consumer<Finding> findings) {
            rows.addAll(model.flow().loadedRows());
        }

        @Override
        public RuleCard card() {
            return new RuleCard("probe", "Probe", "Keeps the model.", Level.NOTE, "0.1.0", "preview", List.of(), Map.of(), "");
        }
    }
}
