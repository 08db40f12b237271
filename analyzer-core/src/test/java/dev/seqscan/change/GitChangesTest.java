package dev.seqscan.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Claim;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.finding.Step;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks the git of this machine about small repositories. */
class GitChangesTest {

    @TempDir
    private Path folder;

    private Path repository;

    @BeforeEach
    void a_repository_with_a_commit_on_main() throws Exception {
        repository = Files.createDirectory(folder.resolve("shop"));
        git("init", "-q", "-b", "main");
        write("app/A.java", 20);
        write("app/B.java", 20);
        commit("first");
    }

    @Test
    void lines_of_commits_since_the_merge_base_and_of_the_working_tree_have_changed() throws Exception {
        git("checkout", "-q", "-b", "feature");
        change("app/A.java", 5);
        commit("on the branch");
        change("app/A.java", 9);
        git("add", ".");
        change("app/A.java", 12);
        ChangedLines changed = since("main");
        assertThat(lines(changed, "app/A.java")).containsExactly(5, 9, 12);
        assertThat(lines(changed, "app/B.java")).isEmpty();
    }

    @Test
    void what_others_committed_to_the_revision_since_has_not_changed() throws Exception {
        git("checkout", "-q", "-b", "feature");
        change("app/A.java", 5);
        commit("on the branch");
        git("checkout", "-q", "main");
        change("app/B.java", 7);
        commit("on main");
        git("checkout", "-q", "feature");
        ChangedLines changed = since("main");
        assertThat(lines(changed, "app/A.java")).containsExactly(5);
        assertThat(lines(changed, "app/B.java")).isEmpty();
    }

    @Test
    void all_lines_of_a_file_that_is_new_have_changed_tracked_or_not() throws Exception {
        write("app/new file.java", 3);
        git("add", ".");
        write("app/our \"own\".java", 3);
        write("app/tab\there.java", 3);
        Files.writeString(repository.resolve(".gitignore"), "Ignored.java\n");
        write("app/Ignored.java", 3);
        ChangedLines changed = since("HEAD");
        assertThat(lines(changed, "app/new file.java")).containsExactly(1, 2, 3);
        assertThat(lines(changed, "app/our \"own\".java")).startsWith(1, 2, 3);
        assertThat(lines(changed, "app/tab\there.java")).startsWith(1, 2, 3);
        assertThat(lines(changed, "app/Ignored.java")).isEmpty();
        git("add", ".");
        assertThat(lines(since("HEAD"), "app/our \"own\".java")).containsExactly(1, 2, 3);
        assertThat(lines(since("HEAD"), "app/tab\there.java")).containsExactly(1, 2, 3);
    }

    @Test
    void of_a_renamed_file_only_the_lines_that_differ_have_changed() throws Exception {
        git("mv", "app/A.java", "app/C.java");
        change("app/C.java", 4);
        ChangedLines changed = since("HEAD");
        assertThat(lines(changed, "app/C.java")).containsExactly(4);
        assertThat(lines(changed, "app/A.java")).isEmpty();
    }

