package dev.seqscan.source.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.source.Notices;
import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.template.TemplateFile.Fragment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateReaderTest {

    private static final String PATH = "src/main/resources/templates/orders/list.html";

    private final Notices notices = new Notices();

    @Test
    void a_view_is_named_by_its_path_below_the_folder_of_templates() {
        assertThat(TemplateFile.viewName(PATH)).contains("orders/list");
        assertThat(TemplateFile.viewName("src/main/resources/static/list.html")).isEmpty();
        assertThat(TemplateFile.viewName("src/main/resources/templates/list.txt")).isEmpty();
    }

    @Test
    void a_loop_reads_the_properties_of_its_variable() {
        assertThat(code("<li th:each=\"order, turn : ${orders}\" th:text=\"${order.customer.name}\">Name</li>"))
                .isEqualTo("for (order : orders) { order.customer.name; }");
    }

    @Test
    void reads_stand_where_the_text_has_them() {
        Statement.ForEach loop = (Statement.ForEach) statements("""
                <ul>
                  <li th:each="order : ${orders}">
                    <b th:text="'No. ' + ${order.number}">1</b>
                  </li>
                </ul>
                """).get(0);
        assertThat(loop.iterable().span()).isEqualTo(new Span(2, 26, 2, 32));
        Statement read = ((Statement.Block) loop.body()).statements().get(0);
        assertThat(read.span()).isEqualTo(new Span(3, 28, 3, 40));
    }

    @Test
    void a_block_within_a_table_keeps_its_rows() {
        assertThat(code("""
                <table><th:block th:each="order : ${orders}"><tr><td data-th-text="${order.number}">1</td></tr></th:block></table>
                """)).isEqualTo("for (order : orders) { order.number; }");
    }

    @Test
    void an_element_without_an_end_tag_holds_nothing() {
        assertThat(code("<div><input th:each=\"order : ${orders}\" th:value=\"${order.number}\"><p th:text=\"${name}\"></p></div>"))
                .isEqualTo("for (order : orders) { order.number; } name;");
    }

    @Test
    void a_selected_object_is_read_through_stars() {
        assertThat(code("<p th:object=\"${order}\"><b th:text=\"*{customer.name}\"></b>[[*{number}]] ${left} [(${other})]</p>"))
                .isEqualTo("order.customer.name; order.number; other;");
        assertThat(code("<p th:object=\"${#vars.get('order')}\"><b th:text=\"*{number}\"></b></p>")).isEqualTo("().number;");
    }

    @Test
    void conditions_and_local_variables_surround_what_is_shown() {
        assertThat(code("<p th:if=\"${order.paid and order.customer != null}\" th:with=\"c=${order.customer}\">[[${c.name}]]</p>"))
                .isEqualTo("if ((order.paid, order.customer)) { c = order.customer; c.name; }");
        assertThat(code("<p th:text=\"${open ? order.number : 'none'}\">[[${never}]]</p>")).isEqualTo("open; order.number;");
    }

    @Test
    void utilities_go_over_the_collections_that_they_are_given() {
        assertThat(code("<p th:text=\"${#lists.size(order.lines)}\"></p>")).isEqualTo("order.lines.size();");
        assertThat(code("<p th:text=\"${#temporals.format(order.date, 'yyyy')}\"></p>")).isEqualTo("order.date;");
        assertThat(code("<p th:text=\"${#aggregates.sum(order.lines.![price])}\"></p>")).isEqualTo("order.lines.size().size();");
    }

    @Test
    void methods_links_messages_and_indexes_are_read() {
        assertThat(code("<a th:href=\"@{/orders/{id}(id=${order.id})}\" th:title=\"#{title(${order.number})}\"></a>"))
                .isEqualTo("order.id; order.number;");
        assertThat(code("<p th:text=\"${order.lines.size() > 0}\"></p>")).isEqualTo("order.lines.size();");
        assertThat(code("<p th:text=\"${order?.customer?.name}\"></p>")).isEqualTo("order.customer.name;");
        assertThat(code("<p th:text=\"${order.lines[0].product.name}\"></p>")).isEqualTo("order.lines.size();");
        assertThat(code("<p th:text=\"${names.get(order.id)}\"></p>")).isEqualTo("names.get(order.id);");
    }

    @Test
    void beans_types_and_words_of_the_language_are_no_variables() {
        assertThat(code("<p th:text=\"${@clock.now() gt order.date and not true}\"></p>")).isEqualTo("order.date;");
        assertThat(code("<p th:text=\"${T(java.lang.Math).max(order.total, 1.5)}\"></p>")).doesNotContain("java");
    }

    @Test
    void fragments_are_declared_and_included() {
        assertThat(code("<p th:replace=\"~{fragments/row :: row(${order}, total=${order.total})}\">[[${never}]]</p>"))
                .isEqualTo("~{fragments/row :: row}(order, total = order.total);");
        assertThat(code("<p th:insert=\":: foot\"></p>")).isEqualTo("~{ :: foot}();");
        assertThat(code("<p th:insert=\"~{${computed}}\"></p><p th:insert=\"~{row :: #id}\"></p>")).isEmpty();
        assertThat(code("<html th:replace=\"~{layout :: page(~{::body})}\"><body>[[${order.number}]]</body></html>"))
                .startsWith("order.number;");
        Fragment row = read("<p th:fragment=\"row(order, total)\">[[${order.number}]]</p>").orElseThrow().fragments().get("row");
        assertThat(row.parameters()).containsExactly("order", "total");
        assertThat(Printed.of(row.statements())).isEqualTo("order.number;");
    }

    @Test
    void what_is_not_shown_or_is_a_script_is_not_read() {
        assertThat(code("<p th:remove=\"all\">[[${order.number}]]</p><script>var a = [[${order.lines}]];</script>")).isEmpty();
    }

    @Test
    void broken_text_is_read_as_far_as_it_goes() {
        assertThat(code("<p th:text=\"${order.\"><b th:text=\"${(((\"><i th:each=\"x\"></p><b th:text=\"${number}\"")).contains("order.size()");
        assertThat(read("plain text")).isEmpty();
    }

    @Test
    void elements_that_are_too_deep_are_a_notice() {
        assertThat(read("<p th:class='${open}'>".repeat(5_000))).isEmpty();
        assertThat(notices.all()).singleElement().satisfies(each -> assertThat(each.reason()).contains("deeper"));
    }

    @Test
    void a_file_that_is_too_large_is_a_notice() {
        assertThat(read("<p th:text='${a}'></p>".repeat(20_000))).isEmpty();
        assertThat(notices.all()).singleElement().satisfies(each -> assertThat(each.reason()).contains("larger"));
    }

    @Test
    void brackets_that_are_too_deep_are_left_out() {
        assertThat(code("<p th:text=\"${" + "f(".repeat(20_000) + "}\"></p>")).isEmpty();
    }

    private Optional<TemplateFile> read(String text) {
        return new TemplateReader().read(new TextFile(PATH, text), notices);
    }

    private List<Statement> statements(String text) {
        return read(text).map(each -> each.fragments().get("").statements()).orElse(List.of());
    }

    private String code(String text) {
        return Printed.of(statements(text));
    }

    /** Statements as short text. */
    private static final class Printed {

        static String of(List<Statement> statements) {
            return String.join(" ", statements.stream().map(Printed::of).toList());
        }

        private static String of(Statement statement) {
            if (statement instanceof Statement.ForEach loop) {
                return "for (" + loop.variable().name() + " : " + of(loop.iterable()) + ") " + of(loop.body());
            }
            if (statement instanceof Statement.If branch) {
                return "if (" + of(branch.condition()) + ") " + of(branch.then());
            }
            if (statement instanceof Statement.Block block) {
                return "{ " + of(block.statements()) + " }";
            }
            return statement instanceof Statement.Local local ? local.name() + " = " + of(local.initializer()) + ";"
                    : of(((Statement.Evaluate) statement).expression()) + ";";
        }

        private static String of(Expression expression) {
            if (expression instanceof Expression.Select select) {
                return of(select.target()) + "." + select.name();
            }
            if (expression instanceof Expression.Call call) {
                return (call.target() == null ? "" : of(call.target()) + ".") + call.name() + all(call.arguments());
            }
            if (expression instanceof Expression.Assign assign) {
                return of(assign.target()) + " = " + of(assign.value());
            }
            return expression instanceof Expression.Opaque opaque ? all(opaque.children()) : ((Expression.Name) expression).name();
        }

        private static String all(List<Expression> expressions) {
            return "(" + String.join(", ", expressions.stream().map(Printed::of).toList()) + ")";
        }
    }
}
