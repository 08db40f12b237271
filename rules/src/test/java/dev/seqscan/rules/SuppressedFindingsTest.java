package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.SetAside;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.report.sarif.SarifReport;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comments that ask for silence, in the languages in which tables and settings are written. */
class SuppressedFindingsTest {

    private static final String CHANGELOG = "src/main/resources/db/changelog/db.changelog-master";

    @TempDir
    private Path folder;

    @Test
    void a_comment_in_sql_silences_the_next_statement() throws IOException {
        AnalysisReport report = analyse("src/main/resources/schema.sql", """
                create table orders (id bigint primary key, number varchar(20));
                create index orders_number on orders (number);
                -- seqscan:ignore duplicate-index: the tool of the warehouse wants it by this name
                create index orders_number_2 on orders (number);
                """);
        silenced(report, "the tool of the warehouse wants it by this name");
        assertThat(new SarifReport().text(report, ScannedFolder.alone(folder))).containsIgnoringWhitespaces("""
                "suppressions": [{
                    "kind": "inSource",
                    "status": "accepted",
                    "justification": "the tool of the warehouse wants it by this name"
                }]""");
    }

    @Test
    void a_comment_in_yaml_silences_the_next_entry() throws IOException {
        silenced(analyse(CHANGELOG + ".yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: 1
                      author: a
                      changes:
                        - sql: {sql: "create table orders (id bigint primary key, number varchar(20))"}
                        - sql: {sql: "create index orders_number on orders (number)"}
                        # seqscan:ignore duplicate-index: wanted by a tool
                        - sql: {sql: "create index orders_number_2 on orders (number)"}
                """), "wanted by a tool");
    }

    @Test
    void a_comment_in_xml_silences_the_next_element() throws IOException {
        silenced(analyse(CHANGELOG + ".xml", """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
                  <changeSet id="1" author="a">
                    <sql>create table orders (id bigint primary key, number varchar(20))</sql>
                    <sql>create index orders_number on orders (number)</sql>
                    <!-- seqscan:ignore duplicate-index: wanted by a tool -->
                    <sql>create index orders_number_2 on orders (number)</sql>
                  </changeSet>
                </databaseChangeLog>
                """), "wanted by a tool");
    }

    @Test
    void a_comment_in_properties_that_silences_nothing_is_said_so() throws IOException {
        AnalysisReport report = analyse("src/main/resources/application.properties", """
                # seqscan:ignore duplicate-index: wanted by a tool
                spring.jpa.open-in-view=false
                """);
        assertThat(report.notices()).contains(new Notice(Notice.Kind.NO_EFFECT, "src/main/resources/application.properties", 1,
                "seqscan:ignore duplicate-index silences nothing: there is no such finding here"));
    }

    private static void silenced(AnalysisReport report, String reason) {
        assertThat(report.findings()).extracting(Finding::ruleId).doesNotContain("duplicate-index");
        assertThat(report.setAside()).extracting(each -> each.finding().ruleId(), SetAside::why, SetAside::reason)
                .containsExactly(tuple("duplicate-index", SetAside.Why.SUPPRESSED, reason));
        assertThat(report.notices()).filteredOn(each -> each.kind() == Notice.Kind.NO_EFFECT).isEmpty();
    }

    private AnalysisReport analyse(String file, String text) throws IOException {
        write(file, text);
        write("src/main/resources/application.yml", "spring.datasource.url: jdbc:postgresql://localhost/shop\n");
        write("src/main/java/com/shop/OrderImport.java", """
                package com.shop;
                import java.util.List;
                import org.springframework.jdbc.core.JdbcTemplate;
                class OrderImport {
                    JdbcTemplate jdbc;
                    void load(List<String> numbers) {
                        for (String number : numbers) {
                            jdbc.update("insert into orders (number) values (?)", number);
                        }
                    }
                }
                """);
        return new Analyzer(RuleCatalog.load(getClass().getClassLoader())).analyze(AnalysisRequest.of(folder));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
