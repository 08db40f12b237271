package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.report.console.ConsoleReport;
import dev.seqscan.rule.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report says of how much of what was looked at nothing is known. */
class LookedAtTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTree() throws IOException {
        write("src/main/java/com/shop/Orders.java", """
                package com.shop;
                class Orders {
                    org.springframework.jdbc.core.JdbcTemplate jdbc;
                    void all() { jdbc.queryForList("select id from orders where status = ?", 1); }
                    void again() { jdbc.queryForList("select id from orders where status = ?", 1); }
                    void keep() { jdbc.execute("create table kept (id int)"); }
                    void any(java.io.Reader given) { jdbc.queryForList(given.toString()); }
                }
                """);
        write("src/main/java/com/shop/Broken.java", "package com.shop; class {");
        write("src/main/resources/db/migration/V1__orders.sql", """
                create table orders (id bigint primary key, status int);
                insert into orders (id, status) values (1, 1);
                create index orders_status on orders (status);
                create orders again;
                """);
    }

    @Test
    void filesQueriesAndStatementsOfTheSchemaAreCountedAndThoseThatAreNotUnderstood() {
        assertThat(analyzed().counts()).containsEntry("files", 3).containsEntry("files not understood", 1)
                .containsEntry("queries", 4).containsEntry("queries not understood", 1)
                .containsEntry("schema statements", 3).containsEntry("schema statements not understood", 1);
    }

    @Test
    void theTerminalTellsThem() throws IOException {
        StringBuilder text = new StringBuilder();
        new ConsoleReport(folder.resolve("seqscan.sarif")).print(analyzed(), folder, text, false);

        assertThat(text.toString().replaceAll("\\s+", " ")).contains("; 3 files; 4 queries; 3 schema statements.")
                .contains("; 1 files not understood; 1 queries not understood; 1 schema statements not understood.");
    }

    private AnalysisReport analyzed() {
        return new Analyzer(RuleCatalog.load(getClass().getClassLoader())).analyze(AnalysisRequest.of(folder));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
