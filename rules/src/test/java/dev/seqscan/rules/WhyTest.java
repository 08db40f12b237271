package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.finding.Trail;
import dev.seqscan.report.why.WhyReport;
import dev.seqscan.rule.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told about a line, above all where nothing is reported. */
class WhyTest {

    private static final String SERVICE = "src/main/java/com/shop/OrderService.java";

    @TempDir
    private Path folder;

    @BeforeEach
    void a_shop() throws IOException {
        write("src/main/java/com/shop/Customer.java", """
                package com.shop;
                import jakarta.persistence.*;
                @Entity
                public class Customer {
                    @Id private Long id;
                    private String name;
                    public Long getId() { return id; }
                    public String getName() { return name; }
                }
                """);
        write("src/main/java/com/shop/Order.java", """
                package com.shop;
                import jakarta.persistence.*;
                @Entity
                @Table(name = "orders")
                public class Order {
                    @Id private Long id;
                    private String number;
                    @ManyToOne(fetch = FetchType.LAZY) private Customer customer;
                    @ManyToOne private Customer payer;
                    public Long getId() { return id; }
                    public Customer getCustomer() { return customer; }
                    public Customer getPayer() { return payer; }
                }
                """);
        write("src/main/java/com/shop/OrderRepository.java", """
                package com.shop;
                import java.util.List;
                import org.springframework.data.jpa.repository.*;
                public interface OrderRepository extends JpaRepository<Order, Long> {
                    Order findByNumber(String number);
                    @Query("select o from Order o join fetch o.customer") List<Order> withCustomer();
                    List<Order> findByIdGreaterThan(Long id);
                }
                """);
        write("src/main/java/com/shop/CustomerRepository.java", """
                package com.shop;
                import org.springframework.data.jpa.repository.*;
                public interface CustomerRepository extends JpaRepository<Customer, Long> {
                }
                """);
        write("src/main/resources/schema.sql", """
                create table orders (id bigint primary key, number varchar(20), customer_id bigint, payer_id bigint);
                create index orders_number on orders (number);
                """);
    }

    @Test
    void a_loop_over_constants_is_named_as_the_reason() throws IOException {
        assertThat(why("for (String number : List.of(\"a\", \"b\")) {", "    orders.findByNumber(number);", "}"))
                .contains("called on com.shop.OrderRepository, gives com.shop.Order")
                .contains("which does not count: constant")
                .contains("no rule reports anything here");
    }

    @Test
    void an_association_that_the_query_has_loaded_is_told_with_the_query() throws IOException {
        assertThat(why("for (Order order : orders.withCustomer()) {", "    order.getCustomer().getName();", "}"))
                .contains("rows of OrderRepository.withCustomer").contains("has loaded it")
                .contains("no rule reports anything here");
    }

    @Test
    void an_eager_association_is_told_as_such() throws IOException {
        assertThat(why("for (Order order : orders.findAll()) {", "    order.getPayer().getName();", "}"))
                .contains("Order.payer is eager many-to-one").contains("it comes with its owner");
    }

    @Test
    void a_row_that_the_session_holds_is_told_as_such() throws IOException {
        assertThat(why("for (Long id : orders.findAll().stream().map(Order::getId).toList()) {", "    orders.findById(id);", "}"))
                .contains("OrderRepository.findById sends nothing: the row is in the persistence context")
                .contains("no rule reports anything here");
    }

    @Test
    void targets_that_a_query_before_has_loaded_are_told_with_the_query() throws IOException {
        assertThat(why("customers.findAll(); for (Order order : orders.findAll()) {", "    order.getCustomer().getName();", "}"))
                .contains("Order.customer: costs nothing per row: CustomerRepository.findAll has loaded its targets before")
                .contains("no rule reports anything here");
    }

    @Test
    void a_loop_that_is_left_after_the_call_is_told_as_such() throws IOException {
        assertThat(why("for (String number : numbers) { if (number.isEmpty()) {", "    return orders.findByNumber(number);", "} }"))
                .contains("does not count for OrderRepository.findByNumber: the loop is left right after the call");
    }

    @Test
    void a_loop_that_runs_after_a_failure_is_told_as_such() throws IOException {
        assertThat(why("try { gateway.send(null); } catch (IllegalStateException e) { for (String number : numbers) {",
                "    orders.findByNumber(number);", "} }"))
                .contains("is only possible: the loop runs only after a failure")
                .contains("query-in-loop, OrderRepository.findByNumber, possible, as the loop runs only after a failure");
    }

