package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Steps;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated files of tens of thousands of parts: the work grows with their number, and not with its square. */
class HostileSizesTest {

    private static final RuleCatalog RULES = RuleCatalog.load(HostileSizesTest.class.getClassLoader());
    private static final OperatingSystemMXBean PROCESS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @TempDir
    private Path folder;

    @Test
    void thousandsOfMethodsThatAllFitAreNotComparedWithEachOther() throws IOException {
        long few = classesAskedFor(250);
        long many = classesAskedFor(1_000);

        assertThat(many).isLessThan(8 * few);
    }

    private long classesAskedFor(int overloads) throws IOException {
        write("src/main/java/com/shop/Hostile.java", "package com.shop; class Hostile { "
                + each(overloads, i -> "void m(C" + i + " c) {} ") + "void x() { m(null); } }\n" + each(overloads, i -> "class C" + i + " {}\n"));
        Steps steps = new Steps();
        new Analyzer(RULES, Optional.empty(), steps).analyze(AnalysisRequest.of(folder));
        return steps.all().get("class asked for");
    }

    @Test
    void aMethodIsNotLookedForAmongThirtyThousand() throws IOException {
        readInTime("src/main/java/com/shop/Hostile.java", "package com.shop; class Hostile { int n; "
                + each(30_000, i -> "int m" + i + "(int a) { return n + m" + i * 7 % 30_000 + "(a); }\n") + "}");
    }

    @Test
    void aFieldIsNotLookedForAmongThirtyThousand() throws IOException {
        readInTime("src/main/java/com/shop/Hostile.java", "package com.shop; @javax.persistence.Entity class Hostile { "
                + "@javax.persistence.Id Long id; "
                + each(30_000, i -> "@javax.persistence.Column(name = \"c" + i + "\") String f" + i + ";\n") + "}");
    }

    @Test
    void theIndexesOfAMappingAreNotComparedWithEachOther() throws IOException {
        readInTime("src/main/java/com/shop/Hostile.java", "package com.shop; @javax.persistence.Entity "
                + "@javax.persistence.Table(indexes = {"
                + each(30_000, i -> "@javax.persistence.Index(columnList = \"c" + i + "\"),\n") + "}) class Hostile { @javax.persistence.Id Long id; String c1; }");
    }

    @Test
    void theIndexesOfAScriptAreNotComparedWithEachOther() throws IOException {
        readInTime("src/main/resources/db/migration/V1__a.sql", "create table t (id int primary key, a int);\n"
                + each(40_000, i -> "create index i" + i + " on t (a);\n"));
    }

    /** In seconds of all processors, so that other programs on the machine do not count. */
    private void readInTime(String path, String text) throws IOException {
        write("src/main/java/com/shop/Other.java", "package com.shop; class Other { }");
        write(path, text);
        long start = PROCESS.getProcessCpuTime();
        AnalysisReport report = new Analyzer(RULES).analyze(AnalysisRequest.of(folder));
        assertThat(PROCESS.getProcessCpuTime() - start).isLessThan(20_000_000_000L);
        assertThat(report.notices()).extracting(Notice::kind).doesNotContain(Notice.Kind.INTERNAL, Notice.Kind.NOT_READ);
    }

    private static String each(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
