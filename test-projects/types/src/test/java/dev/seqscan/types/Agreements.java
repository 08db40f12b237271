package dev.seqscan.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.testkit.javac.ComparedSources;
import dev.seqscan.testkit.javac.Tally;
import dev.seqscan.testkit.javac.TypeAgreement;
import dev.seqscan.testkit.javac.Verdict;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is asked of the types in a project, and how far the linker must agree. */
final class Agreements {

    private static final int SHOWN = 60;

    private Agreements() {
    }

    /** The sources of a project that compiles, below a folder of it, and the class path that its build has written. */
    static ComparedSources sources(Path project, String folder) throws IOException {
        String classPath = Files.readString(project.resolve("target/class-path.txt")).strip();
        ComparedSources sources = new ComparedSources(project.resolve(folder),
                Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList());
        assertThat(sources.errors()).isEmpty();
        return sources;
    }

    /** With its class path a project is known, and type arguments with it. */
    static void hold_with_class_path(String project, TypeAgreement agreement) {
        show(project + " with class path", agreement);
        holds(agreement.receivers(), 98, 0.1);
        holds(agreement.results(), 98, 0.1);
        holds(agreement.contents(), 95, 0.5);
    }

    /** Without it, types of libraries that are not shipped are missing, and nothing is guessed. */
    static void hold_without_class_path(String project, TypeAgreement agreement) {
        show(project + " without class path", agreement);
        holds(agreement.receivers(), 80, 0.5);
        holds(agreement.arguments(), 90, 0.5);
    }

    private static void show(String title, TypeAgreement agreement) {
        System.out.println(title);
        Stream.of(agreement.receivers(), agreement.results(), agreement.contents(), agreement.arguments(), agreement.methods())
                .forEach(tally -> System.out.println("  " + tally));
    }

    private static void holds(Tally tally, double right, double wrong) {
        String figures = tally + "\n" + String.join("\n", wrongFirst(tally));
        assertThat(tally.share(Verdict.WRONG)).as(figures).isLessThan(wrong);
        assertThat(tally.share(Verdict.RIGHT)).as(figures).isGreaterThanOrEqualTo(right);
    }

    private static List<String> wrongFirst(Tally tally) {
        return Stream.of(Verdict.WRONG, Verdict.GAP).flatMap(verdict -> tally.others(verdict).stream()).limit(SHOWN).toList();
    }
}
