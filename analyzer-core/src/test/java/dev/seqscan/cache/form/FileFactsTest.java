package dev.seqscan.cache.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.source.Notices;
import dev.seqscan.source.SourceTree;
import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.TextReader;
import dev.seqscan.source.Workers;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Expression.Literal;
import dev.seqscan.source.code.Expression.LiteralKind;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import dev.seqscan.source.java.JavaReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileFactsTest {

    private static final Span PLACE = new Span(1, 2, 3, 4);

    private static final String ALL_OF_JAVA = """
            package com.shop;
            import static java.util.List.*;
            import java.util.Map.Entry;
            // seqscan:ignore query-in-loop: it is an example
            @Table(name = "orders", indexes = {@Index(columnList = "a"), @Index}) @Entity
            sealed abstract class Order<T extends Number & Runnable> extends Base<? super T, int[]> implements A, B<?> permits C {
                static final long MOST = 9223372036854775807L, HEX = 0xFFFF_FFFF_FFFF_FFFFL;
                private transient volatile int[][] sizes = new int[3][], more = {1, 2};
                double limit = 1e400, not = 0d / 0, least = 4.9e-324; float f = 1.5f; char c = '\\uD800';
                String text = "a\\"\\0" + \"""
                        block
                        \""" + null;
                static { run(); } { this.limit = -1; }
                Order(int... all) { super(all); }
                @Deprecated synchronized <E extends T> E find(final @Param("id") int id) throws Exception {
                    outer: for (int i = 0, j = 1; i < 3; i++, j--) { if (i > j) continue outer; else break; }
                    for (;;) break;
                    for (var each : List.<T>of()) do { ; } while (each != null);
                    while (!true) { int a = 1, b; a += b = 2; }
                    try (var in = open(); out) { throw new X(); } catch (final IOException | Error e) { }
                    finally { assert id > 0 : "no"; }
                    synchronized (this) { Order.this.limit++; Order.super.toString(); ++sizes[0][1]; }
                    switch (id) { case 1, 2: yield(); default: return null; }
                    Object o = switch (in) {
                        case Point(int x, var y) when x > 0 -> { yield x; } case Square s -> 1; case null, default -> throw e;
                    };
                    Runnable r = () -> { }, s = Order::new;
                    Function<int[], String> g = (a, b) -> (String) a, h = int[]::clone;
                    class Local { } record R(@Id int a) { R { } }
                    return o instanceof String t && id == 3 ? outer.new Inner<>(1) { void m() { } } : Order.class;
                }
                abstract void none();
                enum E { ONE, TWO(2) { void x() { } }; }
                @interface Note { String value() default "x"; int[] more() default {}; }
                interface I { default void m() { } }
            }
            """;

    private final FileFacts facts = new FileFacts();

    @Test
    void every_file_of_real_code_comes_back_as_it_was() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        TextReader texts = new TextReader(root, new Notices());
        List<String> paths = new SourceTree(root, new Notices()).files().stream().filter(path -> path.endsWith(".java"))
                .filter(path -> path.startsWith("analyzer-core/src/main") || path.startsWith("test-projects/")).toList();
        assertThat(paths).hasSizeGreaterThan(100);
        Workers.map(paths, path -> {
            comesBack(read(texts.read(path).orElseThrow().text()));
            return path;
        });
    }

    @Test
    void every_construct_of_the_language_comes_back_as_it_was() {
        CodeFile file = read(ALL_OF_JAVA);

        assertThat(file.types()).hasSize(1);
        assertThat(file.suppressions()).hasSize(1);
        comesBack(file);
    }

    @Test
    void facts_do_not_hold_the_path() {
        CodeFile file = read(ALL_OF_JAVA);

        assertThat(facts.read("Moved.java", facts.write(file)).orElseThrow().path()).isEqualTo("Moved.java");
    }

    @Test
    void texts_of_any_characters_come_back_as_they_were() {
        for (String text : List.of("", "\0", "\u00FF\u0100", "\uD800", "a\uDFFF\uD800z", "\uD83D\uDE00", "\uFFFF\uFFFE",
                "\u00E4".repeat(70_000), "\u20AC".repeat(70_000))) {
            comesBack(holding(new Literal(LiteralKind.STRING, text, PLACE)));
            comesBack(holding(new Expression.Name(text, PLACE)));
        }
    }

    @Test
    void values_at_the_ends_of_their_ranges_come_back_as_they_were() {
        for (Object value : List.of(Long.MIN_VALUE, -1L, 0L, 127L, 128L, Long.MAX_VALUE, Double.NaN, -0.0, Double.MIN_VALUE,
                Double.NEGATIVE_INFINITY, Double.longBitsToDouble(0x7FF8_0000_0000_0001L), true, false, '\0', '\uFFFF')) {
            comesBack(holding(new Literal(LiteralKind.INT, value, PLACE)));
        }
        comesBack(holding(new Literal(LiteralKind.LONG, null, PLACE)));
    }

    @Test
    void spans_of_any_numbers_come_back_as_they_were() {
        int[] numbers = {Integer.MIN_VALUE, -1, 0, 1, 63, 64, 1_000_000, Integer.MAX_VALUE};
        for (int start : numbers) {
            for (int end : numbers) {
                comesBack(holding(new Expression.Name("a", new Span(start, end, end, start))));
                comesBack(holding(new Expression.Name("a", new Span(start, end, start, start))));
            }
        }
    }

    @Test
    void code_that_is_nested_deeply_comes_back_as_it_was() {
        String sum = "1" + " + 1".repeat(5_000);

        Workers.withDeepStack(() -> {
            CodeFile file = read("class A { int a = " + sum + "; }");
            byte[] bytes = facts.write(file);
            assertThat(facts.write(facts.read("A.java", bytes).orElseThrow())).isEqualTo(bytes);
            return file;
        });
    }

    @Test
    void a_file_that_is_cut_anywhere_is_unknown() {
        byte[] bytes = facts.write(read(ALL_OF_JAVA));

        for (int length = 0; length < bytes.length; length++) {
            assertThat(facts.read("A.java", Arrays.copyOf(bytes, length))).as("cut at " + length).isEmpty();
        }
        assertThat(facts.read("A.java", Arrays.copyOf(bytes, bytes.length + 1))).isEmpty();
    }

    @Test
    void bytes_that_nobody_wrote_break_nothing() {
        byte[] bytes = facts.write(read(ALL_OF_JAVA));
        Random random = new Random(6);

        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = bytes.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
            }
            facts.read("A.java", damaged);
        }
        assertThat(facts.read("A.java", bytes)).isPresent();
    }

    @Test
    void lists_that_claim_to_hold_ever_more_take_no_memory() {
        byte[] blocks = new byte[1_000_000];
        Arrays.fill(blocks, (byte) 0x7F);

        assertThat(facts.read("A.java", blocks)).isEmpty();
    }

    private void comesBack(CodeFile file) {
        assertThat(facts.read(file.path(), facts.write(file))).contains(file);
    }

    private static CodeFile holding(Expression value) {
        FieldDeclaration field = new FieldDeclaration(FieldDeclaration.Role.FIELD, "f", TypeName.of("int"), Set.of(), List.of(),
                value, PLACE, PLACE);
        TypeDeclaration type = new TypeDeclaration(TypeDeclaration.Kind.CLASS, "A", Set.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(field), List.of(), List.of(), PLACE, PLACE);
        return new CodeFile("A.java", "", List.of(), List.of(type), List.of(), true, 7);
    }

    private static CodeFile read(String text) {
        Notices notices = new Notices();
        return new JavaReader().read(new TextFile("A.java", text), notices);
    }
}
