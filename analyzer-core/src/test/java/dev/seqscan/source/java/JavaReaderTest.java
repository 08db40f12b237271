package dev.seqscan.source.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.seqscan.source.Notices;
import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.code.TypeDeclaration;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaReaderTest {

    private final Notices notices = new Notices();

    @Test
    void a_class_is_read_with_its_members() {
        CodeFile file = read("""
                package com.shop;
                import java.util.List;
                import static java.util.Map.*;
                @Entity @Table(name = "orders")
                public class Order extends Base<Long> implements Priced, Comparable<Order> {
                    private final List<OrderLine> lines = List.of();
                    Order(Customer customer) { this.customer = customer; }
                    public <T extends Number> T total(T... parts) { return parts[0]; }
                    enum Status { OPEN, DONE }
                }
                """);

        assertThat(file.packageName()).isEqualTo("com.shop");
        assertThat(file.imports()).containsExactly(new CodeFile.Import("java.util.List", false, false),
                new CodeFile.Import("java.util.Map", true, true));
        TypeDeclaration order = file.types().get(0);
        assertThat(order.extended()).hasToString("[Base<Long>]");
        assertThat(order.implemented()).hasToString("[Priced, Comparable<Order>]");
        assertThat(order.annotations()).extracting("name").containsExactly("Entity", "Table");
        assertThat(order.fields()).extracting(FieldDeclaration::name).containsExactly("lines");
        assertThat(order.methods()).extracting(MethodDeclaration::name).containsExactly("<init>", "total");
        assertThat(order.methods().get(1).parameters().get(0).type()).hasToString("T[]");
        assertThat(order.nested().get(0).fields()).extracting(FieldDeclaration::name).containsExactly("OPEN", "DONE");
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void a_span_ends_behind_the_last_character() {
        Statement first = body("orders.findAll();").statements().get(0);

        Expression.Call call = (Expression.Call) ((Statement.Evaluate) first).expression();
        assertThat(call.span()).isEqualTo(new Span(1, 22, 1, 38));
        assertThat(call.nameSpan()).isEqualTo(new Span(1, 29, 1, 36));
    }

    @Test
    void newer_syntax_is_read() {
        CodeFile file = read("""
                record Point(int x, int y) { Point { assert x > 0; } }
                sealed interface Shape permits Circle {}
                final class Circle implements Shape {
                    String name(Object o) {
                        var text = \"""
                            select *
                              from orders\\
                             where id = 1
                            \""";
                        return switch (o) {
                            case Point(int x, var y) when x > 0 -> text;
                            case String s -> s;
                            case null, default -> { yield "none"; }
                        };
                    }
                }
                """);

        assertThat(file.types()).extracting(TypeDeclaration::name).containsExactly("Point", "Shape", "Circle");
        assertThat(file.types().get(0).fields()).extracting(FieldDeclaration::name).containsExactly("x", "y");
        Statement.Local text = (Statement.Local) file.types().get(2).methods().get(0).body().statements().get(0);
        assertThat(((Expression.Literal) text.initializer()).value()).isEqualTo("select *\n  from orders where id = 1\n");
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void the_target_of_a_method_reference_is_a_name_unless_only_a_type_can_be_meant() {
        assertThat(target("ids.forEach(orders::delete);")).isInstanceOf(Expression.Name.class);
        assertThat(target("ids.forEach(shop.orders::delete);")).isInstanceOf(Expression.Select.class);
        assertThat(target("ids.forEach(List<Order>::size);")).isInstanceOf(Expression.TypeLiteral.class);
        assertThat(target("ids.forEach(Order[]::new);")).isInstanceOf(Expression.TypeLiteral.class);
    }

    private Expression target(String text) {
        Statement.Evaluate call = (Statement.Evaluate) body(text).statements().get(0);
        return ((Expression.MethodReference) ((Expression.Call) call.expression()).arguments().get(0)).target();
    }

    @Test
    void an_expression_lambda_is_a_block_that_returns() {
        Statement.Evaluate call = (Statement.Evaluate) body("orders.forEach(o -> o.total());").statements().get(0);

        Expression.Lambda lambda = (Expression.Lambda) ((Expression.Call) call.expression()).arguments().get(0);
        assertThat(lambda.expression()).isTrue();
        assertThat(lambda.parameters().get(0).type().name()).isEqualTo("var");
        assertThat(lambda.body().statements().get(0)).isInstanceOf(Statement.Return.class);
    }

    @Test
    void two_variables_of_one_declaration_are_two_statements() {
        assertThat(body("int a = 1, b[] = {2};").statements()).hasSize(2)
                .extracting(each -> ((Statement.Local) each).type().toString()).containsExactly("int", "int[]");
    }

    @Test
    void a_broken_file_is_a_notice_and_keeps_what_can_be_read() {
        CodeFile file = read("package com.shop;\nclass Order {\n  void pay() { int = ; }\n  void ship() { }\n}\n");

        assertThat(notices.all()).singleElement().satisfies(notice -> {
            assertThat(notice.file()).isEqualTo("Order.java");
            assertThat(notice.line()).isEqualTo(3);
        });
        assertThat(file.packageName()).isEqualTo("com.shop");
    }

    @Test
    void text_that_is_not_java_is_a_notice() {
        CodeFile file = read("PK\u0003\u0004 \u0000\u0000 not java at all {{{");

        assertThat(file.types()).isEmpty();
        assertThat(notices.all()).hasSize(1);
    }

    @Test
    void a_deeply_nested_expression_does_not_end_the_run() {
        read("class A { Object o = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "; }");

        assertThat(notices.all()).hasSize(1);
    }

    @Test
    void a_suppression_is_found_with_its_reason() {
        CodeFile file = read("class A {\n  // seqscan:ignore query-in-loop: three tenants at most\n  int a;\n}\n");

        assertThat(file.suppressions()).singleElement().satisfies(each -> {
            assertThat(each.ruleId()).isEqualTo("query-in-loop");
            assertThat(each.reason()).isEqualTo("three tenants at most");
            assertThat(each.span().startLine()).isEqualTo(2);
        });
    }

    @Test
    void a_stub_that_a_person_has_signed_is_no_generated_code() {
        String stub = "/**\n * This class is auto generated by a code generator. Do not edit.\n */\npackage a;\n/**\n * @author %s\n */\npublic class A {}";
        assertThat(read(stub.formatted("Jane Roe")).generated()).isFalse();
        assertThat(read(stub.formatted("swagger-codegen")).generated()).isTrue();
    }

    @Test
    void generated_code_is_known_by_its_header_and_annotation() {
        assertThat(read("/* DO NOT EDIT */\npackage a;\nclass A {}").generated()).isTrue();
        assertThat(read("package a;\n@Generated(\"mapstruct\")\npublic class A {}").generated()).isTrue();
        assertThat(read("package a;\n/** Reads files generated by the tool. */\npublic class A {}").generated()).isFalse();
    }

    @Test
    void aLongLiteralOfEscapesIsReadAtOnce() {
        String text = "class A { String tables = \"" + "\\u0041".repeat(50_000) + "\"; }";

        CodeFile file = assertTimeout(Duration.ofSeconds(20), () -> read(text));

        assertThat(file.types()).hasSize(1);
        assertThat(notices.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"(, 1, )", "List<, A, > f", "a < , 1, ''", "(A) , 1, ''", "new int[]{, 1, }", "x -> { return , 1, ; }"})
    void whatTheParserWouldTakeTooLongOverIsLeftOutAndTold(String open, String inner, String close) {
        String text = "class A { Object f = " + open.repeat(20_000) + inner + close.repeat(20_000) + "; }";

        CodeFile file = assertTimeout(Duration.ofSeconds(20), () -> read(text));

        assertThat(file.types()).isEmpty();
        assertThat(notices.all()).singleElement().satisfies(notice -> assertThat(notice.reason()).contains("nested"));
    }

    @Test
    void bracketsInLiteralsAndCommentsNestNothing() {
        String many = "(".repeat(20_000);

        assertThat(read("class A { /* " + many + " */ String s = \"" + many + "\"; // " + many + "\n}").types()).hasSize(1);
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void aFileOfManyShallowStatementsIsWithinBounds() {
        assertThat(read("class A { void m() { " + "Map<String, List<A>> x = (A) (B) c(d(1 < 2)); ".repeat(20_000) + "} }").types()).hasSize(1);
        assertThat(notices.all()).isEmpty();
    }

    private Statement.Block body(String statements) {
        return read("class A { void m() { " + statements + " } }").types().get(0).methods().get(0).body();
    }

    private CodeFile read(String text) {
        return new JavaReader().read(new TextFile("Order.java", text), notices);
    }
}
