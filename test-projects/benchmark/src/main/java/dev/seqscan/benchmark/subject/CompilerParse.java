package dev.seqscan.benchmark.subject;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The parser of the JDK's compiler, without anything that comes after it. */
public final class CompilerParse {

    /** A task keeps the trees of all its files. */
    private static final int AT_ONCE = 500;

    private CompilerParse() {
    }

    /** Takes the folder. */
    public static void main(String[] arguments) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(told, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<Path> sources = LeanParse.sources(arguments[0]);
            int parsed = 0;
            for (int from = 0; from < sources.size(); from += AT_ONCE) {
                List<Path> some = sources.subList(from, Math.min(sources.size(), from + AT_ONCE));
                JavacTask task = (JavacTask) compiler.getTask(null, files, told, List.of("-proc:none"), null,
                        files.getJavaFileObjectsFromPaths(some));
                for (CompilationUnitTree tree : task.parse()) {
                    parsed += tree.getTypeDecls().isEmpty() ? 0 : 1;
                }
            }
            System.out.println(parsed + " files with types, " + told.getDiagnostics().size() + " diagnostics");
        }
    }
}
