package dev.seqscan.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The files of a run are the same, whatever machine, folder and JVM it ran in. */
@Timeout(300)
class SameBytesTest {

    private static final Path SHOP = Path.of("..", "test-projects", "shop").toAbsolutePath().normalize();
    private static final List<File> CLASS_PATH =
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(File::new).toList();

    @TempDir
    private Path folder;
    private Path shop;
    private Path expected;

    @BeforeEach
    void run_in_this_jvm() throws IOException {
        shop = copyTo(folder.resolve("shop"));
        Outcome outcome = task(shop, "first").run(getClass().getClassLoader(), line -> { });
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        expected = folder.resolve("first");
    }

    @Test
    void number_of_threads_locale_time_zone_encoding_and_folder_change_no_byte() throws Exception {
        runs("one", shop, "-XX:ActiveProcessorCount=1", "-Duser.language=tr", "-Duser.country=TR",
                "-Duser.timezone=Pacific/Auckland", "-Dfile.encoding=ISO-8859-1");
        runs("many", copyTo(folder.resolve("a folder/deeper/shop")), "-XX:ActiveProcessorCount=8", "-Duser.language=ar",
                "-Duser.timezone=America/St_Johns");
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

    /** Outside of any repository, so that no name tells where it lies. */
    private static Path copyTo(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(SHOP.resolve("src"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(SHOP.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return target;
    }
}
