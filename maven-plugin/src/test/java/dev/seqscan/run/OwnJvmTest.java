package dev.seqscan.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.finding.Level;
import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts JVMs, as the goals do. */
@Timeout(60)
class OwnJvmTest {

    private static final List<File> CLASS_PATH =
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(File::new).toList();

    @TempDir
    private Path folder;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void a_loop_that_asks_each_turn() throws IOException {
        Files.writeString(folder.resolve("Names.java"), """
                class Names {
                    void print(java.util.List<Long> ids, javax.persistence.EntityManager em) {
                        for (Long id : ids) {
                            System.out.println(em.createQuery("select p.name from Person p where p.id = :id")
                                    .setParameter("id", id).getSingleResult());
                        }
                    }
                }
                """);
    }

    @Test
    void another_jvm_finds_and_writes_what_this_one_does() throws Exception {
        Task there = report("there");
        Task here = report("here");
        Outcome other = new OwnJvm(CLASS_PATH, List.of()).run(there, said::add);
        Outcome own = here.run(getClass().getClassLoader(), said::add);

        assertThat(other).asInstanceOf(InstanceOfAssertFactories.type(Outcome.Done.class))
                .extracting(Outcome.Done::findings).isEqualTo(Map.of(Level.ERROR, 1));
        assertThat(((Outcome.Done) other).text().replace("there", "here")).isEqualTo(((Outcome.Done) own).text());
        assertThat(folder.resolve("there/seqscan.sarif")).hasSameTextualContentAs(folder.resolve("here/seqscan.sarif"));
        assertThat(said).isEmpty();
    }

    @Test
    void a_line_is_explained_by_another_jvm() throws Exception {
        Outcome outcome = new OwnJvm(CLASS_PATH, List.of())
                .run(new WhyTask(inputs(List.of()), new AskedLine("Names.java", 5)), said::add);

        assertThat(outcome).asInstanceOf(InstanceOfAssertFactories.type(Outcome.Done.class))
                .extracting(Outcome.Done::text).asString().startsWith("Names.java:5").contains("query-in-loop is reported");
    }

    @Test
    void settings_that_are_not_understood_are_told() throws Exception {
        Path settings = Files.writeString(folder.resolve("own.yml"), "tabels: {orders: {rows: 5}}");
        Outcome outcome = new OwnJvm(CLASS_PATH, List.of())
                .run(new WhyTask(inputs(List.of(settings.toFile())), new AskedLine("Names.java", 5)), said::add);

        assertThat(outcome).asInstanceOf(InstanceOfAssertFactories.type(Outcome.Refused.class))
                .extracting(Outcome.Refused::fault).asString().contains("did you mean tables?");
    }

    @Test
    void a_rule_that_cannot_be_used_is_told_and_nobody_analyses_without_it() throws Exception {
        Path services = Files.createDirectories(folder.resolve("rules/META-INF/services"));
        Files.writeString(services.resolve("dev.seqscan.rule.Rule"), "com.acme.Missing\n");
        List<File> classPath = new ArrayList<>(CLASS_PATH);
        classPath.add(folder.resolve("rules").toFile());
        Outcome outcome = new OwnJvm(classPath, List.of()).run(report("there"), said::add);

        assertThat(outcome).asInstanceOf(InstanceOfAssertFactories.type(Outcome.Failed.class))
                .extracting(Outcome.Failed::reason).asString().startsWith("the rules cannot be used: ").contains("com.acme.Missing");
    }

    @Test
    void too_little_memory_is_named_as_the_cause() throws Exception {
        Outcome outcome = new OwnJvm(CLASS_PATH, List.of("-Xmx6m")).run(report("there"), said::add);

        assertThat(outcome).asInstanceOf(InstanceOfAssertFactories.type(Outcome.Refused.class))
                .matches(refused -> refused.parameter().equals("jvmArgs") && refused.fault().contains("too little memory"));
    }

    @Test
    void what_a_jvm_says_that_does_not_start_is_told() throws Exception {
        Outcome outcome = new OwnJvm(CLASS_PATH, List.of("-Xmx1k")).run(report("there"), said::add);

        assertThat(said).anyMatch(line -> line.contains("heap"));
        assertThat(outcome).isEqualTo(
                new Outcome.Failed("The JVM that analyses ended with exit code 1:\n" + String.join("\n", said)));
    }

    /** More than what the system keeps between two processes, so that writing it fails. */
    @Test
    void a_jvm_that_ends_before_it_has_read_the_task_is_told_too() throws Exception {
        List<File> jars = new ArrayList<>();
        IntStream.range(0, 20_000).forEach(number -> jars.add(new File(number + ".jar")));
        Inputs many = new Inputs(folder.toFile(), jars, Set.of(), false, false, List.of(), List.of());
        Task large = new WhyTask(many, new AskedLine("Names.java", 5));
        Outcome outcome = new OwnJvm(CLASS_PATH, List.of("-Xmxfoo")).run(large, said::add);

        assertThat(outcome).asInstanceOf(InstanceOfAssertFactories.type(Outcome.Failed.class))
                .extracting(Outcome.Failed::reason).asString().contains("exit code 1:\n").contains("-Xmxfoo");
    }

    @Test
    void the_heap_begins_with_one_gigabyte_of_the_memory() {
        assertThat(OwnJvm.firstHeap(16L << 30)).containsExactly("-XX:InitialRAMPercentage=6.25");
        assertThat(OwnJvm.firstHeap(512L << 20)).containsExactly("-XX:InitialRAMPercentage=100.00");
        assertThat(OwnJvm.firstHeap(0)).isEmpty();
    }

    @Test
    void the_user_may_choose_another_collector() throws Exception {
        Outcome outcome = new OwnJvm(CLASS_PATH, List.of("-XX:+UseSerialGC")).run(report("there"), said::add);

        assertThat(said).isEmpty();
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_collector_chosen_by_the_environment_is_left_alone() {
        assertThat(OwnJvm.collector(List.of(), Map.of("JAVA_TOOL_OPTIONS", "-Dx=1 -XX:+UseG1GC"))).isEmpty();
        assertThat(OwnJvm.collector(List.of("-XX:+UseGCOverheadLimit"), Map.of("PATH", "/bin")))
                .containsExactly("-XX:+UseParallelGC");
    }

    @Test
    void the_other_jvm_ends_when_nobody_waits_for_it() throws Exception {
        Path outcome = folder.resolve("outcome");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), TaskProcess.class.getName(), outcome.toString()).inheritIO()
                .redirectInput(ProcessBuilder.Redirect.PIPE).start();
        try (ObjectOutputStream task = new ObjectOutputStream(process.getOutputStream())) {
            task.writeObject(report("there"));
        }

        assertThat(process.waitFor()).isEqualTo(4);
        assertThat(outcome).doesNotExist();
    }

    private Task report(String name) {
        return new ReportTask(inputs(List.of()), List.of(), new ReportFiles(folder.resolve(name)), false);
    }

    private Inputs inputs(List<File> settings) {
        return new Inputs(folder.toFile(), List.of(), Set.of(), false, false, settings, List.of());
    }
}
