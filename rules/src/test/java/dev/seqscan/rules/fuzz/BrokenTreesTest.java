package dev.seqscan.rules.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.Notice;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of which many files are broken are analysed without a fault, and what is sound is found as before. */
class BrokenTreesTest {

    private static final RuleCatalog RULES = RuleCatalog.load(BrokenTreesTest.class.getClassLoader());
    private static final Path SHOP = Path.of("..", "test-projects", "shop").toAbsolutePath().normalize();
    private static final List<Path> FOLDERS = Stream.of(System.getProperty("fuzz.folder", "").split(File.pathSeparator))
            .filter(text -> !text.isBlank()).map(Path::of).collect(Collectors.collectingAndThen(Collectors.toList(),
                    given -> given.isEmpty() ? List.of(SHOP) : given));
    private static final int ONE_OF = Integer.getInteger("fuzz.oneOf", 2);
    private static final long SECONDS_FOR_A_TREE = Long.getLong("fuzz.treeSeconds", 60);
    private static final int USUAL_ROUNDS = 2;

    @TempDir
    private Path folder;

    /** Two applications side by side, which know nothing of each other; files of one are broken. */
    @Test
    void brokenFilesAreNoFaultsAndChangeNothingInAnotherApplication() throws IOException {
        Path both = folder.resolve("both");
        BrokenTree.copy(SHOP, both.resolve("whole"), new Mutations(0), Integer.MAX_VALUE);
        List<String> alone = ofWhole(analyze(both));
        assertThat(alone).isNotEmpty();
        FuzzTime time = new FuzzTime(USUAL_ROUNDS);
        long broken = 0;
        List<String> differences = new ArrayList<>();
        for (int round = 0; time.goesOn(); round++) {
            Path from = FOLDERS.get(round % FOLDERS.size());
            int files = BrokenTree.copy(from, emptied(both.resolve("broken")), new Mutations(time.seed()), ONE_OF).size();
            long start = System.nanoTime();
            AnalysisReport report = analyze(both);
            long seconds = (System.nanoTime() - start) / 1_000_000_000;
            String what = "seed " + time.seed() + " of " + from.getFileName();
            assertThat(report.notices()).as(what).noneMatch(each -> each.kind() == Notice.Kind.INTERNAL);
            assertThat(seconds).as("seconds for " + what).isLessThan(SECONDS_FOR_A_TREE);
            differences.addAll(differences(what, alone, ofWhole(report)));
            broken += files;
            System.out.println(what + ": broken " + files + ", compared " + alone.size() + ", seconds " + seconds);
        }
        System.out.println("files broken in trees: " + broken);
        assertThat(broken).isPositive();
        assertThat(differences).isEmpty();
    }

    /**
     * Within one application: nearly all that is found in a sound file beside broken ones was found before they were broken or
     * is found without them, and what is found both before and without them is still found. Not all, since a broken file may be
     * read as code that says something else.
     */
    @Test
    void whatIsFoundBesideABrokenFileComesOfTheSoundOneOrOfNone() throws IOException {
        FuzzTime time = new FuzzTime(USUAL_ROUNDS);
        for (int round = 0; time.goesOn(); round++) {
            Path from = FOLDERS.get(round % FOLDERS.size());
            Path copy = emptied(folder.resolve("copy"));
            Set<String> files = BrokenTree.copy(from, copy, new Mutations(time.seed()), 10 * ONE_OF);
            Set<String> found = outside(files, analyze(copy));
            for (String file : files) {
                Files.delete(copy.resolve(file));
            }
            Set<String> without = outside(files, analyze(copy));
            BrokenTree.copy(from, emptied(folder.resolve("copy")), new Mutations(time.seed()), Integer.MAX_VALUE);
            Set<String> sound = outside(files, analyze(copy));
            compare("seed " + time.seed() + " of " + from.getFileName() + ": broken " + files.size(), sound, without, found);
        }
    }

    private static void compare(String what, Set<String> sound, Set<String> without, Set<String> found) {
        Set<String> more = new TreeSet<>(found);
        more.removeAll(sound);
        more.removeAll(without);
        Set<String> less = new TreeSet<>(sound);
        less.retainAll(without);
        less.removeAll(found);
        System.out.println(what + ", found " + found.size() + " (sound " + sound.size() + ", without " + without.size()
                + "), only then " + more + ", not then " + less);
        assertThat(more.size() + less.size()).as(what).isLessThanOrEqualTo(found.size() / 20);
    }

    private static Set<String> outside(Set<String> files, AnalysisReport report) {
        return report.findings().stream().filter(each -> !files.contains(each.place().file()))
                .map(each -> each.ruleId() + " " + each.place()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All are told at the end, since a long run should go on. */
    private static List<String> differences(String what, List<String> before, List<String> now) {
        List<String> all = new ArrayList<>();
        before.stream().filter(each -> !now.contains(each)).forEach(each -> all.add(what + ": lost " + each));
        now.stream().filter(each -> !before.contains(each)).forEach(each -> all.add(what + ": new " + each));
        all.forEach(System.out::println);
        return all;
    }

    /**
     * Without their order: a script that belongs to no module any more may say of a table how large one of that name is
     * elsewhere.
     */
    private static List<String> ofWhole(AnalysisReport report) {
        return report.findings().stream().filter(each -> each.place().file().startsWith("whole/"))
                .map(each -> each.level() + " " + each.fingerprint() + " " + each.place() + " " + each.message())
                .sorted().toList();
    }

    private static AnalysisReport analyze(Path tree) {
        return new Analyzer(RULES).analyze(AnalysisRequest.of(tree));
    }

    private static Path emptied(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(tree);
    }
}
