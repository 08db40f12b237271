package dev.seqscan.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.program.ClassSource;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Module;
import dev.seqscan.program.Program;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.java.JavaReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each body calls {@code query(text)}; the text is written with optional parts in square brackets. */
class TextsTest {

    private static final Module SHOP = new Module("shop", "", Set.of(""));

    private Program program = new Program(ClassSource.NONE);

    @Test
    void literals_are_concatenated() {
        assertThat(textOf("query(\"select o \" + \"from Order o\" + ' ' + 1);")).isEqualTo("select o from Order o 1");
    }

    @Test
    void a_sum_of_numbers_is_a_number() {
        assertThat(textOf("int page = 2; query(\"limit \" + (page + 10));")).isEqualTo("limit 12");
    }

    @Test
    void a_very_long_concatenation_is_read() {
        assertThat(textOf("query(" + "\"a\" + ".repeat(3_000) + "\"b\");")).isEqualTo("a".repeat(3_000) + "b");
    }

    @Test
    void a_text_block_is_read() {
        assertThat(textOf("query(\"\"\"\n    select *\n    from orders\n    \"\"\".strip());")).isEqualTo("select *\nfrom orders");
    }

    @Test
    void a_parameter_is_a_hole() {
        assertThat(textOf("query(\"select * from \" + table);")).isEqualTo("select * from ?!");
    }

    @Test
    void a_variable_holds_what_was_assigned_last() {
        assertThat(textOf("String s = \"a\"; s = \"b\"; query(s); s = \"c\";")).isEqualTo("b");
    }

    @Test
    void what_is_added_under_a_condition_is_optional() {
        assertThat(textOf("String s = \"a\"; if (flag) { s += \" b\"; } s = s + \" c\"; query(s);")).isEqualTo("a[ b] c");
    }

    @Test
    void what_is_added_in_the_same_branch_is_not_optional() {
        assertThat(textOf("String s = \"a\"; if (flag) { s += \" b\"; query(s); }")).isEqualTo("a b");
    }

    @Test
    void the_other_branch_and_one_that_returns_do_not_count() {
        assertThat(textOf("String s = \"a\"; if (flag) { s += \"b\"; } else { query(s); }")).isEqualTo("a");
        assertThat(textOf("String s = \"a\"; if (flag) { s += \"b\"; return; } query(s);")).isEqualTo("a");
    }

    @Test
    void of_two_known_variants_the_first_is_taken_and_marked() {
        assertThat(textOf("String s; if (flag) s = \"a\"; else s = \"b\"; query(s);")).isEqualTo("{a}");
        assertThat(textOf("query(flag ? \"a\" : \"b\");")).isEqualTo("{a}");
    }

    @Test
    void a_variant_that_is_not_known_leaves_a_hole() {
        assertThat(textOf("String s = \"a\"; if (flag) s = table; query(s);")).isEqualTo("?!");
    }

    @Test
    void an_empty_variant_makes_the_other_one_optional() {
        assertThat(textOf("query(\"a\" + (flag ? \" b\" : \"\"));")).isEqualTo("a[ b]");
    }

    @Test
    void a_builder_is_read_in_the_order_of_its_calls() {
        assertThat(textOf("StringBuilder sb = new StringBuilder(\"a\"); sb.append(\" b\").append(\" c\");"
                + " if (flag) sb.append(\" d\"); for (int i = 0; i < 2; i++) { sb.append(\",?\"); }"
                + " sb.append(')'); query(sb.toString());")).isEqualTo("a b c[ d][,?])");
    }

    @Test
    void a_builder_that_is_handed_on_may_have_grown() {
        assertThat(textOf("StringBuilder sb = new StringBuilder(); sb.append(\"a\"); filter(sb); query(sb.toString());"))
                .isEqualTo("a[?!]");
    }

    @Test
    void of_branches_that_exclude_each_other_the_first_stands_for_all() {
        assertThat(textOf("StringBuilder sb = new StringBuilder(\"a\"); if (flag) { sb.append(\" b\"); } else { sb.append(\" c\"); }"
                + " query(sb.toString());")).isEqualTo("a{ b}");
        assertThat(textOf("String s = \"a\"; if (flag) { s += \" b\"; } else if (n > 1) { s += \" c\"; } query(s);"))
                .isEqualTo("a[ b]");
        assertThat(textOf("String s = \"a\"; if (flag) { s += \" b\"; if (n > 1) { s += \" c\"; } } else { s = s + \" d\"; }"
                + " query(s);")).isEqualTo("a{ b}[ c]");
    }

    @Test
    void formats_and_joins_are_filled() {
        assertThat(textOf("query(String.format(\"select %s from %2$s where a = '%%' and b = %d\", \"x\", \"orders\", n));"))
                .isEqualTo("select x from orders where a = '%' and b = orders");
        assertThat(textOf("query(\"from %s o\".formatted(table));")).isEqualTo("from ?! o");
        assertThat(textOf("query(String.join(\" \", \"select *\", \"from orders\"));")).isEqualTo("select * from orders");
        assertThat(textOf("query(\"a #t b\".replace(\"#t\", \"orders\"));")).isEqualTo("a orders b");
    }

