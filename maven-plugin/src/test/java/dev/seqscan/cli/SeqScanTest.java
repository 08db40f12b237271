package dev.seqscan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs commands in this JVM, as far as nothing else is said. */
class SeqScanTest {

    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

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
    void a_finding_is_printed_and_fails_only_from_its_level_on() {
        assertThat(scan()).isZero();
        assertThat(out.toString()).contains("Names.java:4").contains("[query-in-loop]");
        assertThat(folder.resolve("reports/seqscan.sarif")).isRegularFile();
        assertThat(scan("--fail-on-severity=error")).isEqualTo(1);
        assertThat(err.toString()).startsWith("1 finding fails the build (--fail-on-severity=error), see ");
    }

    @Test
    void a_run_that_would_read_the_same_is_replayed_with_its_exit_code() throws IOException {
        String[] arguments = {"scan", folder.toString(), "--fork=false", "--fail-on-severity=error", "--output-directory",
            folder.resolve(".reports").toString(), "--cache", folder.resolve("kept").toString()};
        assertThat(run(arguments)).isEqualTo(1);
        assertThat(err.toString()).doesNotContain("nothing has changed");
        String first = out.toString();
        byte[] sarif = Files.readAllBytes(folder.resolve(".reports/seqscan.sarif"));
        out.getBuffer().setLength(0);

        assertThat(run(arguments)).isEqualTo(1);

        assertThat(err.toString()).contains("nothing has changed");
        assertThat(out).hasToString(first);
        assertThat(folder.resolve(".reports/seqscan.sarif")).hasBinaryContent(sarif);
    }

    @Test
    void reports_that_cannot_be_written_are_told_in_one_line() throws IOException {
        Path below = folder.resolve("Names.java/reports");
        assertWrong("wrong option --output-directory=" + below + ": allowed is a folder that exists or can be made, and can be written",
                "scan", folder.toString(), "--fork=false", "--cache=off", "--output-directory", below.toString());
        Path taken = Files.createDirectories(folder.resolve("reports/seqscan.txt/x")).getParent().getParent();
        err.getBuffer().setLength(0);

        assertThat(scan()).isEqualTo(2);

        assertThat(err.toString().strip()).contains("The reports could not be written to " + taken).doesNotContain("\n", "\tat ");
    }

    @Test
    void another_jvm_finds_the_same() {
        assertThat(scan("--fork", "--fail-on-severity", "error")).isEqualTo(1);
        assertThat(out.toString()).contains("Names.java:4").contains("[query-in-loop]");
    }

    @Test
    void what_the_baseline_holds_fails_nothing() {
        assertThat(run("baseline", "--fork=false", "--cache=off", "--path", folder.toString())).isZero();
        assertThat(folder.resolve("seqscan-baseline.txt")).content().contains("query-in-loop");
        assertThat(scan("--fail-on-severity=error")).isZero();
    }

    @Test
    void the_options_win_over_the_file_of_settings() throws IOException {
        Files.writeString(folder.resolve("seqscan.yml"), "{failOnSeverity: error, rules: {query-in-loop: off}}");
        assertThat(scan()).isZero();
        assertThat(scan("--rules", "query-in-loop=on")).isEqualTo(1);
        assertThat(scan("--rules", "query-in-loop=on", "--fail-on-severity=never")).isZero();
    }

    /** As on a full disk. */
    @Test
    void a_baseline_that_cannot_be_written_stays_as_it_was() throws IOException {
        Path baseline = Files.writeString(folder.resolve("known.txt"), "# known before\n");
        String[] arguments = {"baseline", folder.toString(), "--fork=false", "--cache=off", "--baseline-file", baseline.toString()};
        Path taken = Files.createDirectory(folder.resolve("known.txt.tmp"));

        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString()).contains("The baseline could not be written to " + baseline);
        assertThat(baseline).hasContent("# known before\n");
        Files.delete(taken);

        assertThat(run(arguments)).isZero();
        assertThat(Files.readString(baseline)).contains("query-in-loop");
        assertThat(taken).doesNotExist();
    }

    @Test
    void a_line_is_explained_and_a_rule_shown() {
        assertThat(run("why", "--fork=false", "--cache=off", folder.toString(), "--at=Names.java:4")).isZero();
        assertThat(out.toString()).startsWith("Names.java:4");
        assertThat(run("rules", "--rule", "query-in-loop")).isZero();
        assertThat(out.toString()).contains("query-in-loop: error");
        assertThat(run("rules")).isZero();
        assertThat(out.toString()).contains("Read the page of one with --rule=ID; choose with --rules=ID=off,ID=error");
    }

    @Test
    void wrong_use_is_told_apart_from_findings_and_names_what_was_meant() {
        assertWrong("there is no option --fail-on-severty; did you mean --fail-on-severity?", "scan", "--fail-on-severty=error");
        assertWrong("there is no command scna; did you mean scan?", "scna");
        assertWrong("one argument too many: b", "scan", "a", "b");
        assertWrong("Missing required subcommand");
        assertWrong("wrong option --path=nowhere: there is no such folder", "scan", "nowhere");
        assertWrong("wrong option --path=b: a folder is named twice", "scan", "a", "--path=b");
        assertWrong("wrong option --fail-on-severity=fatal: allowed are error,", "scan", "--fail-on-severity=fatal");
        assertWrong("wrong option --formats=sarf: did you mean sarif?", "scan", "--formats=sarf");
        assertWrong("wrong option --class-path=missing.jar: there is no such file", "scan", "--class-path=missing.jar");
        assertWrong("wrong option --rules=select-stars=off: rules: unknown rule \"select-stars\"", "scan",
                "--rules=select-stars=off");
        assertWrong("wrong option --cache=" + folder.resolve("Names.java") + ": this is no folder", "scan", folder.toString(),
                "--cache", folder.resolve("Names.java").toString());
        assertWrong("wrong option --output-directory=", "scan", "--output-directory", folder.resolve("Names.java").toString());
        assertWrong("wrong option --changed-since=", "scan", folder.toString(), "--fork=false", "--cache=off",
                "--changed-since=--output=x",
                "--output-directory", folder.resolve("reports").toString());
    }

    @Test
    void a_jar_without_usable_rules_stops() throws IOException {
        Path empty = jar("empty.jar", "nothing.txt", "");
        Path broken = jar("broken.jar", "META-INF/services/dev.seqscan.rule.Rule", "com.example.Missing\n");
        assertWrong("wrong option --rule-jar=none.jar: there is no such file", "rules", "--rule-jar=none.jar");
        assertWrong("wrong option --rule-jar=" + empty + ": it holds no rules", "rules", "--rule-jar", empty.toString());
        assertWrong("wrong option --rule-jar=" + broken + ": the rules cannot be used: ", "rules", "--rule-jar",
                broken.toString());
    }

    private void assertWrong(String message, String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString()).startsWith("seqscan: " + message);
    }

    private int scan(String... options) {
        List<String> arguments = new ArrayList<>(List.of("scan", folder.toString(), "--fork=false", "--output-directory",
                folder.resolve("reports").toString(), "--cache=off"));
        List<String> more = List.of(options);
        if (more.contains("--fork")) {
            arguments.remove("--fork=false");
        }
        arguments.addAll(more);
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        CommandLine line = SeqScan.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    private Path jar(String name, String entry, String text) throws IOException {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(entry));
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
