package dev.seqscan.benchmark;

import dev.seqscan.benchmark.subject.CompilerParse;
import dev.seqscan.benchmark.subject.LeanParse;
import dev.seqscan.benchmark.subject.PmdPerformance;
import dev.seqscan.benchmark.subject.SeqScanCold;
import edu.umd.cs.findbugs.FindBugs2;
import java.nio.file.Path;
import java.util.List;

/** What is measured. */
enum Subject {

    /** JavaParser alone with two threads, without comments and tokens. */
    LEAN("JavaParser, lean", LeanParse.class),
    /** All stages of SeqScan and its default reports, with no cache. */
    SEQSCAN("SeqScan, cold", SeqScanCold.class),
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
        return this == SPOTBUGS ? List.of("-quiet", "-output", output + "/spotbugs.txt", tree.classes().toString())
                : List.of(tree.folder().toString(), output.toString());
    }
}
