package dev.seqscan.benchmark.subject;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** JavaParser alone: no comments, no tokens, two threads, no tree is kept. */
public final class LeanParse {

    private static final ParserConfiguration LEAN = new ParserConfiguration().setAttributeComments(false).setStoreTokens(false)
            .setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE);

    private LeanParse() {
    }

    /** Takes the folder. */
    public static void main(String[] arguments) throws Exception {
        ThreadLocal<JavaParser> parsers = ThreadLocal.withInitial(() -> new JavaParser(LEAN));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Callable<Boolean>> work = sources(arguments[0]).stream()
                .map(file -> (Callable<Boolean>) () -> parsers.get().parse(Files.readString(file)).isSuccessful()).toList();
        int refused = 0;
        for (Future<Boolean> parsed : threads.invokeAll(work)) {
            refused += parsed.get() ? 0 : 1;
        }
        threads.shutdown();
        System.out.println(work.size() + " files, " + refused + " not understood");
    }

    /** All Java files of a folder, in one order. */
    public static List<Path> sources(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(each -> each.toString().endsWith(".java")).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
