package dev.seqscan.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files of a run are the same, whatever machine, folder and JVM it ran in. What Java shuffles in each JVM, the order of
 * {@code Set.of} and of identity hashes, shows between JVMs only.
 */
@Timeout(300)
class SameBytesTest {

    private static final Path PROJECTS = Path.of("..", "test-projects").toAbsolutePath().normalize();
    private static final List<File> CLASS_PATH =
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(File::new).toList();

    @TempDir
    private Path folder;
    private Path projects;
    private Path expected;

    @BeforeEach
    void run_in_this_jvm() throws IOException {
        projects = copyTo(folder.resolve("projects"), Comparator.naturalOrder());
        Outcome outcome = task(projects, "first").run(getClass().getClassLoader(), line -> { });
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        expected = folder.resolve("first");
    }

    @Test
    void number_of_threads_locale_time_zone_and_encoding_change_no_byte() throws Exception {
        runs("one", projects, "-XX:ActiveProcessorCount=1", "-Duser.language=tr", "-Duser.country=TR",
                "-Duser.timezone=Pacific/Auckland", "-Dfile.encoding=ISO-8859-1");
        runs("two", projects, "-XX:ActiveProcessorCount=2", "-Duser.language=hi", "-Duser.country=IN",
                "-Duser.timezone=UTC", "-Dfile.encoding=UTF-16");
    }

    /** Some file systems list files as they were made; identity hashes of the third kind count up. */
    @Test
    void order_of_files_folder_and_identity_hashes_change_no_byte() throws Exception {
        runs("many", copyTo(folder.resolve("a folder/deeper/projects"), Comparator.reverseOrder()), "-XX:ActiveProcessorCount=8",
                "-Duser.language=ar", "-Duser.timezone=America/St_Johns", "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=3");
    }

    private void runs(String name, Path project, String... jvmArguments) throws Exception {
        Outcome outcome = new OwnJvm(CLASS_PATH, List.of(jvmArguments)).run(task(project, name), line -> { });
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        for (String file : List.of("seqscan.sarif", "seqscan.html", "seqscan-gitlab.json")) {
            assertThat(folder.resolve(name).resolve(file)).hasSameBinaryContentAs(expected.resolve(file));
        }
    }

    private Task task(Path project, String name) {
        Inputs inputs = new Inputs(project.toFile(), List.of(), Set.of(), false, true, List.of(), List.of());
        return new ReportTask(inputs, List.of(), new ReportFiles(folder.resolve(name).toFile(),
                List.of("sarif", "html", "gitlab"), false), false);
    }

    /** All test projects, some with the same classes; outside of any repository, so that no name tells where it lies. */
    private static Path copyTo(Path target, Comparator<Path> order) throws IOException {
        try (Stream<Path> files = Files.walk(PROJECTS)) {
            for (Path file : files.filter(SameBytesTest::isSource).sorted(order).toList()) {
                Path copy = target.resolve(PROJECTS.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return target;
    }

    private static boolean isSource(Path file) {
        Path path = PROJECTS.relativize(file);
        return Files.isRegularFile(file) && path.getNameCount() > 2 && path.getName(1).toString().equals("src")
                || file.endsWith("pom.xml") && path.getNameCount() < 3;
    }
}
