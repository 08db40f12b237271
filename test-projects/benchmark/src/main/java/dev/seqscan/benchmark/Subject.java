package dev.seqscan.benchmark;

import dev.seqscan.benchmark.subject.CompilerParse;
import dev.seqscan.benchmark.subject.LeanParse;
import dev.seqscan.benchmark.subject.PmdPerformance;
import dev.seqscan.benchmark.subject.SeqScanRun;
import edu.umd.cs.findbugs.FindBugs2;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What is measured. */
enum Subject {

    /** JavaParser alone with two threads, without comments and tokens. */
    LEAN("JavaParser, lean", LeanParse.class),
    /** All stages of SeqScan and its default reports, with no cache. */
    SEQSCAN("SeqScan, cold", SeqScanRun.class),
    /** The same with an empty cache. */
    FILLING("SeqScan, cold, filling the cache", SeqScanRun.class),
    /** The same once more: nothing has changed since the run before. */
    UNCHANGED("SeqScan, nothing changed", SeqScanRun.class),
    /** The same after a statement was added to a method. */
    ONE_BODY("SeqScan, one method body changed", SeqScanRun.class),
    /** The rule set {@code category/java/performance.xml} with two threads. */
    PMD("PMD, performance rules", PmdPerformance.class),
    /** All detectors that are on by default. */
    SPOTBUGS("SpotBugs, default", FindBugs2.class),
    /** The compiler's parser, which knows one thread. */
    COMPILER("javac, parse only", CompilerParse.class);

    private final String title;
    private final Class<?> main;

    Subject(String title, Class<?> main) {
        this.title = title;
        this.main = main;
    }

    String title() {
        return title;
    }

    Class<?> main() {
        return main;
    }

    List<String> arguments(Tree tree, Path output) {
        return switch (this) {
            case SPOTBUGS -> List.of("-quiet", "-output", output + "/spotbugs.txt", tree.classes().toString());
            case FILLING, UNCHANGED, ONE_BODY -> List.of(tree.folder().toString(), output.toString(), cache(tree).toString());
            default -> List.of(tree.folder().toString(), output.toString());
        };
    }

    /** What must be done before; the cache then holds what the subject before in this round left. */
    void prepare(Tree tree) throws IOException {
        if (this == FILLING) {
            Tree.delete(cache(tree));
        } else if (this == ONE_BODY) {
            MethodBody.change(tree.folder());
        }
    }

    private static Path cache(Tree tree) {
        return tree.folder().resolveSibling(tree.folder().getFileName() + "-cache");
    }
}
