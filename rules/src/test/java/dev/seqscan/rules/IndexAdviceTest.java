package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AdvisedReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.advice.ProposedIndex;
import dev.seqscan.advice.UnusedIndex;
import dev.seqscan.advice.migration.Migration;
import dev.seqscan.finding.Finding;
import dev.seqscan.report.indexes.IndexesReport;
import dev.seqscan.rule.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexAdviceTest {

    private static final String TABLE = """
            create table orders (
                id bigint primary key, customer_number bigint not null, status varchar(20) not null,
                city varchar(80), placed_at timestamp not null, note varchar(200)
            );
            create index idx_orders_note on orders (note);
            create index idx_orders_city on orders (city);
            """;

    private static final String XML_CHANGELOG = """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
              <changeSet id="1" author="a"><sql>%s</sql></changeSet>
            </databaseChangeLog>
            """.formatted(TABLE);

    private static final String CODE = """
            package com.example.shop;

            import jakarta.persistence.Entity;
            import jakarta.persistence.Id;
            import jakarta.persistence.Table;
            import java.time.LocalDateTime;
            import java.util.List;
            import org.springframework.data.jpa.repository.JpaRepository;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.PostMapping;
            import org.springframework.web.bind.annotation.RestController;

            @Entity
            @Table(name = "orders")
            class Order {
                @Id
                private Long id;
                private Long customerNumber;
                private String status;
                private String city;
                private LocalDateTime placedAt;
                private String note;
            }

            interface OrderRepository extends JpaRepository<Order, Long> {
                List<Order> findByStatus(String status);

                List<Order> findByStatusAndCustomerNumber(String status, Long customerNumber);

                List<Order> findByCustomerNumberAndPlacedAtAfter(Long customerNumber, LocalDateTime day);

                List<Order> findByCity(String city);
            }

            @RestController
            class OrderController {
                private final OrderRepository orders;

                OrderController(OrderRepository orders) {
                    this.orders = orders;
                }

                @GetMapping("/a")
                List<Order> open() {
                    return orders.findByStatus("open");
                }

                @GetMapping("/b")
                List<Order> openOf(Long number) {
                    return orders.findByStatusAndCustomerNumber("open", number);
                }

                @GetMapping("/c")
                List<Order> since(Long number, LocalDateTime day) {
                    return orders.findByCustomerNumberAndPlacedAtAfter(number, day);
                }

                @GetMapping("/d")
                List<Order> in(String city) {
                    return orders.findByCity(city);
                }

                @PostMapping("/e")
                void place(Order order) {
                    orders.save(order);
                }
            }
            """;

    @TempDir
    private Path project;

    @Test
    void the_fewest_indexes_serve_all_statements() throws IOException {
        flyway("postgresql", TABLE);

        List<ProposedIndex> proposed = advise().advice().get(0).proposed();

        assertThat(proposed).extracting(ProposedIndex::create).containsExactlyInAnyOrder(
                "CREATE INDEX CONCURRENTLY idx_orders_status_customer_number ON orders (status, customer_number)",
                "CREATE INDEX CONCURRENTLY idx_orders_customer_number_placed_at ON orders (customer_number, placed_at)");
        assertThat(proposed.get(0).served()).extracting(ProposedIndex.Served::statement)
                .containsExactly("OrderRepository.findByStatus", "OrderRepository.findByStatusAndCustomerNumber");
        assertThat(proposed).allMatch(each -> each.writers().size() == 1);
    }

    @Test
    void an_index_that_no_statement_asks_for_is_told_and_one_that_is_used_is_not() throws IOException {
        flyway("postgresql", TABLE);

        assertThat(advise().advice().get(0).unused()).extracting(UnusedIndex::name).containsExactly("idx_orders_note");
    }

    @Test
    void rows_that_no_statement_asks_for_are_left_out_of_the_index() throws IOException {
        flyway("postgresql", TABLE.replace("note varchar(200)", "note varchar(200), deleted boolean not null"), CODE
                .replace("private String note;", "private String note;\n    private boolean deleted;")
                .replace("findByStatus(String status)", "findByStatusAndDeletedFalse(String status)")
                .replace("findByStatus(\"open\")", "findByStatusAndDeletedFalse(\"open\")")
                .replace("findByStatusAndCustomerNumber(", "findByStatusAndCustomerNumberAndDeletedFalse("));

        assertThat(advise().advice().get(0).proposed()).extracting(ProposedIndex::create).containsExactlyInAnyOrder(
                "CREATE INDEX CONCURRENTLY idx_orders_status_customer_number ON orders (status, customer_number) "
                        + "WHERE deleted = false",
                "CREATE INDEX CONCURRENTLY idx_orders_customer_number_placed_at ON orders (customer_number, placed_at)");
        apply(advise());
        assertNothingLeft();
    }

    @Test
    void a_value_that_is_always_the_same_is_a_condition_and_no_column() throws IOException {
        String code = CODE.replace("List<Order> findByCustomerNumberAndPlacedAtAfter(", """
                @org.springframework.data.jpa.repository.Query(
                            "select o from Order o where o.note = 'new' and o.customerNumber = ?1 and o.placedAt > ?2")
                    List<Order> findByCustomerNumberAndPlacedAtAfter(""");
        flyway("postgresql", TABLE.replace("on orders (note)", "on orders (status, customer_number)"), code);

        assertThat(advise().advice().get(0).proposed()).extracting(ProposedIndex::create).containsExactly(
                "CREATE INDEX CONCURRENTLY idx_orders_customer_number_placed_at ON orders (customer_number, placed_at) "
                        + "WHERE note = 'new'");
        apply(advise());
        assertNothingLeft();
    }

    @Test
    void without_partial_indexes_the_value_is_a_column() throws IOException {
        flyway("mysql", TABLE.replace("note varchar(200)", "note varchar(200), deleted boolean not null"), CODE
                .replace("private String note;", "private String note;\n    private boolean deleted;")
                .replace("findByStatus(String status)", "findByStatusAndDeletedFalse(String status)")
                .replace("findByStatus(\"open\")", "findByStatusAndDeletedFalse(\"open\")"));

        assertThat(advise().advice().get(0).proposed()).extracting(ProposedIndex::condition).containsOnly("");
    }

    @Test
    void flyways_next_script_makes_them_and_nothing_is_left_to_report() throws IOException {
        flyway("postgresql", TABLE);

        Migration migration = apply(advise());

        assertThat(migration.files()).extracting(Migration.MigrationFile::name)
                .containsExactly("V2__add_indexes.sql", "V2__add_indexes.sql.conf");
        assertThat(migration.files().get(1).text()).isEqualTo("executeInTransaction=false\n");
        assertThat(migration.hints()).anyMatch(each -> each.contains("flyway.postgresql.transactional.lock=false"));
        assertNothingLeft();
    }

    @Test
    void on_mysql_a_transaction_does_no_harm() throws IOException {
        flyway("mysql", TABLE);

        Migration migration = apply(advise());

        assertThat(migration.files()).extracting(Migration.MigrationFile::name).containsExactly("V2__add_indexes.sql");
        assertThat(migration.hints()).isEmpty();
        assertNothingLeft();
    }

    @Test
    void a_changelog_in_xml_is_followed_by_one_in_xml() throws IOException {
        liquibase("postgresql", "0001-orders.xml", XML_CHANGELOG);

        Migration migration = apply(advise());

        assertThat(migration.files()).extracting(Migration.MigrationFile::name).containsExactly("0002-add-indexes.xml");
        assertThat(migration.files().get(0).text()).contains("runInTransaction=\"false\" dbms=\"postgresql\"")
                .contains("<rollback><sql>DROP INDEX CONCURRENTLY idx_orders_status_customer_number</sql></rollback>");
        assertNothingLeft();
    }

    @Test
    void a_changelog_for_mysql_uses_the_change_of_its_own() throws IOException {
        liquibase("mysql", "0001-orders.xml", XML_CHANGELOG);

        Migration migration = apply(advise());

        assertThat(migration.files().get(0).text()).contains("<createIndex tableName=\"orders\"").doesNotContain("dbms");
        assertNothingLeft();
    }

    @Test
    void a_changelog_in_yaml_is_followed_by_one_in_yaml() throws IOException {
        for (String product : List.of("postgresql", "mysql")) {
            liquibase(product, "0001-orders.yaml", """
                    databaseChangeLog:
                      - changeSet:
                          id: 1
                          author: a
                          changes:
                            - sql:
                                sql: |
                    %s""".formatted(TABLE.indent(18)));

            apply(advise());

            assertNothingLeft();
            Files.delete(project.resolve("src/main/resources/db/changelog/0002-add-indexes.yaml"));
        }
    }

    @Test
    void a_changelog_in_sql_is_followed_by_one_in_sql() throws IOException {
        liquibase("postgresql", "0001-orders.sql", "--liquibase formatted sql\n\n--changeset a:1\n" + TABLE);

        Migration migration = apply(advise());

        assertThat(migration.files().get(0).text()).contains("runInTransaction:false dbms:postgresql");
        assertNothingLeft();
    }

    @Test
    void a_plain_schema_gets_a_plain_script() throws IOException {
        write("src/main/resources/schema.sql", TABLE);
        write("src/main/resources/application.properties", "spring.datasource.url=jdbc:postgresql://localhost/shop\n");
        write("src/main/java/com/example/shop/Shop.java", CODE);

        Migration migration = advise().advised().get(0).migration().orElseThrow();

        assertThat(migration.files()).extracting(Migration.MigrationFile::folder).containsExactly("");
        assertThat(migration.files()).extracting(Migration.MigrationFile::name).containsExactly("indexes-postgresql.sql");
    }

    @Test
    void the_text_tells_what_each_index_serves_and_costs() throws IOException {
        flyway("postgresql", TABLE);

        assertThat(new IndexesReport().text(advise().advice())).startsWith("2 indexes to add on PostgreSQL\n").contains("""
                  CREATE INDEX CONCURRENTLY idx_orders_status_customer_number ON orders (status, customer_number);
                    serves 2 statements:
                      OrderRepository.findByStatus  src/main/java/com/example/shop/Shop.java:26
                      OrderRepository.findByStatusAndCustomerNumber  src/main/java/com/example/shop/Shop.java:28
                    costs: one more index to keep for what writes orders, in 1 place, as \
                src/main/java/com/example/shop/Shop.java:65
                """.indent(0)).contains("1 index on PostgreSQL that no statement of this code asks for\n  idx_orders_note on orders (note)")
                .contains("0 of 5 statements (0 %) are put together at run time");
    }

    private void assertNothingLeft() {
        AdvisedReport after = advise();
        assertThat(after.report().findings()).extracting(Finding::ruleId).doesNotContain("unindexed-filter");
        assertThat(after.advice()).allMatch(each -> each.proposed().isEmpty());
    }

    private AdvisedReport advise() {
        return new Analyzer(RuleCatalog.load(getClass().getClassLoader())).advise(AnalysisRequest.of(project),
                LocalDateTime.of(2026, 11, 23, 14, 5));
    }

    private Migration apply(AdvisedReport report) throws IOException {
        Migration migration = report.advised().get(0).migration().orElseThrow();
        for (Migration.MigrationFile file : migration.files()) {
            write(file.folder() + "/" + file.name(), file.text());
        }
        return migration;
    }

    private void flyway(String product, String script) throws IOException {
        flyway(product, script, CODE);
    }

    private void flyway(String product, String script, String code) throws IOException {
        write("src/main/resources/application.properties", "spring.datasource.url=jdbc:" + product + "://localhost/shop\n");
        write("src/main/resources/db/migration/V1__orders.sql", script);
        write("src/main/java/com/example/shop/Shop.java", code);
    }

    private void liquibase(String product, String name, String changelog) throws IOException {
        write("src/main/resources/application.properties", "spring.datasource.url=jdbc:" + product + "://localhost/shop\n");
        write("src/main/resources/db/changelog-master.yaml",
                "databaseChangeLog:\n  - includeAll:\n      path: db/changelog/\n");
        write("src/main/resources/application.yml", "spring:\n  liquibase:\n    change-log: classpath:db/changelog-master.yaml\n");
        write("src/main/resources/db/changelog/" + name, changelog);
        write("src/main/java/com/example/shop/Shop.java", CODE);
    }

    private void write(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
