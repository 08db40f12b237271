package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.finding.Edit;
import dev.seqscan.finding.Finding;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.report.html.HtmlReport;
import dev.seqscan.report.sarif.SarifReport;
import dev.seqscan.rule.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops over the rows of a repository's method whose declaration may take an entity graph, or may not. */
class OfferedEditsTest {

    private static final String REPOSITORY = "src/main/java/com/shop/OrderRepository.java";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "List<Order> rows();",
        "@Deprecated List<Order> rows();",
        "@Query(\"select o from Order o where o.number like 'A%'\") List<Order> rows();",
        "@Query(\"select distinct o from Order o\") public Stream<Order> rows();"})
    void a_graph_is_offered_for(String method) throws IOException {
        assertThat(fixes(method, "order.getCustomer().getName()")).singleElement().extracting(Edit::text)
                .isEqualTo("@org.springframework.data.jpa.repository.EntityGraph(attributePaths = \"customer\")\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "@Lock(LockModeType.PESSIMISTIC_WRITE) List<Order> rows();",
        "@QueryHints(@QueryHint(name = \"a\", value = \"b\")) List<Order> rows();",
        "@Query(value = \"select * from orders\", nativeQuery = true) List<Order> rows();",
        "@Query(\"select o from Order o join fetch o.shop\") List<Order> rows();",
        "@Query(\"select l.order from OrderLine l\") List<Order> rows();",
        "@EntityGraph(attributePaths = \"shop\") List<Order> rows();"})
    void nothing_is_offered_for(String method) throws IOException {
        assertThat(fixes(method, "order.getCustomer().getName()")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"order.getLines().size()", "order.getRemark().getCustomer().getName()"})
    void nothing_is_offered_for_lists_and_embedded_values(String read) throws IOException {
        assertThat(fixes("List<Order> rows();", read)).isEmpty();
    }

    @Test
    void eager_associations_stay_eager() throws IOException {
        write("src/main/java/com/shop/Payment.java", """
                package com.shop;
                import jakarta.persistence.*;
                @Entity class Payment {
                    @Id Long id;
                    @ManyToOne Order order;
                }
                """);
        assertThat(fixes("List<Order> rows();", "order.getCustomer().getName()")).singleElement()
                .extracting(Edit::text).asString().endsWith("type = org.springframework.data.jpa.repository.EntityGraph.EntityGraphType.LOAD)\n");
    }

    @Test
    void the_file_for_viewers_holds_the_edit_with_the_indentation_of_its_line() throws IOException {
        assertThat(fixes("List<Order> rows();", "order.getCustomer().getName()")).hasSize(1);
        String sarif = new SarifReport().text(new Analyzer(RuleCatalog.load(getClass().getClassLoader()))
                .analyze(AnalysisRequest.of(folder)), ScannedFolder.alone(folder));
        assertThat(sarif).contains("EntityGraph(attributePaths = \\\"customer\\\")\\n\\t\"").containsIgnoringWhitespaces("""
                "deletedRegion": {"startLine": 11, "startColumn": 2, "endLine": 11, "endColumn": 2},""");
    }

    @Test
    void a_file_that_was_changed_since_it_was_judged_has_neither_fix_nor_excerpt_but_a_notice() throws IOException {
        assertThat(fixes("List<Order> rows();", "order.getCustomer().getName()")).hasSize(1);
        AnalysisReport report = new Analyzer(RuleCatalog.load(getClass().getClassLoader())).analyze(AnalysisRequest.of(folder));
        String notice = "changed since it was judged";
        String before = new SarifReport().text(report, ScannedFolder.alone(folder));
        assertThat(before).contains("deletedRegion", "void print() {").doesNotContain(notice);
        Files.writeString(folder.resolve(REPOSITORY), Files.readString(folder.resolve(REPOSITORY)).replace("All", "Any"));
        String repositoryChanged = new SarifReport().text(report, ScannedFolder.alone(folder));
        assertThat(repositoryChanged).contains("void print() {", notice).doesNotContain("deletedRegion");
        String orders = "src/main/java/com/shop/Orders.java";
        write(orders, "// a new first line\n" + Files.readString(folder.resolve(orders)));
        assertThat(new SarifReport().text(report, ScannedFolder.alone(folder))).doesNotContain("void print() {");
        assertThat(new HtmlReport().text(report, ScannedFolder.alone(folder))).doesNotContain("a new first line")
                .contains(notice);
    }

    private List<Edit> fixes(String method, String read) throws IOException {
        write(REPOSITORY, """
                package com.shop;

                import jakarta.persistence.*;
                import java.util.List;
                import java.util.stream.Stream;
                import org.springframework.data.jpa.repository.*;
                import org.springframework.data.jpa.repository.Query;

                interface OrderRepository extends JpaRepository<Order, Long> {
                \t/** All of them. */
                \tMETHOD
                }
                """.replace("METHOD", method.replace(" rows()", " findByNumberLike(String number)")));
        write("src/main/java/com/shop/Order.java", """
                package com.shop;
                import jakarta.persistence.*;
                import java.util.List;
                @Entity @Table(name = "orders") class Order {
                    @Id Long id;
                    String number;
                    @ManyToOne(fetch = FetchType.LAZY) Customer customer;
                    @ManyToOne(fetch = FetchType.LAZY) Customer shop;
                    @OneToMany(mappedBy = "order") List<OrderLine> lines;
                    @Embedded Remark remark;
                    Customer getCustomer() { return customer; }
                    List<OrderLine> getLines() { return lines; }
                    Remark getRemark() { return remark; }
                }
                @Embeddable class Remark {
                    @ManyToOne(fetch = FetchType.LAZY) Customer customer;
                    Customer getCustomer() { return customer; }
                }
                @Entity class OrderLine {
                    @Id Long id;
                    @ManyToOne(fetch = FetchType.LAZY) Order order;
                }
                @Entity class Customer {
                    @Id Long id;
                    String name;
                    String getName() { return name; }
                }
                """);
        write("src/main/java/com/shop/Orders.java", """
                package com.shop;
                class Orders {
                    OrderRepository orders;
                    void print() {
                        orders.findByNumberLike("A%").forEach(order -> System.out.println(READ));
                    }
                }
                """.replace("READ", read));
        List<Finding> findings = new Analyzer(RuleCatalog.load(getClass().getClassLoader()))
                .analyze(AnalysisRequest.of(folder)).findings().stream()
                .filter(each -> each.ruleId().equals("lazy-load-in-loop")).toList();
        assertThat(findings).hasSize(1);
        return findings.get(0).fixes();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
