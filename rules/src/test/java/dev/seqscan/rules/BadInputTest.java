package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.finding.Finding;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.Notice;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with one file is told, and the others are judged as if it were not there. */
class BadInputTest {

    private static final RuleCatalog RULES = RuleCatalog.load(BadInputTest.class.getClassLoader());

    @TempDir
    private Path folder;

    @BeforeEach
    void an_application_with_one_problem() throws IOException {
        write("src/main/java/com/shop/Product.java", """
                package com.shop;
                import jakarta.persistence.*;
                @Entity
                public class Product {
                    @Id private Long id;
                    private String name;
                    public String getName() { return name; }
                }
                """);
        write("src/main/java/com/shop/ProductRepository.java", """
                package com.shop;
                import org.springframework.data.jpa.repository.JpaRepository;
                public interface ProductRepository extends JpaRepository<Product, Long> { }
                """);
        write("src/main/java/com/shop/Cart.java", """
                package com.shop;
                import java.util.List;
                class Cart {
                    ProductRepository products;
                    void load(List<Long> ids) {
                        for (Long id : ids) {
                            products.findById(id);
                        }
                    }
                }
                """);
    }

    @Test
    void a_file_that_is_not_java_is_told_and_the_rest_is_judged() throws IOException {
        Files.write(folder.resolve("src/main/java/com/shop/Broken.java"), new byte[] {0, 1, 2, (byte) 0xff, '{', '{'});

        AnalysisReport report = analyze();

        assertOneProblem(report);
        assertNotice(report, Notice.Kind.NOT_READ, "src/main/java/com/shop/Broken.java");
    }

    @Test
    void a_broken_migration_is_told_with_its_line() throws IOException {
        write("src/main/resources/db/migration/V1__shop.sql", """
                create table product (id bigint primary key, name varchar(100));

                create tabel customer (id bigint);
                create index on product (name);
                """);

        AnalysisReport report = analyze();

        assertOneProblem(report);
        assertThat(report.notices()).anySatisfy(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.NOT_UNDERSTOOD);
            assertThat(notice.file()).endsWith("V1__shop.sql");
            assertThat(notice.line()).isEqualTo(3);
        });
    }

    @Test
    void an_unknown_function_in_jpql_costs_nothing_else() throws IOException {
        write("src/main/java/com/shop/Search.java", """
                package com.shop;
                import java.util.List;
                import org.springframework.data.jpa.repository.*;
                interface Search extends JpaRepository<Product, Long> {
                    @Query("select p from Product p where soundslike(p.name, :name) = true and p.name = :name")
                    List<Product> search(String name);
                }
                class Searching {
                    Search search;
                    void all(List<String> names) { names.forEach(name -> search.search(name)); }
                }
                """);

        assertThat(analyze().findings()).extracting(Finding::subject)
                .contains("ProductRepository.findById", "Search.search");
    }

    @Test
    void a_statement_that_would_take_too_long_to_parse_is_told_with_its_line() throws IOException {
        write("src/main/java/com/shop/Report.java", """
                package com.shop;
                class Report {
                    org.springframework.jdbc.core.JdbcTemplate jdbc;
                    void all() {
                        jdbc.queryForList("select name from product where %s = 1");
                    }
                }
                """.formatted("(".repeat(3_000) + "id" + ")".repeat(3_000)));

        AnalysisReport report = analyze();

        assertOneProblem(report);
        assertThat(report.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.file()).isEqualTo("src/main/java/com/shop/Report.java");
            assertThat(notice.line()).isEqualTo(5);
            assertThat(notice.reason()).isEqualTo("the statement is out of bounds: it is nested 3000 deep");
        });
    }

    @Test
    void a_class_path_that_is_not_there_is_told() {
        AnalysisReport report = new Analyzer(RULES).analyze(new AnalysisRequest(folder, List.of(folder.resolve("missing.jar")),
                Set.of(), false, false, line -> { }));

        assertOneProblem(report);
        assertThat(report.notices()).anySatisfy(notice -> assertThat(notice.reason()).contains("missing.jar"));
    }

    @Test
    void an_empty_folder_has_no_findings_and_no_notices(@TempDir Path empty) {
        AnalysisReport report = new Analyzer(RULES).analyze(AnalysisRequest.of(empty));

        assertThat(report.findings()).isEmpty();
        assertThat(report.notices()).isEmpty();
        assertThat(report.counts()).containsEntry("Java files", 0);
    }

    @Test
    void a_file_that_cannot_be_opened_is_told() throws IOException {
        Path loop = folder.resolve("src/main/java/com/shop/Gone.java");
        Files.createSymbolicLink(folder.resolve("src/main/java/com/shop/Linked.java"), loop);
        Files.createDirectory(folder.resolve("src/main/resources"));
        Path locked = write("src/main/resources/application.yml", "spring:\n  jpa: [unclosed\n");

        AnalysisReport report = analyze();

        assertOneProblem(report);
        assertNotice(report, Notice.Kind.NOT_READ, "src/main/resources/" + locked.getFileName());
    }

    @Test
    void a_migration_of_50_mb_is_read_in_seconds_and_its_table_known() throws IOException {
        Path script = folder.resolve("src/main/resources/db/migration/V1__data.sql");
        Files.createDirectories(script.getParent());
        String row = "insert into product (id, name) values (1, 'a product with; a semicolon and ''quotes'' in its name');\n";
        try (Writer out = Files.newBufferedWriter(script, StandardCharsets.UTF_8)) {
            out.write("create table product (id bigint primary key, name varchar(100));\n");
            for (long written = 0; written < 50_000_000; written += row.length()) {
                out.write(row);
            }
        }

        long start = System.nanoTime();
        AnalysisReport report = analyze();

        assertOneProblem(report);
        assertThat(report.notices()).isEmpty();
        assertThat((System.nanoTime() - start) / 1_000_000_000).as("seconds").isLessThan(60);
    }

    private AnalysisReport analyze() {
        return new Analyzer(RULES).analyze(AnalysisRequest.of(folder));
    }

    private static void assertOneProblem(AnalysisReport report) {
        assertThat(report.findings()).filteredOn(finding -> finding.ruleId().equals("query-in-loop"))
                .extracting(Finding::subject).containsExactly("ProductRepository.findById");
    }

    private static void assertNotice(AnalysisReport report, Notice.Kind kind, String file) {
        assertThat(report.notices()).anySatisfy(notice -> {
            assertThat(notice.kind()).isEqualTo(kind);
            assertThat(notice.file()).isEqualTo(file);
            assertThat(notice.reason()).isNotBlank();
        });
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