    @Test
    void a_transaction_of_each_turn_is_told_as_such() throws IOException {
        write("src/main/java/com/shop/Templates.java", """
                package com.shop;
                import org.springframework.transaction.support.TransactionTemplate;
                interface Templates {
                    TransactionTemplate OF_ALL = null;
                }
                """);
        assertThat(why("for (String number : numbers) {",
                "    Templates.OF_ALL.execute(status -> orders.findByNumber(number));", "}"))
                .contains("is only possible: each turn runs in a transaction of its own");
    }

    @Test
    void a_finding_is_told_with_its_precision_and_cost() throws IOException {
        assertThat(why("for (Order order : orders.findAll()) {", "    order.getCustomer().getName();", "}"))
                .contains("found: lazy-load-in-loop, Order.customer, proven; cost: 1 + N statements")
                .contains("lazy-load-in-loop is reported as error");
    }

    @Test
    void a_suppressed_finding_is_told_with_the_reason_for_silence() throws IOException {
        assertThat(why("for (Order order : orders.findAll()) {",
                "    order.getCustomer().getName(); // seqscan:ignore lazy-load-in-loop: three rows", "}"))
                .contains("lazy-load-in-loop is left out of the report: the code asks for silence");
    }

    @Test
    void a_call_that_is_not_known_is_told_with_the_reason() throws IOException {
        assertThat(why("for (String number : numbers) {", "    gateway.send(number);", "}"))
                .contains("called on an unknown type (").contains("calls a method that is not known");
    }

    @Test
    void the_schema_is_told_for_the_filters_of_a_statement() throws IOException {
        assertThat(why("", "orders.findByNumber(numbers.get(0));", ""))
                .contains("column number (varchar): served by an index; it is in index orders_number (number)")
                .contains("unindexed-filter does not report: the table orders is reached by an index");
    }

    @Test
    void callers_are_told_with_their_loops() throws IOException {
        write("src/main/java/com/shop/Export.java", """
                package com.shop;
                import java.util.List;
                class Export {
                    OrderService service;
                    void all(List<String> groups) {
                        for (int i = 0; i < groups.size(); i++) {
                            service.run(List.of(groups.get(i)));
                        }
                    }
                }
                """);
        assertThat(why("", "orders.findByNumber(numbers.get(0));", "")).contains("OrderService.run is called by Export.all")
                .contains("stands in the for loop over groups.size() (line 6), which counts");
    }

    @Test
    void a_line_without_calls_says_so() throws IOException {
        assertThat(why("", "int number = 1;", "")).contains("nothing is called or read on this line");
    }

    @Test
    void the_same_line_gives_the_same_text() throws IOException {
        String[] loop = {"for (Order order : orders.findAll()) {", "    order.getCustomer().getName();", "}"};
        assertThat(why(loop)).isEqualTo(why(loop));
    }

    @Test
    void calls_of_made_code_are_told_in_one_order_though_they_stand_at_one_place() throws IOException {
        String mapper = "src/main/java/com/shop/CustomerMapper.java";
        write(mapper, """
                package com.shop;
                @org.mapstruct.Mapper
                interface CustomerMapper {
                    View view(Customer customer);
                    class View {
                        private Object id;
                        private String name;
                        public void setId(Object id) { this.id = id; }
                        public void setName(String name) { this.name = name; }
                    }
                }
                """);
        Set<String> told = new HashSet<>();
        for (int run = 0; run < 8; run++) {
            told.add(why(mapper, 4));
        }
        assertThat(told).singleElement(InstanceOfAssertFactories.STRING).containsSubsequence(
                "called on com.shop.Customer, gives java.lang.Long", "called on com.shop.Customer, gives java.lang.String");
    }

    /** What is told of the second of three lines. */
    private String why(String... lines) throws IOException {
        write(SERVICE, "package com.shop;\nimport java.util.List;\npublic class OrderService {\n    OrderRepository orders;\n"
                + "    CustomerRepository customers;\n    Gateway gateway;\n    Object run(List<String> numbers) {\n" + String.join("\n", lines)
                + "\nreturn null;\n    }\n}\n");
        return why(SERVICE, 9);
    }

    private String why(String file, int line) {
        Trail trail = Trail.at(file, line);
        new Analyzer(RuleCatalog.load(getClass().getClassLoader())).analyze(AnalysisRequest.of(folder).asking(trail));
        return unwrapped(new WhyReport().text(trail));
    }

    private static String unwrapped(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        return String.join(" ", lines);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
