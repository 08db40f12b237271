package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.config.RuleSetting;
import dev.seqscan.config.RunSettings;
import dev.seqscan.finding.Trail;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.report.WrittenReport;
import dev.seqscan.report.console.ConsoleReport;
import dev.seqscan.report.github.GithubCommands;
import dev.seqscan.report.gitlab.GitlabReport;
import dev.seqscan.report.html.HtmlReport;
import dev.seqscan.report.markdown.MarkdownReport;
import dev.seqscan.report.sarif.SarifReport;
import dev.seqscan.report.sonar.SonarReport;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.Workers;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache changes how long a run takes, and no byte of what it says. */
class ReplayTest {

    private static final Path SHOP = Path.of("..", "test-projects", "shop").toAbsolutePath().normalize();
    private static final RuleCatalog RULES = RuleCatalog.load(ReplayTest.class.getClassLoader());
    private static final String LOOP = "src/main/java/com/shop/Orders.java";
    private static final String REPOSITORY = "src/main/java/com/shop/OrderRepository.java";
    private static final String SCRIPT = "src/main/resources/db/migration/V1__orders.sql";

    @TempDir
    private Path folder;
    private Path project;
    private Path cache;

    private record Told(SortedMap<String, String> forms, boolean replayed) {
    }

    @BeforeEach
    void a_project_with_a_query_in_a_loop() throws IOException {
        project = folder.resolve("project");
        cache = folder.resolve("cache");
        write(LOOP, """
                package com.shop;
                class Orders {
                    OrderRepository orders;
                    void load(java.util.List<String> numbers) {
                        for (String number : numbers) {
                            orders.findByNumber(number);
                        }
                    }
                }
                """);
        write(REPOSITORY, """
                package com.shop;
                interface OrderRepository extends org.springframework.data.jpa.repository.JpaRepository<Order, Long> {
                    Order findByNumber(String number);
                }
                @jakarta.persistence.Entity @jakarta.persistence.Table(name = "orders")
                class Order { @jakarta.persistence.Id Long id; String number; }
                """);
        write(SCRIPT, "create table orders (id bigint primary key, number varchar(20));\n");
        write("src/main/resources/application.yml", "spring.datasource.url: jdbc:postgresql://localhost/shop\n");
        write("src/main/resources/application-prod.yml", "spring.jpa.properties.hibernate.default_batch_fetch_size: 20\n");
        write("pom.xml", "<project><modelVersion>4.0.0</modelVersion><artifactId>a</artifactId></project>");
    }