    @Test
    void constants_of_the_class_its_parents_and_imports_are_known() {
        add("shop/Tables.java", "package shop; public interface Tables { String ORDERS = \"orders\"; }");
        add("shop/Base.java", "package shop; class Base { protected static final String SELECT = \"select * from \"; }");
        assertThat(text("import static shop.Tables.ORDERS; class Dao extends Base { private final String end = \" limit 1\";"
                + " void run() { query(SELECT + ORDERS + this.end); query(SELECT + Tables.ORDERS); } }"))
                .containsExactly("select * from orders limit 1", "select * from orders");
    }

    @Test
    void a_field_that_changes_is_a_hole() {
        assertThat(text("class Dao { private String s = \"a\"; private String t = \"b\"; String u = \"c\";"
                + " void run() { query(s); query(t); query(u); } void set(String x) { s = x; } }"))
                .containsExactly("?!", "b", "?!");
    }

    @Test
    void a_method_of_an_object_that_is_made_in_sight_is_followed() {
        add("shop/Rows.java", "package shop; class Rows { String schema() { return \"o.id from orders o\"; } }");
        String field = "class Dao { private final Rows rows = new Rows(); final Rows given; void run(Rows parameter) {";
        assertThat(text(field + " Rows rm = new Rows(); query(\"select \" + rm.schema()); query(\"select \" + rows.schema());"
                + " query(new Rows().schema()); query(given.schema()); query(parameter.schema()); } }")).containsExactly(
                "select o.id from orders o", "select o.id from orders o", "o.id from orders o", "?!", "?!");
    }

    @Test
    void a_method_is_followed_and_may_return_something_else_where_it_can_be_overridden() {
        assertThat(text("class Dao { private String where(String column) { String s = \" where \" + column; return s + \" = ?\"; }"
                + " String open() { return \"x\"; }"
                + " void run() { query(\"from orders\" + where(\"status\")); query(open()); } }"))
                .containsExactly("from orders where status = ?", "{x}");
    }

    @Test
    void constants_that_speak_of_each_other_come_to_an_end() {
        assertThat(text("class Dao { static final String A = \"a\" + Dao.B; static final String B = \"b\" + Dao.A;"
                + " void run() { query(A); } }").get(0)).startsWith("ab").contains("?!");
    }

    @Test
    void many_conditional_changes_are_read_in_bounded_time() {
        String changes = "if (flag) { s = s.concat(s) + s; }".repeat(40);
        assertThat(textOf("String s = \"a\";" + changes + "query(s);")).contains("?!");
    }

    @Test
    void a_number_is_read_through_constants() {
        add("shop/Paging.java", "package shop; class Paging { static final int SIZE = 20; }");
        DeclaredClass dao = add("shop/Dao.java", "package shop; class Dao { void run() { int n = Paging.SIZE; query(n); } }");
        MethodDeclaration method = dao.declaration().methods().get(0);
        assertThat(Texts.number(queries(method).get(0), dao, method, program)).hasValue(20);
    }

    private String textOf(String body) {
        program = new Program(ClassSource.NONE);
        return text("class Dao { void run(String table, boolean flag, int n) { " + body + " } }").get(0);
    }

    private List<String> text(String source) {
        DeclaredClass dao = add("shop/Dao.java", "package shop; " + source);
        List<String> texts = new ArrayList<>();
        for (MethodDeclaration method : dao.declaration().methods()) {
            queries(method).forEach(each -> texts.add(rendered(Texts.text(each, dao, method, program))));
        }
        return texts;
    }

    private DeclaredClass add(String path, String source) {
        Notices notices = new Notices();
        program.add(new JavaReader().read(new TextFile(path, source), notices), SHOP, false, notices);
        List<DeclaredClass> all = List.copyOf(program.classes());
        assertThat(notices.all()).isEmpty();
        return all.get(all.size() - 1);
    }

    private static List<Expression> queries(MethodDeclaration method) {
        List<Expression> found = new ArrayList<>();
        new CodeWalk() {
            @Override
            void visit(Expression expression) {
                if (expression instanceof Expression.Call call && call.name().equals("query")) {
                    found.add(call.arguments().get(0));
                }
            }
        }.statement(method.body());
        return found;
    }

    private static String rendered(Text text) {
        StringBuilder rendered = new StringBuilder();
        for (Text.Part part : text.parts()) {
            String shown = part.knowledge() == Text.Knowledge.VARIANT ? "{" + part.text() + "}" : part.text();
            rendered.append(part.optional() ? "[" + shown + "]" : shown);
        }
        return rendered.toString();
    }
}
