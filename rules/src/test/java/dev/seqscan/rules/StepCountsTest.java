package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.seqscan.testkit.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Work that grows faster than what is read turns red without a clock. Counted in a JVM of its own that has one processor, since
 * two threads may do the same work at once.
 */
@Timeout(300)
class StepCountsTest {

    private static final Path SHOP = Path.of("..", "test-projects", "shop").toAbsolutePath().normalize();
    /** A call is compared with all methods of its name, of which each copy has as many: 4 percent when this was written. */
    private static final double MOST = 1.05;

    /** Each JDK has other classes above those that a program uses. */
    private static final String HANGS_ON_THE_JDK = "class asked for ";

    @TempDir
    private Path folder;

    @Test
    void what_is_done_for_shop_is_known() throws Exception {
        Golden.assertMatches(StepCountsTest.class, "steps-of-shop.txt", counted(shops(1)).lines()
                .filter(line -> !line.startsWith(HANGS_ON_THE_JDK)).collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void four_times_as_much_code_is_at_most_four_times_as_much_work() throws Exception {
        List<Map<String, Long>> counts = Arrays.stream(counted(shops(1), shops(2), shops(4)).split("\n\n"))
                .map(StepCountsTest::read).toList();
        assertSoftly(softly -> counts.get(0).forEach((step, once) -> {
            softly.assertThat(once).as(step).isPositive();
            softly.assertThat((double) counts.get(1).get(step)).as(step + ", twice").isLessThanOrEqualTo(once * 2 * MOST);
            softly.assertThat((double) counts.get(2).get(step)).as(step + ", four times").isLessThanOrEqualTo(once * 4 * MOST);
        }));
    }

    private static Map<String, Long> read(String block) {
        Map<String, Long> counts = new TreeMap<>();
        block.lines().forEach(line -> counts.put(line.substring(0, line.lastIndexOf(' ')),
                Long.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
        return counts;
    }

    /** So many modules that are alike but for the names of their packages, and one application of them all. */
    private Path shops(int number) throws IOException {
        Path modules = folder.resolve("shops" + number);
        StringBuilder dependencies = new StringBuilder();
        for (int i = 1; i <= number; i++) {
            dependencies.append("<dependency><groupId>dev.seqscan</groupId><artifactId>shop").append(i)
                    .append("</artifactId><version>1</version></dependency>");
        }
        Path all = Files.createDirectories(modules.resolve("all/src/main/java"));
        Files.writeString(all.resolve("All.java"), "class All { public static void main(String[] arguments) { } }");
        Files.writeString(modules.resolve("all/pom.xml"), "<project><groupId>com.example</groupId><artifactId>all</artifactId>"
                + "<version>1</version><dependencies>" + dependencies + "</dependencies></project>");
        for (int i = 1; i <= number; i++) {
            try (Stream<Path> files = Files.walk(SHOP)) {
                for (Path file : files.filter(StepCountsTest::isSource).toList()) {
                    Path copy = modules.resolve("shop" + i).resolve(SHOP.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.writeString(copy, Files.readString(file).replace("com.example.shop", "com.example.shop" + i)
                            .replace("<artifactId>shop<", "<artifactId>shop" + i + "<"));
                }
            }
        }
        return modules;
    }

    private static boolean isSource(Path file) {
        return Files.isRegularFile(file) && (file.startsWith(SHOP.resolve("src")) || file.equals(SHOP.resolve("pom.xml")));
    }

    private static String counted(Path... folders) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions", "-XX:ActiveProcessorCount=1", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), StepCounts.class.getName()));
        Arrays.stream(folders).map(Path::toString).forEach(command::add);
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
