package dev.seqscan.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.finding.Edit;
import dev.seqscan.finding.Finding;
import dev.seqscan.rule.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes each change that findings in the shop offer, in a copy: it compiles, and the finding is gone. */
class OfferedFixesTest {

    private static final Path SHOP = Path.of("..", "shop").toAbsolutePath().normalize();

    @TempDir
    private static Path folder;
    private static List<Finding> before;
    private static List<Finding> mendable;

    @BeforeAll
    static void analyse_as_it_is() {
        before = analyse(SHOP);
        mendable = before.stream().filter(each -> !each.fixes().isEmpty()).toList();
    }

    @Test
    void each_change_alone_compiles() throws IOException {
        assertThat(mendable).hasSizeGreaterThan(5);
        List<String> complaints = new ArrayList<>();
        for (Edit edit : edits()) {
            Path copy = copy();
            apply(edit, copy);
            complaints.addAll(compile(copy));
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_change_that_is_wrong_does_not_compile() throws IOException {
        Path copy = copy();
        Edit right = edits().iterator().next();
        apply(new Edit("", right.place(), "@NoGraph" + right.text()), copy);
        assertThat(compile(copy)).isNotEmpty();
    }

    /** Those of different methods are made together, as each scan takes seconds. */
    @Test
    void the_findings_are_gone_and_no_other_comes() throws IOException {
        Path copy = copy();
        Set<Object> methods = new HashSet<>();
        List<Edit> chosen = edits().stream().filter(edit -> methods.add(edit.place()))
                .sorted(Comparator.comparing(Edit::place).reversed()).toList();
        for (Edit edit : chosen) {
            apply(edit, copy);
        }
        Set<String> gone = fingerprints(mendable.stream().filter(each -> chosen.contains(each.fixes().get(0))).toList());
        assertThat(gone).hasSizeGreaterThan(5);
        assertThat(fingerprints(analyse(copy))).doesNotContainAnyElementsOf(gone).isSubsetOf(fingerprints(before));
    }

    private static Set<Edit> edits() {
        return mendable.stream().flatMap(each -> each.fixes().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> fingerprints(List<Finding> findings) {
        return findings.stream().map(each -> each.ruleId() + " " + each.subject() + " " + each.identity())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Finding> analyse(Path root) {
        AnalysisReport report = new Analyzer(RuleCatalog.load(OfferedFixesTest.class.getClassLoader()))
                .analyze(AnalysisRequest.of(root));
        return report.findings();
    }

    private static Path copy() throws IOException {
        Path copy = Files.createTempDirectory(folder, "shop");
        try (Stream<Path> files = Files.walk(SHOP.resolve("src/main"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(SHOP.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        Files.copy(SHOP.resolve("pom.xml"), copy.resolve("pom.xml"));
        return copy;
    }

    private static void apply(Edit edit, Path root) throws IOException {
        Path file = root.resolve(edit.place().file());
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        var span = edit.place().span();
        assertThat(span.startLine()).isEqualTo(span.endLine());
        String line = lines.get(span.startLine() - 1);
        lines.set(span.startLine() - 1, line.substring(0, span.startColumn() - 1) + edit.text()
                + line.substring(span.endColumn() - 1));
        Files.write(file, lines);
    }

    private static List<String> compile(Path root) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<String> complaints = new ArrayList<>();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null);
                Stream<Path> files = Files.walk(root.resolve("src/main/java"))) {
            List<Path> sources = files.filter(each -> each.toString().endsWith(".java")).toList();
            List<String> options = List.of("-proc:none", "-d", Files.createDirectory(root.resolve("classes")).toString(), "-cp",
                    Files.readString(SHOP.resolve("target/class-path.txt")).strip());
            javac.getTask(null, manager, fault -> {
                if (fault.getKind() == Diagnostic.Kind.ERROR) {
                    complaints.add(fault.toString());
                }
            }, options, null, manager.getJavaFileObjectsFromPaths(sources)).call();
        }
        return complaints;
    }
}
