package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.finding.Finding;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that is legal, and that no person writes: what is beside it is judged all the same, and soon. */
class HostileCodeTest {

    private static final RuleCatalog RULES = RuleCatalog.load(HostileCodeTest.class.getClassLoader());
    private static final String HEAD = "package com.shop;\nclass Hostile { org.springframework.jdbc.core.JdbcTemplate jdbc; int n; "
            + "Hostile b() { return this; } ";

    @TempDir
    private Path folder;

    @Test
    void aTypeThatGrowsWithEachCallEndsAsUnknown() throws IOException {
        judged("package com.shop; class Hostile<S, T> { Hostile<Hostile<S, T>, Hostile<S, T>> up() { return null; }"
                + " void m() { var x = up()" + ".up()".repeat(300) + "; } }");
    }

    @Test
    void aVariableWhoseTypeIsTwiceThatOfTheOneBeforeEndsAsUnknown() throws IOException {
        judged("package com.shop; class Hostile { void m() { var x0 = java.util.Map.entry(1, 1); " + each(80,
                i -> "var x" + (i + 1) + " = java.util.Map.entry(x" + i + ", x" + i + "); ") + "} }");
    }

    @Test
    void aStatementOfTwentyThousandPartsIsReadToItsBound() throws IOException {
        judged(HEAD + "void m(String s) { jdbc.queryForList(\"select 1\"" + " + \"x\"".repeat(20_000) + "); } }");
    }

    @Test
    void aStatementOfAThousandVariablesIsReadToItsBound() throws IOException {
        judged(HEAD + "void m(String s) { jdbc.queryForList(\"select 1\"" + " + s".repeat(1_000) + "); } }");
    }

    @Test
    void aTextThatDoublesIsReadToItsBound() throws IOException {
        judged(HEAD + "void m(String q) { " + "q = q + q; ".repeat(60) + "jdbc.queryForList(q); } }");
    }

    @Test
    void aNameOfThousandsOfPartsNamesNoClass() throws IOException {
        judged(HEAD + "void m() { x" + ".y".repeat(5_000) + " = 1; } }");
    }

