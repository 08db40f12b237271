package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.config.WrongSettings;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Weight;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes in the report when the user tells of methods and tables. */
class UserSettingsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void a_shop_with_data_access_of_its_own() throws IOException {
        write("src/main/java/com/shop/Order.java", """
                package com.shop;
                import jakarta.persistence.*;
                @Entity
                @Table(name = "orders")
                public class Order {
                    @Id private Long id;
                    private String status;
                    @ManyToOne(fetch = FetchType.LAZY) private Customer customer;
                    public Customer getCustomer() { return customer; }
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
                import java.util.List;
                import org.springframework.data.domain.*;
                import org.springframework.data.jpa.repository.JpaRepository;
                public interface OrderRepository extends JpaRepository<Order, Long> {
                    List<Order> findByStatus(String status);
                    Slice<Order> findAllBy(Pageable page);
                    Order findByCustomerName(String name);
                }
                """);
        write("src/main/java/com/shop/Dao.java", """
                package com.shop;
                import java.util.List;
                import java.util.function.Consumer;
                public interface Dao {
                    Object load(long id);
                    List<String> names();
                    void inTransaction(Consumer<String> work);
                }
                """);
        write("src/main/resources/schema.sql", """
                create table orders (id bigint primary key, status varchar(20), customer_id bigint);
                create table customer (id bigint primary key, name varchar(80));
                """);
    }

    @Test
    void a_method_that_sends_a_statement_is_reported_in_a_loop() throws IOException {
        service("for (long id : ids) {", "    dao.load(id);", "}");
        assertThat(rules("")).doesNotContain("query-in-loop:8");
        assertThat(rules("methods: {com.shop.Dao#load(*): {sends: read, rows: one}}")).contains("query-in-loop:8");
    }

    @Test
    void it_holds_for_subtypes() throws IOException {
        write("src/main/java/com/shop/OrderDao.java", "package com.shop;\npublic interface OrderDao extends Dao { }\n");
        service("OrderDao own = null;", "for (long id : ids) { own.load(id); }", "");
        assertThat(rules("methods: {com.shop.Dao#load: {sends: read}}")).contains("query-in-loop:8");
    }

    @Test
    void a_cached_method_is_not_reported_in_a_loop() throws IOException {
        service("for (String name : names) {", "    orders.findByCustomerName(name);", "}");
        assertThat(rules("")).contains("query-in-loop:8");
        assertThat(rules("methods: {com.shop.OrderRepository#findByCustomerName: {cached: true}}")).doesNotContain("query-in-loop:8");
    }

    @Test
    void a_method_that_loads_in_batches_is_not_reported_in_a_loop() throws IOException {
        service("for (String name : names) {", "    orders.findByCustomerName(name);", "}");
        assertThat(rules("methods: {com.shop.OrderRepository#find*: {batch: true}}")).doesNotContain("query-in-loop:8");
    }

    @Test
    void a_loop_over_few_elements_does_not_count() throws IOException {
        service("for (String name : dao.names()) {", "    orders.findByCustomerName(name);", "}");
        String large = "tables: {orders: {rows: 3000000}}\n";
        assertThat(rules("")).doesNotContain("query-in-loop:8");
        assertThat(rules(large)).contains("query-in-loop:8");
        assertThat(rules(large + "methods: {com.shop.Dao#names: {bounded: 10}}")).doesNotContain("query-in-loop:8");
        assertThat(rules("methods: {com.shop.Dao#names: {bounded: 100000}}")).contains("query-in-loop:8");
    }

    @Test
    void a_method_that_runs_a_function_many_times_is_a_loop() throws IOException {
        service("dao.inTransaction(name ->", "    orders.findByCustomerName(name)", ");");
        assertThat(rules("")).doesNotContain("query-in-loop:8");
        assertThat(rules("methods: {com.shop.Dao#inTransaction: {loop: many}}")).contains("query-in-loop:8");
    }

    @Test
    void rows_of_a_bounded_query_are_not_reported_as_lazy_loads() throws IOException {
        service("for (Order order : orders.findAll()) {", "    order.getCustomer().getName();", "}");
        assertThat(rules("")).contains("lazy-load-in-loop:8");
        assertThat(rules("methods: {org.springframework.data.jpa.repository.JpaRepository#findAll: {bounded: 5}}"))
                .doesNotContain("lazy-load-in-loop:8");
    }

    @Test
    void a_filter_of_a_small_table_needs_no_index() throws IOException {
        service("", "orders.findByStatus(names.get(0));", "");
        assertThat(rules("")).doesNotContain("unindexed-filter:6");
        assertThat(rules("tables: {orders: {small: true}}")).doesNotContain("unindexed-filter:6");
        assertThat(rules("tables: {orders: {rows: 300}}")).doesNotContain("unindexed-filter:6");
        assertThat(rules("tables: {orders: {rows: 3000000}}")).contains("unindexed-filter:6");
    }

    @Test
    void pages_of_a_small_table_may_go_by_offset() throws IOException {
        service("", "orders.findAllBy(page);", "");
        assertThat(rules("tables: {orders: {rows: 3000000}}")).anyMatch(each -> each.startsWith("offset-pagination"));
        assertThat(rules("tables: {orders: {rows: 300}}")).noneMatch(each -> each.startsWith("offset-pagination"));
    }

    @Test
    void a_large_table_weighs_more_than_one_whose_size_is_not_known() throws IOException {
        service("", "orders.findByStatus(names.get(0));", "");
        assertThat(finding("tables: {orders: {rows: 3000000}}", "unindexed-filter").weight().table()).isEqualTo(Weight.Table.LARGE);
    }

    @Test
    void an_entry_that_fits_nothing_is_told() throws IOException {
        service("", "orders.findAll();", "");
        assertThat(analyse("methods:\n  com.shop.Dao#lod:\n    cached: true\n").notices()).anySatisfy(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.NO_EFFECT);
            assertThat(notice.reason()).isEqualTo("com.shop.Dao#lod fits no call that was read");
            assertThat(notice.line()).isEqualTo(3);
        });
    }

    @Test
    void a_misspelt_word_stops_at_once() throws IOException {
        service("", "orders.findAll();", "");
        assertThatThrownBy(() -> analyse("methods: {com.shop.Dao#load: {send: read}}")).isInstanceOf(WrongSettings.class);
    }

    @Test
    void a_file_that_is_named_must_be_there() {
        AnalysisRequest request = AnalysisRequest.of(folder).withSettings(folder.resolve("missing.yml"));
        assertThatThrownBy(() -> new Analyzer(RuleCatalog.load(getClass().getClassLoader())).analyze(request))
                .isInstanceOf(WrongSettings.class).hasMessageContaining("missing.yml cannot be read");
    }

    private void service(String... lines) throws IOException {
        write("src/main/java/com/shop/OrderService.java", "package com.shop;\nimport java.util.List;\n"
                + "import org.springframework.data.domain.Pageable;\n"
                + "public class OrderService {\n    OrderRepository orders; Dao dao;\n"
                + "    void run(List<String> names, long[] ids, Pageable page) {\n" + String.join("\n", lines) + "\n    }\n}\n");
    }

    /** Each finding as {@code rule:line}. */
    private List<String> rules(String settings) throws IOException {
        return analyse(settings).findings().stream().map(each -> each.ruleId() + ":" + each.place().line()).toList();
    }

    private Finding finding(String settings, String rule) throws IOException {
        return analyse(settings).findings().stream().filter(each -> each.ruleId().equals(rule)).findFirst().orElseThrow();
    }

    private AnalysisReport analyse(String settings) throws IOException {
        write("seqscan.yml", settings);
        return new Analyzer(RuleCatalog.load(getClass().getClassLoader())).analyze(AnalysisRequest.of(folder));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
