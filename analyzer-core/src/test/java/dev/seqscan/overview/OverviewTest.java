package dev.seqscan.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.overview.Overview.Link;
import dev.seqscan.overview.Overview.Search;
import dev.seqscan.overview.Overview.Statement;
import dev.seqscan.overview.Overview.StoredIndex;
import dev.seqscan.overview.Overview.StoredTable;
import dev.seqscan.overview.Overview.TableQuery;
import dev.seqscan.rule.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an analysis tells of a small application. */
class OverviewTest {

    private static final String JAVA = """
            package com.shop;

            import jakarta.persistence.*;
            import java.util.List;
            import org.springframework.data.jpa.repository.*;

            @Entity @Table(name = "orders") class Order {
                @Id Long id;
                String status;
                @ManyToOne(fetch = FetchType.LAZY) Customer customer;
                @ManyToOne Customer payer;
            }

            @Entity class Customer { @Id Long id; }

            interface OrderRepository extends JpaRepository<Order, Long> {
                @Query("select o from Order o join fetch o.customer where o.status = ?1") List<Order> withCustomer(String status);
                List<Order> findByCustomerIdAndStatus(Long customer, String status);
            }

            class OrderService {
                OrderRepository orders;
                void all() { orders.withCustomer("OPEN"); orders.findByCustomerIdAndStatus(1L, "OPEN"); }
            }
            """;
    private static final String SQL = """
            create table customer (id bigint primary key);
            create table orders (id bigint primary key, status varchar(20), customer_id bigint, payer_id bigint);
            create index orders_by_customer on orders (customer_id, status);
            """;

    @TempDir
    private Path root;

    @BeforeEach
    void write() throws IOException {
        Path migrations = Files.createDirectories(root.resolve("src/main/resources/db/migration"));
        Files.writeString(migrations.resolve("V1__shop.sql"), SQL);
        Files.writeString(Files.createDirectories(root.resolve("src/main/java/com/shop")).resolve("Order.java"), JAVA);
    }

    private Overview overview() {
        return overview(AnalysisRequest.of(root).withOverview(true));
    }

    private static Overview overview(AnalysisRequest request) {
        return new Analyzer(RuleCatalog.of(List.of())).analyze(request).overview();
    }

    private List<Link> links() {
        return overview().entities().stream().filter(each -> each.name().equals("Order")).flatMap(each -> each.links().stream())
                .toList();
    }

    private List<TableQuery> queries() {
        return overview().tables().stream().filter(each -> each.name().equals("orders")).flatMap(each -> each.queries().stream())
                .toList();
    }

    private List<Search> searches(String label) {
        return queries().stream().filter(each -> each.statement().label().equals(label))
                .flatMap(each -> each.searches().stream()).toList();
    }

    @Test
    void a_report_that_nobody_asked_for_an_overview_has_none_of_entities_and_tables() {
        Overview none = overview(AnalysisRequest.of(root));
        assertThat(none.entities()).isEmpty();
        assertThat(none.tables()).isEmpty();
    }

    @Test
    void an_association_is_told_with_its_fetch_type_and_whether_that_is_written_down() {
        assertThat(links()).extracting(Link::name, Link::eager, Link::explicit, Link::cardinality).containsExactly(
                tuple("customer", false, true, "many to one"),
                tuple("payer", true, false, "many to one"));
    }

    @Test
    void an_association_is_told_with_the_queries_that_load_it() {
        assertThat(links().get(0).loadedBy()).extracting(Statement::label).containsExactly("OrderRepository.withCustomer");
        assertThat(links().get(1).loadedBy()).isEmpty();
    }

    @Test
    void a_table_is_told_with_its_indexes_and_a_condition_that_begins_none_is_served_by_none() {
        StoredTable orders = overview().tables().stream().filter(each -> each.name().equals("orders")).findFirst().orElseThrow();
        assertThat(orders.indexes()).extracting(StoredIndex::title)
                .contains("primary key (id)", "orders_by_customer (customer_id, status)");
        assertThat(searches("OrderRepository.withCustomer")).filteredOn(each -> each.condition().equals("status equal"))
                .extracting(Search::indexes).containsExactly(List.of());
    }

    @Test
    void a_further_column_of_an_index_is_served_where_the_first_is_pinned() {
        assertThat(searches("OrderRepository.findByCustomerIdAndStatus")).extracting(Search::condition, Search::indexes)
                .containsExactlyInAnyOrder(
                        tuple("customer_id equal", List.of("orders_by_customer (customer_id, status)")),
                        tuple("status equal", List.of("orders_by_customer (customer_id, status)")));
    }
}