    @Test
    void where_lines_were_removed_the_lines_around_the_gap_have_changed() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(repository.resolve("app/A.java")));
        lines.subList(9, 12).clear();
        Files.write(repository.resolve("app/A.java"), lines);
        assertThat(lines(since("main"), "app/A.java")).containsExactly(9, 10);
    }

    @Test
    void lines_of_content_that_look_like_those_of_a_diff_do_no_harm() throws Exception {
        Files.writeString(repository.resolve("app/A.java"), "++ b/app/B.java\n\n@@ -1 +1 @@\rdiff --git a/x b/x\n");
        ChangedLines changed = since("main");
        assertThat(lines(changed, "app/B.java")).isEmpty();
        assertThat(lines(changed, "app/A.java")).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"class A\u2028B {", "class A\rB {", "class A\u0085B {"})
    void a_line_of_code_that_git_shows_beside_the_numbers_may_hold_any_character(String heading) throws Exception {
        Files.writeString(repository.resolve("app/A.java"), heading + "\n a;\n b;\n c;\n");
        commit("second");
        Files.writeString(repository.resolve("app/A.java"), heading + "\n a;\n b;\n d;\n");
        assertThat(lines(since("HEAD"), "app/A.java")).containsExactly(4);
    }

    @Test
    void of_a_submodule_that_changed_all_files_have() throws Exception {
        Path library = Files.createDirectory(folder.resolve("library"));
        run(library, "init", "-q", "-b", "main");
        Files.writeString(library.resolve("L.java"), "one\n");
        run(library, "add", ".");
        run(library, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "first");
        git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.toString(), "lib");
        assertThat(lines(since("main"), "lib/L.java")).startsWith(1, 2, 3);
        commit("with a library");
        assertThat(lines(since("HEAD"), "lib/L.java")).isEmpty();
        Files.writeString(repository.resolve("lib/L.java"), "two\n");
        assertThat(lines(since("HEAD"), "lib/L.java")).startsWith(1, 2, 3);
        assertThat(lines(since("HEAD"), "library/L.java")).isEmpty();
    }

    @Test
    void of_a_repository_within_that_is_not_tracked_all_files_have_changed() throws Exception {
        Path inner = Files.createDirectory(repository.resolve("inner"));
        run(inner, "init", "-q");
        Files.writeString(inner.resolve("I.java"), "one\n");
        assertThat(lines(since("main"), "inner/I.java")).startsWith(1, 2, 3);
    }

    @Test
    void names_are_those_from_the_folder_that_is_scanned() throws Exception {
        change("app/A.java", 5);
        assertThat(lines(GitChanges.since(repository.resolve("app"), "main"), "A.java")).containsExactly(5);
    }

    @Test
    void the_configuration_of_the_repository_neither_runs_programs_nor_changes_the_answer() throws Exception {
        Path ran = folder.resolve("ran");
        String program = "touch '" + ran + "'; false";
        for (String key : List.of("diff.external", "diff.java.command", "diff.java.textconv", "core.fsmonitor", "core.pager")) {
            git("config", key, program);
        }
        git("config", "diff.noprefix", "true");
        git("config", "diff.mnemonicPrefix", "true");
        git("config", "diff.context", "5");
        git("config", "diff.interHunkContext", "9");
        git("config", "diff.renames", "false");
        git("config", "color.ui", "always");
        Files.writeString(repository.resolve(".gitattributes"), "*.java diff=java\n");
        change("app/A.java", 5);
        change("app/A.java", 9);
        assertThat(lines(since("main"), "app/A.java")).containsExactly(5, 9);
        assertThat(ran).doesNotExist();
    }

    @Test
    void a_finding_is_touched_at_its_place_its_path_and_what_belongs_to_it() throws Exception {
        change("app/A.java", 5);
        ChangedLines changed = since("main");
        Step there = new Step(place("app/A.java", 5), "here");
        assertThat(changed.touches(finding(place("app/B.java", 1), List.of(), List.of()))).isFalse();
        assertThat(changed.touches(finding(place("app/B.java", 1), List.of(there), List.of()))).isTrue();
        assertThat(changed.touches(finding(place("app/B.java", 1), List.of(), List.of(there)))).isTrue();
        Place over = new Place("app/A.java", new Span(3, 1, 7, 1));
        assertThat(changed.touches(finding(over, List.of(), List.of()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--output=/tmp/x", "-p", "", " ", "main\n", "main\0"})
    void a_name_that_could_be_an_option_is_refused(String revision) {
        assertThatThrownBy(() -> since(revision)).isInstanceOf(WrongRevision.class)
                .hasMessageContaining("it is no name of a revision");
    }

    @Test
    void a_revision_that_there_is_not_is_refused() {
        assertThatThrownBy(() -> since("origin/main")).isInstanceOf(WrongRevision.class)
                .hasMessageStartingWith("origin/main: there is no such revision in the repository; allowed is a branch");
    }

    @Test
    void a_folder_outside_of_repositories_is_refused() {
        assertThatThrownBy(() -> GitChanges.since(folder, "main")).isInstanceOf(WrongRevision.class)
                .hasMessageContaining("is not in the working tree of a Git repository");
    }

    @Test
    void histories_that_have_nothing_in_common_are_refused() throws Exception {
        git("checkout", "-q", "--orphan", "other");
        commit("other");
        assertThatThrownBy(() -> since("main")).isInstanceOf(WrongRevision.class)
                .hasMessageContaining("it has no commit in common with HEAD");
    }

    @Test
    void a_shallow_clone_without_the_merge_base_is_refused_with_what_to_do() throws Exception {
        git("checkout", "-q", "-b", "feature");
        change("app/A.java", 5);
        commit("on the branch");
        git("checkout", "-q", "main");
        change("app/B.java", 5);
        commit("on main");
        String url = repository.toUri().toString();
        Path shallow = folder.resolve("shallow");
        run(folder, "clone", "-q", "--depth", "1", "--no-single-branch", url, shallow.toString());
        run(shallow, "checkout", "-q", "feature");
        assertThatThrownBy(() -> GitChanges.since(shallow, "origin/main")).isInstanceOf(WrongRevision.class)
                .hasMessageContaining("this is a shallow clone").hasMessageContaining("git fetch --unshallow");
    }

    private ChangedLines since(String revision) {
        return GitChanges.since(repository, revision);
    }

    /** The lines among the first twenty that have changed. */
    private static List<Integer> lines(ChangedLines changed, String file) {
        return IntStream.rangeClosed(1, 20).filter(line -> changed.touches(finding(place(file, line), List.of(), List.of())))
                .boxed().toList();
    }

    private static Place place(String file, int line) {
        return new Place(file, Span.ofLine(line));
    }

    private static Finding finding(Place place, List<Step> path, List<Step> related) {
        return new Claim("query-in-loop", Level.WARNING, Certainty.likely("rows may be few"), place, "Message.")
                .about("A", new Finding.Identity("A", "a", 0)).path(path).related(related);
    }

    private void write(String name, int lines) throws IOException {
        Path file = repository.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, IntStream.rangeClosed(1, lines).mapToObj(line -> "line " + line + " of " + name).toList());
    }

    private void change(String name, int line) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(repository.resolve(name)));
        lines.set(line - 1, "changed");
        Files.write(repository.resolve(name), lines);
    }

    private void commit(String message) throws Exception {
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgSign=false", "commit", "-q", "-m", message);
    }

    private void git(String... arguments) throws Exception {
        run(repository, arguments);
    }

    private static void run(Path where, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