    @Test
    void aHundredThousandParenthesesAreTold() throws IOException {
        AnalysisReport report = judged(HEAD + "int f = " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + "; }");

        assertThat(report.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.NOT_READ);
            assertThat(notice.file()).endsWith("Hostile.java");
            assertThat(notice.reason()).isEqualTo("it is nested more than 1000 deep");
        });
    }

    /** The parser looks through a block in parentheses before it reads it, so that each level takes twice the time. */
    @ParameterizedTest
    @ValueSource(strings = {"f(() -> { |});", "f(new R() { void m() { |} });",
        "f(switch (n) { case 1 -> { |} default -> { } });"})
    void blocksInParenthesesThatAreNestedTooDeepAreTold(String levels) throws IOException {
        String[] parts = levels.split("\\|");
        AnalysisReport report = judged(HEAD + "void m() { " + parts[0].repeat(40) + "n++; " + parts[1].repeat(40) + " } }");

        assertThat(report.notices()).singleElement().extracting(Notice::reason)
                .isEqualTo("blocks in parentheses, as of lambdas, are nested too deep in it");
        String few = HEAD + "void m() { " + parts[0].repeat(10) + "n++; " + parts[1].repeat(10) + " } }";
        assertThat(judged(few).notices()).isEmpty();
    }

    @Test
    void aChainOfThousandsOfCallsIsFollowed() throws IOException {
        judged(HEAD + "void m() { b()" + ".b()".repeat(2_000) + "; } }");
    }

    /** Each call of a chain asks what stands before it. */
    @Test
    void aChainOfTwentyThousandCallsIsNotWalkedForEachOfThem() throws IOException {
        judged(HEAD + "void m() { b()" + ".b()".repeat(20_000) + "; } }");
    }

    @Test
    void aLoopOfSixThousandStatementsIsNotWalkedForEachOfThem() throws IOException {
        AnalysisReport report = judged(HEAD + "void m() { for (int i = 0; i < n; i++) { "
                + "jdbc.queryForList(\"select 1\"); ".repeat(6_000) + "} } }");

        assertThat(report.findings()).hasSizeGreaterThan(6_000);
    }

    @Test
    void aClassBelowThousandsOfOthersHasThoseNextToIt() throws IOException {
        judged("package com.shop; class Hostile { void m() { } } class C0 extends Hostile { } "
                + each(3_000, i -> "class C" + (i + 1) + " extends C" + i + " { void m() { super.m(); } } "));
    }

    @Test
    void thousandsOfClassesOfOneNameAreToldOfAFew() throws IOException {
        AnalysisReport report = judged("package com.shop; class Hostile { void m() {} }\n" + "class Hostile { void m() {} }\n".repeat(5_000));

        assertThat(report.notices()).hasSize(5_000).allMatch(notice -> notice.kind() == Notice.Kind.DUPLICATE);
    }

    @Test
    void classesThatExtendEachOtherAreJudged() throws IOException {
        judged("package com.shop; class Hostile extends B { void m() { x(); } } class B extends C { } class C extends Hostile { }"
                + " class D extends D { D d; void m() { d.d.x(); } } class A<T extends A<T>> { T s() { return null; } void m() { s().s().s(); } }"
                + " class G<T> extends H<G<G<T>>> { void m() { x().x().x(); } } class H<T> { G<H<T>> x() { return null; } }"
                + " class V<T extends U, U extends T> { T t; void m() { t.x(); } }");
    }

    @Test
    void aNameWithANulIsNoFault() throws IOException {
        judged(HEAD + "Str\0ing s; @Over\0ride void m() { s.length(); new Str\0ing(); } }");
    }

    @Test
    void aFolderOfFiveHundredLevelsIsNoFault() throws IOException {
        judged(HEAD + "}", "d/".repeat(500) + "A.java", "class A {}");
    }

    @Test
    void aLinkThatLoopsOrLeavesTheTreeIsNotFollowed(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("Outside.java"), "class Outside {");
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Files.createSymbolicLink(folder.resolve("out"), outside);
        Files.createSymbolicLink(folder.resolve("Outside.java"), outside.resolve("Outside.java"));

        assertThat(judged(HEAD + "}").notices()).isEmpty();
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        for (String name : List.of("Pipe.java", "application.yml", "V1__a.sql")) {
            Assumptions.assumeTrue(made(new ProcessBuilder("mkfifo", folder.resolve(name).toString())));
        }
        judged(HEAD + "}");
    }

    private static boolean made(ProcessBuilder command) throws InterruptedException {
        try {
            Process process = command.start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    /** Beside the hostile class the one problem is found, within seconds and without a fault. */
    private AnalysisReport judged(String hostile, String... more) throws IOException {
        write("src/main/java/com/shop/Hostile.java", hostile);
        for (int i = 0; i < more.length; i += 2) {
            write(more[i], more[i + 1]);
        }
        write("src/main/java/com/shop/Products.java", "package com.shop;\nclass Products { org.springframework.jdbc.core.JdbcTemplate jdbc;\n"
                + "void all(java.util.List<Long> ids) { for (Long id : ids) { jdbc.queryForList(\"select 1 from a where id = ?\", id); } } }");
        AnalysisReport report = assertTimeout(Duration.ofSeconds(30), () -> new Analyzer(RULES).analyze(AnalysisRequest.of(folder)));
        assertThat(report.notices()).noneMatch(notice -> notice.kind() == Notice.Kind.INTERNAL);
        assertThat(report.findings()).filteredOn(finding -> finding.place().file().endsWith("Products.java"))
                .extracting(Finding::ruleId).containsExactly("query-in-loop");
        return report;
    }

    private static String each(int count, java.util.function.IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
