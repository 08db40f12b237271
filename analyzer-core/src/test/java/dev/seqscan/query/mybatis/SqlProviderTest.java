package dev.seqscan.query.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlProviderTest {

    private static final String ANNOTATIONS = "org.apache.ibatis.annotations.";
    private static final String SQL = "org.apache.ibatis.jdbc.SQL";

    @Test
    void the_clauses_of_an_initialiser_make_a_statement() {
        QueryShape shape = select("return new " + SQL + "() {{ SELECT(\"o.id\", \"c.name\"); FROM(\"orders o\");"
                + " LEFT_OUTER_JOIN(\"customer c on c.id = o.customer_id\"); WHERE(\"o.status = #{status}\");"
                + " if (status != null) { WHERE(\"o.total > #{total}\"); } ORDER_BY(\"o.created_at desc\"); }}.toString();");
        assertThat(shape.roots()).extracting(QueryShape.Root::table).containsExactly("orders", "customer");
        assertThat(filters(shape)).containsExactly("c.id", "o.customer_id", "o.status", "o.total?");
        assertThat(shape.order()).extracting(QueryShape.SortKey::column).containsExactly("created_at");
        assertThat(shape.unknown()).isEmpty();
    }

    @Test
    void a_chain_is_read_like_calls_on_a_variable() {
        QueryShape chain = select("return new " + SQL + "().SELECT(\"*\").FROM(\"orders\").WHERE(\"a = #{a}\").AND()"
                + ".WHERE(\"b = #{b}\").LIMIT(10).toString();");
        QueryShape variable = select(SQL + " sql = new " + SQL + "().SELECT(\"*\").FROM(\"orders\"); sql.WHERE(\"a = #{a}\");"
                + " sql.WHERE(\"b = #{b}\").LIMIT(10); return sql.toString();");
        assertThat(filters(chain)).containsExactly("a", "b");
        assertThat(filters(variable)).containsExactly("a", "b");
        assertThat(chain.limit().rows()).isEqualTo(10);
    }

    @Test
    void conditions_of_which_none_is_sure_are_all_optional() {
        QueryShape shape = select(SQL + " sql = new " + SQL + "().SELECT(\"*\").FROM(\"orders\"); if (status != null) {"
                + " sql.WHERE(\"a = #{a}\"); } filter(sql, status); return sql.toString(); } private static void filter(" + SQL
                + " made, String status) { if (status == null) { made.WHERE(\"b = #{b}\"); }");
        assertThat(filters(shape)).containsExactly("a?", "b?");
        assertThat(shape.unknown()).isEmpty();
    }

    @Test
    void alternatives_are_read_where_all_of_them_are_sure() {
        String query = "return new " + SQL + "().SELECT(\"*\").FROM(\"orders\").WHERE(\"a = #{a}\").OR().WHERE(\"b = #{b}\")";
        assertThat(select(query + ".toString();").predicates()).allMatch(each -> each.disjunction() > 0).hasSize(2);
        QueryShape open = select(SQL + " sql = new " + SQL + "().SELECT(\"*\").FROM(\"orders\").WHERE(\"a = #{a}\");"
                + " if (status != null) { sql.OR().WHERE(\"b = #{b}\"); } return sql.toString();");
        assertThat(open.unknown()).isNotEmpty();
        assertThat(open.predicates()).noneMatch(each -> each.column().equals("a") && !each.optional());
    }

    @Test
    void writes_are_read_too() {
        QueryShape update = shape("Update", "return new " + SQL + "().UPDATE(\"orders\").SET(\"status = #{status}\")"
                + ".WHERE(\"id = #{id}\").toString();");
        assertThat(update.command()).isEqualTo(Command.UPDATE);
        assertThat(filters(update)).containsExactly("id");
        QueryShape insert = shape("Insert", "return new " + SQL + "().INSERT_INTO(\"orders\").VALUES(\"id, status\","
                + " \"#{id}, #{status}\").toString();");
        assertThat(insert.roots()).extracting(QueryShape.Root::table).containsExactly("orders");
        assertThat(insert.unknown()).isEmpty();
        assertThat(filters(shape("Delete", "return new " + SQL + "().DELETE_FROM(\"orders\").WHERE(\"id = #{id}\").toString();")))
                .containsExactly("id");
    }

    @Test
    void a_builder_of_texts_has_optional_parts() {
        QueryShape shape = select("StringBuilder sql = new StringBuilder(\"select * from orders where a = #{a}\");"
                + " if (status != null) { sql.append(\" and b = #{b}\"); } return sql.toString();");
        assertThat(filters(shape)).containsExactly("a", "b?");
    }

    @Test
    void each_text_that_a_method_returns_is_a_variant() {
        QueryShape shape = select("if (status == null) { return \"select * from orders where a = #{a}\"; }"
                + " return \"select * from orders where a = #{a} and b = #{b}\";");
        assertThat(filters(shape)).containsExactly("a", "b?");
    }

    @Test
    void a_script_is_read_as_a_mapper_file_is() {
        QueryShape shape = select("return \"<script>select * from orders <where><if test='status != null'>and a = #{status}</if>"
                + "</where></script>\";");
        assertThat(filters(shape)).containsExactly("a?");
    }

    @Test
    void the_method_is_called_as_that_of_the_mapper_where_it_is_not_named() {
        assertThat(filters(read("class Texts { public String open(String status) { return \"select * from orders where a = 1\";"
                + " } }",
                "@" + ANNOTATIONS + "SelectProvider(Texts.class)"))).containsExactly("a");
        assertThat(filters(read("class Texts { public String provideSql() { return \"select * from orders where b = 1\"; } }",
                "@" + ANNOTATIONS + "SelectProvider(Texts.class)"))).containsExactly("b");
        assertThat(filters(read("class Base { public String open() { return \"select * from orders where c = 1\"; } }"
                + " class Texts extends Base { }", "@" + ANNOTATIONS + "SelectProvider(Texts.class)"))).containsExactly("c");
    }

    @Test
    void an_object_that_is_made_elsewhere_leaves_the_statement_open() {
        assertThat(select("return made().toString(); } " + SQL + " field; " + SQL + " made() { return field;").unknown())
                .isNotEmpty();
    }

    private static QueryShape select(String body) {
        return shape("Select", body);
    }

    private static QueryShape shape(String command, String body) {
        return read("class Texts { public String text(String status) { " + body + " } }",
                "@" + ANNOTATIONS + command + "Provider(type = Texts.class, method = \"text\")");
    }

    private static QueryShape read(String provider, String annotation) {
        return BoundCalls.of(provider + " interface OrderMapper { " + annotation + " List<Order> open(String status); }"
                + " class Service { OrderMapper mapper; void run(String text) { mapper.open(text); } }").only().shape();
    }

    private static List<String> filters(QueryShape shape) {
        return shape.predicates().stream().filter(each -> !each.path().isEmpty())
                .map(each -> each.path() + (each.optional() ? "?" : "")).toList();
    }
}