    @Test
    void the_first_run_and_the_next_say_the_same_in_all_forms_as_one_without_a_cache() throws IOException {
        try (Stream<Path> files = Files.walk(SHOP.resolve("src"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(SHOP.relativize(file).toString(), Files.readString(file));
            }
        }
        Told without = told(Optional.empty(), request());

        Told cold = run();
        Told warm = run();

        assertThat(without.forms().get("html")).contains("orders");
        assertThat(cold).isEqualTo(without);
        assertThat(warm.forms()).isEqualTo(without.forms());
        assertThat(warm.replayed()).isTrue();
        Files.writeString(project.resolve("new.txt"), "no file that is read");
        assertSeen("another path");
    }

    @Test
    void each_change_of_what_is_read_is_seen() throws IOException {
        assertThat(run().forms().get("sarif")).contains("\"query-in-loop\"").contains("OrderRepository.findByNumber");
        assertThat(run().replayed()).isTrue();

        write(LOOP, Files.readString(project.resolve(LOOP)).replace("for (", "if (numbers != null) for ("));
        assertSeen("a body");
        write(REPOSITORY, Files.readString(project.resolve(REPOSITORY)).replace("String number)", "String text)"));
        assertSeen("a signature");
        write(SCRIPT, Files.readString(project.resolve(SCRIPT)) + "create index orders_number on orders (number);\n");
        assertSeen("SQL");
        write("pom.xml", Files.readString(project.resolve("pom.xml")).replace(">a<", ">b<"));
        assertSeen("a POM");
        write("src/main/resources/application.yml", "spring.datasource.url: jdbc:mysql://localhost/shop\n");
        assertSeen("a setting");
        write("src/main/java/com/shop/New.java", "");
        assertSeen("a new file that is empty");
        Files.move(project.resolve(SCRIPT), project.resolve(SCRIPT).resolveSibling("V2__orders.sql"));
        assertSeen("another name");
        Files.delete(project.resolve("src/main/java/com/shop/New.java"));
        assertSeen("a file less");
        write("seqscan.yml", "rules: {query-in-loop: off}\n");
        assertSeen("the file of settings");
        assertThat(run().forms().get("sarif")).doesNotContain("OrderRepository.findByNumber called");
    }

    @Test
    void a_change_of_equal_length_at_an_equal_time_is_seen() throws IOException {
        run();
        var time = Files.getLastModifiedTime(project.resolve(REPOSITORY));

        write(REPOSITORY, Files.readString(project.resolve(REPOSITORY)).replace("findByNumber", "findByNimber"));
        Files.setLastModifiedTime(project.resolve(REPOSITORY), time);

        assertSeen("a letter");
    }

    @Test
    void each_change_of_the_request_is_seen() throws IOException {
        Path jar = folder.resolve("lib.jar");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        RunSettings off = new RunSettings(new TreeMap<>(), new TreeMap<>(Map.of("query-in-loop",
                new RuleSetting("off", new TreeMap<>(), "rules"))));
        RunSettings excluding = new RunSettings(new TreeMap<>(Map.of("excludes", List.of("**/Orders.java"))),
                new TreeMap<>());
        write("other.yml", "includeTests: true\n");
        List<AnalysisRequest> asked = List.of(request(), request().withOverview(false), request().saying(off),
                request().saying(excluding), request().withSettings(project.resolve("other.yml")),
                with(List.of(), Set.of("prod"), true), with(List.of(), Set.of(), false), with(List.of(jar), Set.of(), true),
                with(List.of(classes), Set.of(), true));

        for (AnalysisRequest each : asked) {
            assertThat(told(Optional.of(cache), each)).isEqualTo(told(Optional.empty(), each));
        }
        for (AnalysisRequest each : asked) {
            assertThat(told(Optional.of(cache), each).replayed()).isTrue();
        }
    }

    @Test
    void each_change_of_the_class_path_is_seen() throws IOException {
        Path jar = folder.resolve("lib.jar");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        AnalysisRequest request = with(List.of(jar, classes), Set.of(), true);
        assertThat(told(Optional.of(cache), request).replayed()).isFalse();

        zip(jar, "com/lib/A.class", "one");
        assertThat(told(Optional.of(cache), request).replayed()).as("a jar that was missing").isFalse();
        zip(jar, "com/lib/A.class", "two");
        assertThat(told(Optional.of(cache), request).replayed()).as("a class of a jar").isFalse();
        Files.writeString(classes.resolve("B.class"), "one");
        assertThat(told(Optional.of(cache), request).replayed()).as("a class of a folder").isFalse();
        assertThat(told(Optional.of(cache), request).replayed()).isTrue();
    }

    @Test
    void other_rules_are_another_question() {
        run();
        RuleCatalog one = RuleCatalog.of(RULES.entries().stream().limit(1).map(RuleCatalog.Entry::rule).toList());

        AnalysisReport report = new Analyzer(one, Optional.of(cache)).analyze(request());

        assertThat(report.rules()).hasSize(1);
        assertThat(report.findings()).isEqualTo(new Analyzer(one).analyze(request()).findings());
    }

    @Test
    void a_line_that_is_asked_about_and_advice_on_indexes_are_never_told_again() {
        run();
        Trail trail = Trail.at(LOOP, 6);

        new Analyzer(RULES, Optional.of(cache)).analyze(request().asking(trail));

        assertThat(trail.notes()).isNotEmpty();
        LocalDateTime now = LocalDateTime.of(2030, 1, 1, 0, 0);
        assertThat(new Analyzer(RULES, Optional.of(cache)).advise(request(), now).advice())
                .isEqualTo(new Analyzer(RULES).advise(request(), now).advice()).isNotEmpty();
    }

    @Test
    void damaged_entries_change_nothing() throws IOException {
        Told expected = run();
        for (Path entry : entries()) {
            byte[] whole = Files.readAllBytes(entry);
            for (int i = 0; i < 6; i++) {
                byte[] damaged = i % 2 == 0 ? Arrays.copyOf(whole, whole.length * i / 6) : whole.clone();
                if (i % 2 == 1) {
                    damaged[whole.length * i / 6] ^= 0x21;
                }
                for (Path kept : entries()) {
                    Files.deleteIfExists(kept.toString().endsWith(".run") ? kept : entry);
                }
                Files.write(entry, damaged);
                assertThat(run().forms()).as(entry + " " + i).isEqualTo(expected.forms());
            }
        }
    }

    @Test
    void a_cache_that_cannot_be_written_is_silence() throws IOException {
        Told without = told(Optional.empty(), request());
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(told(Optional.of(file), request())).isEqualTo(without);
        assertThat(told(Optional.of(file.resolve("below")), request())).isEqualTo(without);
    }

    @Test
    void a_cache_in_the_folder_that_is_analysed_does_not_hinder() {
        cache = project.resolve("kept");
        Told first = run();

        Told second = run();

        assertThat(second.replayed()).isTrue();
        assertThat(second.forms()).isEqualTo(first.forms());
    }

    @Test
    void runs_at_the_same_time_say_the_same() {
        Told expected = told(Optional.empty(), request());

        List<Told> all = Workers.map(List.of(1, 2, 3, 4), turn -> run());

        assertThat(all).allSatisfy(each -> assertThat(each.forms()).isEqualTo(expected.forms()));
        assertThat(run().replayed()).isTrue();
    }

    @Test
    void the_question_holds_each_part_of_the_request() {
        assertThat(AnalysisRequest.class.getRecordComponents()).extracting(RecordComponent::getName)
                .as("what a new part is has to be told to Replay, or a run is told again that would find something else")
                .containsExactly("root", "classPath", "profiles", "includeTests", "includePossible", "progress", "settings",
                        "trail", "database", "run", "overview");
        assertThat(RunSettings.class.getRecordComponents()).extracting(RecordComponent::getName)
                .containsExactly("values", "rules");
        assertThat(RuleSetting.class.getRecordComponents()).extracting(RecordComponent::getName)
                .containsExactly("level", "options", "place");
    }

    private void assertSeen(String what) {
        Told expected = told(Optional.empty(), request());
        Told seen = run();
        assertThat(seen.replayed()).as(what).isFalse();
        assertThat(seen.forms()).as(what).isEqualTo(expected.forms());
        Told again = run();
        assertThat(again.replayed()).as(what).isTrue();
        assertThat(again.forms()).as(what).isEqualTo(expected.forms());
    }

    private Told run() {
        return told(Optional.of(cache), request());
    }

    private AnalysisRequest request() {
        return with(List.of(), Set.of(), true);
    }

    private AnalysisRequest with(List<Path> classPath, Set<String> profiles, boolean possible) {
        return new AnalysisRequest(project, classPath, profiles, false, possible, line -> { }).withOverview(true);
    }

    private Told told(Optional<Path> where, AnalysisRequest asked) {
        List<String> lines = new ArrayList<>();
        AnalysisRequest request = new AnalysisRequest(asked.root(), asked.classPath(), asked.profiles(), asked.includeTests(),
                asked.includePossible(), lines::add, asked.settings(), asked.trail(), asked.database(), asked.run(),
                asked.overview());
        AnalysisReport report = new Analyzer(RULES, where).analyze(request);
        return new Told(forms(report), lines.stream().anyMatch(line -> line.startsWith("nothing has changed")));
    }

    private SortedMap<String, String> forms(AnalysisReport report) {
        SortedMap<String, String> forms = new TreeMap<>();
        ScannedFolder scanned = ScannedFolder.alone(project);
        for (WrittenReport form : List.of(new SarifReport(), new HtmlReport(), new GitlabReport(), new SonarReport(),
                new MarkdownReport())) {
            forms.put(form.name(), form.text(report, scanned));
        }
        forms.put("github", new GithubCommands().text(report, scanned));
        StringBuilder text = new StringBuilder();
        try {
            new ConsoleReport().print(report, project, text, true);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        forms.put("text", text.toString());
        return forms;
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file -> file.toString().matches(".*\\.(run|pack)")).toList();
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void zip(Path jar, String name, String content) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes());
        }
    }
}
