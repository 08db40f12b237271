package dev.seqscan.benchmark;

import dev.seqscan.benchmark.subject.LeanParse;
import dev.seqscan.source.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Makes the trees, runs each tool on each in turn, several times over, and writes what that took. */
public final class Benchmark {

    private static final Path RESULT = Path.of("benchmark.md");

    private static final Path TREES = Path.of("trees");

    private Benchmark() {
    }

    /** Works in the current folder, which holds the jars; the system properties {@code benchmark.*} say what to run. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Tree> trees = new ArrayList<>();
        for (String size : list("benchmark.sizes")) {
            trees.add(Tree.of(jars(), Integer.parseInt(size), TREES));
        }
        List<Subject> subjects = list("benchmark.subjects").stream().map(Subject::valueOf).toList();
        Runs runs = new Runs(List.of(System.getProperty("benchmark.jvm").split(" ")));
        for (int round = 1; round <= Integer.getInteger("benchmark.rounds"); round++) {
            for (Tree tree : trees) {
                for (Subject subject : subjects.isEmpty() ? List.of(Subject.values()) : subjects) {
                    System.out.println(runs.run(subject, tree, round));
                }
            }
            Files.writeString(RESULT, new Table(runs.done()).text());
        }
        System.out.println("\n" + Files.readString(RESULT));
    }

    /** The sources of a tree with a number of lines, which is made. */
    public static List<TextFile> texts(int lines) throws IOException {
        Tree tree = Tree.of(jars(), lines, TREES);
        List<TextFile> texts = new ArrayList<>();
        for (Path file : LeanParse.sources(tree.folder().toString())) {
            texts.add(new TextFile(tree.folder().relativize(file).toString().replace('\\', '/'), Files.readString(file)));
        }
        return texts;
    }

    private static List<String> list(String property) {
        return Arrays.stream(System.getProperty(property, "").split(",")).filter(each -> !each.isBlank()).toList();
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("jars"))) {
            return jars.filter(each -> each.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
