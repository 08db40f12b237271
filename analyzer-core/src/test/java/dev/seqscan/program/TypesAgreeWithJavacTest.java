package dev.seqscan.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import dev.seqscan.testkit.javac.ComparedSources;
import dev.seqscan.testkit.javac.Tally;
import dev.seqscan.testkit.javac.TypeAgreement;
import dev.seqscan.testkit.javac.Verdict;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The JDK's compiler is asked for the types in the sources of this module, and the linker must say the same. */
class TypesAgreeWithJavacTest {

    private static final List<Path> CLASS_PATH =
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of).toList();

    private static ComparedSources sources;

    @BeforeAll
    static void ask_the_compiler() throws IOException {
        sources = new ComparedSources(Path.of("src/main/java"), CLASS_PATH);
    }

    @Test
    void with_a_class_path_nearly_every_type_is_right_and_none_is_wrong() throws IOException {
        TypeAgreement agreement = sources.withClassPath();

        holds(agreement.receivers(), 99.5, 0.05);
        holds(agreement.results(), 99.5, 0.05);
        holds(agreement.arguments(), 99, 0.1);
        holds(agreement.methods(), 99.5, 0.1);
    }

    @Test
    void without_a_class_path_types_are_missing_but_not_wrong() throws IOException {
        TypeAgreement agreement = sources.withoutClassPath();

        holds(agreement.receivers(), 90, 0.05);
        holds(agreement.results(), 90, 0.05);
        holds(agreement.arguments(), 95, 0.1);
        holds(agreement.methods(), 90, 0.1);
    }

    @Test
    void several_threads_link_what_one_thread_links() throws Exception {
        Program alone = sources.program(ComparedSources.shippedLibraries());
        Linker linker = new Linker(new Shapes(alone));
        Set<String> expected = new TreeSet<>();
        linkedHere(alone).forEach(type -> expected.addAll(described(linker.link(type))));
        Program program = sources.program(ComparedSources.shippedLibraries());
        Shapes shapes = new Shapes(program);
        List<Callable<List<String>>> tasks = new ArrayList<>();
        linkedHere(program).forEach(type -> tasks.add(() -> described(new Linker(shapes).link(type))));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Set<String> found = new TreeSet<>();
        for (Future<List<String>> each : threads.invokeAll(tasks)) {
            found.addAll(each.get());
        }
        threads.shutdown();

        assertThat(found).isNotEmpty();
        assertThat(found.stream().filter(each -> !expected.contains(each))).isEmpty();
        assertThat(found).hasSameSizeAs(expected);
    }

    private static Stream<DeclaredClass> linkedHere(Program program) {
        return program.classes().stream().filter(type -> type.file().packageName().endsWith(".program"));
    }

    private static void holds(Tally tally, double right, double wrong) {
        String figures = tally + "\n" + String.join("\n", tally.others().stream().limit(50).toList());
        assertThat(tally.share(Verdict.RIGHT)).as(figures).isGreaterThanOrEqualTo(right);
        assertThat(tally.share(Verdict.WRONG)).as(figures).isLessThanOrEqualTo(wrong);
    }

    private static List<String> described(List<LinkedBody> bodies) {
        List<String> types = new ArrayList<>();
        for (LinkedBody body : bodies) {
            for (Map.Entry<Expression, JavaType> each : body.types()) {
                Span span = each.getKey().span();
                types.add(body.key() + " " + span + "-" + span.endLine() + ":" + span.endColumn() + " "
                        + each.getKey().getClass().getSimpleName() + " is " + each.getValue());
            }
        }
        return types;
    }
}
