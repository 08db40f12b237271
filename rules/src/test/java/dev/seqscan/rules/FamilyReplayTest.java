package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.finding.Finding;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.report.sarif.SarifReport;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Steps;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of two applications that share no module only the one that has changed is analysed again. */
class FamilyReplayTest {

    private static final RuleCatalog RULES = RuleCatalog.load(FamilyReplayTest.class.getClassLoader());

    @TempDir
    private Path folder;
    private Path project;

    @BeforeEach
    void two_shops() throws IOException {
        project = folder.resolve("project");
        write("pom.xml", "<project><groupId>com.shop</groupId><artifactId>shops</artifactId><version>1</version>"
                + "<packaging>pom</packaging><modules><module>books</module><module>toys</module></modules></project>");
        shop("books");
        shop("toys");
    }

    private void shop(String name) throws IOException {
        write(name + "/pom.xml", "<project><parent><groupId>com.shop</groupId><artifactId>shops</artifactId>"
                + "<version>1</version></parent><artifactId>" + name + "</artifactId></project>");
        write(body(name), """
                package com.shop.%s;
                class Orders {
                    OrderRepository orders;
                    void load(java.util.List<String> numbers) {
                        for (String number : numbers) {
                            orders.findByNumber(number);
                        }
                    }
                }
                """.formatted(name));
        write(name + "/src/main/java/com/shop/" + name + "/OrderRepository.java", """
                package com.shop.%s;
                interface OrderRepository extends org.springframework.data.jpa.repository.JpaRepository<Order, Long> {
                    Order findByNumber(String number);
                }
                @jakarta.persistence.Entity @jakarta.persistence.Table(name = "%s_orders")
                class Order { @jakarta.persistence.Id Long id; String number; }
                """.formatted(name, name));
        write(name + "/src/main/resources/db/migration/V1__orders.sql",
                "create table " + name + "_orders (id bigint primary key, number varchar(20));\n");
    }

    private static String body(String name) {
        return name + "/src/main/java/com/shop/" + name + "/Orders.java";
    }

    @Test
    void a_changed_body_lets_the_other_application_be_told_again() throws IOException {
        Steps first = new Steps();
        AnalysisReport before = report(Optional.of(folder.resolve("cache")), first);
        change(body("books"), "for (", "if (numbers != null) for (");

        Steps second = new Steps();
        AnalysisReport after = report(Optional.of(folder.resolve("cache")), second);

        assertThat(second.all().get("java file parsed")).isEqualTo(1);
        assertThat(second.all().get("body linked")).isEqualTo(first.all().get("body linked") / 2);
        assertThat(text(after)).isEqualTo(text(report(Optional.empty(), new Steps())));
        assertThat(before.findings()).extracting(Finding::ruleId).filteredOn("query-in-loop"::equals).hasSize(2);
    }

    @Test
    void what_is_no_code_counts_for_both() throws IOException {
        report(Optional.of(folder.resolve("cache")), new Steps());
        for (List<String> change : List.of(List.of("books/src/main/resources/db/migration/V1__orders.sql", "20", "40"),
                List.of("toys/pom.xml", "<artifactId>toys", "<packaging>war</packaging><artifactId>toys"))) {
            change(change.get(0), change.get(1), change.get(2));
            Steps steps = new Steps();
            AnalysisReport after = report(Optional.of(folder.resolve("cache")), steps);

            assertThat(text(after)).as(change.get(0)).isEqualTo(text(report(Optional.empty(), new Steps())));
            assertThat(steps.all().get("body linked")).as(change.get(0)).isPositive();
        }
    }

    @Test
    void modules_that_begin_to_use_each_other_are_analysed_together() throws IOException {
        report(Optional.of(folder.resolve("cache")), new Steps());
        change("toys/pom.xml", "</project>", "<dependencies><dependency><groupId>com.shop</groupId><artifactId>books</artifactId>"
                + "<version>1</version></dependency></dependencies></project>");
        change(body("toys"), "OrderRepository orders", "com.shop.books.OrderRepository orders");

        assertThat(text(report(Optional.of(folder.resolve("cache")), new Steps())))
                .isEqualTo(text(report(Optional.empty(), new Steps())));
    }

    @Test
    void nothing_is_kept_while_a_file_of_another_application_cannot_be_read() throws IOException {
        Path tooLarge = project.resolve("toys/src/main/resources/toys.sql");
        try (RandomAccessFile file = new RandomAccessFile(tooLarge.toFile(), "rw")) {
            file.setLength(257L * 1024 * 1024);
        }
        List<Long> linked = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            Steps steps = new Steps();
            AnalysisReport report = report(Optional.of(folder.resolve("cache")), steps);
            assertThat(report.notices()).extracting(Notice::reason).anyMatch(each -> each.startsWith("larger than"));
            linked.add(steps.all().get("body linked"));
        }
        assertThat(linked.get(1)).isPositive().isEqualTo(linked.get(0));
    }

    private AnalysisReport report(Optional<Path> cache, Steps steps) {
        return new Analyzer(RULES, cache, steps)
                .analyze(new AnalysisRequest(project, List.of(), Set.of(), false, true, line -> { }).withOverview(true));
    }

    private String text(AnalysisReport report) {
        return new SarifReport().text(report, ScannedFolder.alone(project));
    }

    private void change(String name, String from, String to) throws IOException {
        String text = Files.readString(project.resolve(name));
        assertThat(text).contains(from);
        write(name, text.replace(from, to));
    }

    private void write(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
