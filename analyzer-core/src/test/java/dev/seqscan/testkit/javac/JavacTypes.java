package dev.seqscan.testkit.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.seqscan.source.Span;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Asks the JDK's compiler for the types of all method calls in Java files, and of what they are called on. */
public final class JavacTypes {

    /**
     * What the compiler says of one call.
     *
     * @param receiver null where the call has no target or is made on a class
     * @param owner the class that declares the method, where it is a class with a name
     */
    public record Call(TypeMirror receiver, TypeMirror result, String method, String owner) {
    }

    private final Map<Path, Map<Span, Call>> calls = new HashMap<>();
    private final List<String> errors = new ArrayList<>();
    private final Types types;

    /** Compiles the files as far as needed to know the types; errors in them are passed over. */
    public JavacTypes(List<Path> files, List<Path> classPath) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String path = String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList());
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(problem -> { }, Locale.ROOT, StandardCharsets.UTF_8)) {
            Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(files);
            JavacTask task = (JavacTask) compiler.getTask(null, manager, this::note,
                    List.of("-proc:none", "-classpath", path, "-XDshould-stop.at=FLOW", "-Xmaxerrs", "100000"), null, units);
            types = task.getTypes();
            List<CompilationUnitTree> trees = new ArrayList<>();
            task.parse().forEach(trees::add);
            task.analyze();
            trees.forEach(tree -> new CallScanner(tree, Trees.instance(task)).scan(tree, null));
        }
    }

    private void note(Diagnostic<? extends JavaFileObject> problem) {
        if (problem.getKind() == Diagnostic.Kind.ERROR) {
            String file = problem.getSource() == null ? "" : problem.getSource().getName();
            errors.add(file + ":" + problem.getLineNumber() + ": " + problem.getMessage(Locale.ROOT));
        }
    }

    /** What does not compile. */
    public List<String> errors() {
        return errors;
    }

    /** The calls of a file by their place. */
    public Map<Span, Call> calls(Path file) {
        return calls.getOrDefault(file, Map.of());
    }

    /** The compiler's relations between types. */
    public Types types() {
        return types;
    }

    private final class CallScanner extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final Trees trees;
        private final Map<Span, Call> found;

        CallScanner(CompilationUnitTree unit, Trees trees) {
            this.unit = unit;
            this.trees = trees;
            this.found = calls.computeIfAbsent(Path.of(unit.getSourceFile().toUri()), key -> new HashMap<>());
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
            TypeMirror result = type(tree);
            Element method = trees.getElement(getCurrentPath());
            boolean written = trees.getSourcePositions().getEndPosition(unit, tree) >= 0;
            if (written && result != null && result.getKind() != TypeKind.ERROR
                    && method instanceof ExecutableElement called) {
                String owner = owner(called);
                found.put(span(tree), new Call(receiver(tree), result, signature(called), owner));
            }
            return super.visitMethodInvocation(tree, nothing);
        }

        /** The compiler gives arrays a class of their own. */
        private String owner(ExecutableElement called) {
            String owner = ((TypeElement) called.getEnclosingElement()).getQualifiedName().toString();
            return owner.equals("Array") ? "java.lang.Object" : owner;
        }

        private TypeMirror receiver(MethodInvocationTree tree) {
            if (!(tree.getMethodSelect() instanceof MemberSelectTree select)) {
                return null;
            }
            ExpressionTree receiver = select.getExpression();
            while (receiver instanceof ParenthesizedTree inner) {
                receiver = inner.getExpression();
            }
            Element element = trees.getElement(new com.sun.source.util.TreePath(getCurrentPath(), receiver));
            return element instanceof TypeElement && !receiver.toString().endsWith("this") ? null : type(receiver);
        }

        private TypeMirror type(Tree tree) {
            return trees.getTypeMirror(new com.sun.source.util.TreePath(getCurrentPath(), tree));
        }

        private String signature(ExecutableElement method) {
            List<String> parameters = method.getParameters().stream()
                    .map(each -> types.erasure(each.asType()).toString()).toList();
            return method.getSimpleName() + "(" + String.join(",", parameters) + ")";
        }

        private Span span(Tree tree) {
            LineMap lines = unit.getLineMap();
            long start = trees.getSourcePositions().getStartPosition(unit, tree);
            long end = trees.getSourcePositions().getEndPosition(unit, tree);
            int semicolon = isConstructorCall(tree) ? 1 : 0;
            return new Span((int) lines.getLineNumber(start), column(start), (int) lines.getLineNumber(end),
                    column(end) + semicolon);
        }

        /** {@code this(..);} and {@code super(..);} are read as statements. */
        private static boolean isConstructorCall(Tree tree) {
            String method = ((MethodInvocationTree) tree).getMethodSelect().toString();
            return method.equals("super") || method.equals("this") || method.endsWith(".super");
        }

        /** The line map counts a tab as up to eight columns. */
        private int column(long position) {
            LineMap lines = unit.getLineMap();
            return (int) (position - lines.getStartPosition(lines.getLineNumber(position))) + 1;
        }
    }
}
