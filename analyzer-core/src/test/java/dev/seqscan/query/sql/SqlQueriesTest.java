package dev.seqscan.query.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.QueryShape.Root;
import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.query.Shapes;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.SchemaReplay;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlQueriesTest {

    private static final Schema SHOP = shop(Product.POSTGRESQL);

    private final SqlQueries queries = new SqlQueries();

    private static Schema shop(Product product) {
        SchemaReplay replay = new SchemaReplay(product, Map.of(), new Notices());
        replay.replay(new TextFile("schema.sql", """
                CREATE TABLE customer (id int PRIMARY KEY, email varchar(100), name varchar(100));
                CREATE TABLE orders (id int PRIMARY KEY, customer_id int, status varchar(10), placed_at timestamp, active boolean);
                CREATE TABLE order_line (id int PRIMARY KEY, order_id int, product_id int, quantity int);
                CREATE TABLE product (id int PRIMARY KEY, sku varchar(20), price numeric);
                """));
        return replay.schema();
    }

    private static QueryShape ofView(String view, String sql) {
        SchemaReplay replay = new SchemaReplay(Product.POSTGRESQL, Map.of(), new Notices());
        replay.replay(new TextFile("schema.sql", "CREATE TABLE orders (id int PRIMARY KEY, status varchar(10), deleted boolean,"
                + " placed_at timestamp); " + view));
        return new SqlQueries().shape(sql, replay.schema());
    }

    @Test
    void a_query_of_a_simple_view_is_one_of_its_table_with_its_conditions() {
        QueryShape shape = ofView("create view live as select o.id, o.status as state, placed_at from orders o"
                + " where o.deleted = false and o.status <> 'new';", "select * from live where state = ? order by placed_at");
        assertThat(Shapes.roots(shape)).containsExactly("orders");
        assertThat(shape.predicates().stream().map(SqlQueriesTest::line)).containsExactly("orders.status EQUAL PARAMETER",
                "orders.deleted EQUAL CONSTANT", "orders.status NOT_EQUAL CONSTANT");
        assertThat(Shapes.order(shape)).containsExactly("orders.placed_at");
        assertThat(Shapes.roots(ofView("create view live (a, b, c, d) as select * from orders;",
                "select * from live l where l.b = ?"))).containsExactly("orders l");
    }

    @Test
    void a_name_that_is_a_word_of_the_parser_may_stand_as_often_as_it_likes() {
        String columns = ", sample.a, sample.b, sample.c, sample.d, sample.e, sample.f, sample.g, sample.h";
        QueryShape shape = queries.shape("select o.id" + columns + " from orders o join sample on sample.order_id = o.id"
                + " join sample s on s.id = sample.parent_id where sample.code = ? for update", SHOP);
        assertThat(shape.unknown()).isEmpty();
        assertThat(Shapes.roots(shape)).containsExactly("orders o", "sample", "sample s");
        assertThat(shape.predicates().stream().map(SqlQueriesTest::line)).contains("sample.code EQUAL PARAMETER");
    }

    @Test
    void empty_lines_do_not_end_a_statement() {
        QueryShape shape = queries.shape("select id from orders\n\n\n\nwhere status = ?", SHOP);
        assertThat(shape.unknown()).isEmpty();
        assertThat(Shapes.predicates(shape)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"select distinct status from orders", "select status from orders group by status",
        "select upper(status) as status from orders", "select o.status from orders o join orders p on o.id = p.id",
        "select status from orders limit 10", "select status from orders where id = 1 or status = 'a'",
        "select status from orders union select status from orders", "select status frm orders"})
    void other_views_stay_what_they_are(String query) {
        assertThat(Shapes.roots(ofView("create view live as " + query + ";", "select * from live where status = ?")))
                .containsExactly("live");
    }

    private QueryShape shape(String sql) {
        return queries.shape(sql, SHOP);
    }

    /** Each predicate in one line: {@code table.column OPERATOR VALUE}, with what is unusual about it behind. */
    private List<String> predicates(String sql) {
        QueryShape shape = shape(sql);
        assertThat(shape.unknown()).isEmpty();
        return shape.predicates().stream().map(SqlQueriesTest::line).toList();
    }

    private static String line(Predicate predicate) {
        String line = predicate.table() + "." + predicate.column() + " " + predicate.operator() + " " + predicate.value();
        line += predicate.clause() == Clause.WHERE ? "" : " " + predicate.clause();
        line += predicate.function().isEmpty() ? "" : " " + predicate.function();
        line += predicate.optional() ? " optional" : "";
        return line + (predicate.disjunction() == 0 ? "" : " or" + predicate.disjunction());
    }

    private List<String> conditions(String condition) {
        return predicates("SELECT * FROM orders o WHERE " + condition);
    }

    private static List<String> tables(QueryShape shape) {
        return shape.roots().stream().map(Root::table).toList();
    }

    @Test
    void a_query_has_tables_predicates_order_and_limit() {
        QueryShape shape = shape("SELECT o.* FROM shop.\"orders\" o WHERE o.status = ? ORDER BY o.placed_at DESC, id LIMIT 20 OFFSET ?");

        assertThat(shape.command()).isEqualTo(Command.SELECT);
        assertThat(shape.roots()).containsExactly(new Root("", "orders", "o", "", false));
        assertThat(shape.predicates()).singleElement().extracting(Predicate::path).isEqualTo("o.status");
        assertThat(shape.order()).containsExactly(new SortKey("orders", "placed_at", "o.placed_at", true),
                new SortKey("orders", "id", "id", false));
        assertThat(shape.limit()).isEqualTo(new Limit(20, Limit.VARIABLE));
        assertThat(shape.projection()).isEqualTo(Projection.ALL_COLUMNS);
        assertThat(shape.unknown()).isEmpty();
    }

    @Test
    void columns_belong_to_tables_by_alias_and_by_schema() {
        assertThat(predicates("""
                SELECT * FROM orders o JOIN customer c ON c.id = o.customer_id, order_line
                WHERE email = 'a' AND order_line.quantity > 1 AND o.id = order_id AND id = 5
                """)).containsExactly(
                "customer.id EQUAL COLUMN ON", "orders.customer_id EQUAL COLUMN ON",
                "customer.email EQUAL CONSTANT", "order_line.quantity RANGE CONSTANT",
                "orders.id EQUAL COLUMN", "order_line.order_id EQUAL COLUMN", ".id EQUAL CONSTANT");
    }

    @Test
    void a_table_that_the_schema_lacks_keeps_its_columns() {
        assertThat(predicates("SELECT * FROM invoice WHERE number = ?")).containsExactly("invoice.number EQUAL PARAMETER");
        assertThat(predicates("SELECT * FROM invoice i JOIN orders o ON o.id = i.order_id WHERE number = ? AND status = ?"))
                .contains("invoice.number EQUAL PARAMETER", "orders.status EQUAL PARAMETER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "?1", ":status", "$1", ":#{#order.status}", "?#{[0]}", "#{status}", "#{status,jdbcType=VARCHAR}",
        ":order.status", "@status"})
    void parameters_of_all_frameworks_are_parameters(String parameter) {
        assertThat(conditions("status = " + parameter + " AND id = 1"))
                .containsExactly("orders.status EQUAL PARAMETER", "orders.id EQUAL CONSTANT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
        "status <> ? # orders.status NOT_EQUAL PARAMETER",
        "? = status # orders.status EQUAL PARAMETER",
        "status IN (?, ?) # orders.status IN PARAMETER",
        "status IN ('a', 'b') # orders.status IN CONSTANT",
        "status IN :statuses # orders.status IN PARAMETER",
        "status = ANY(?) # orders.status IN PARAMETER",
        "status NOT IN (:statuses) # orders.status NOT_IN PARAMETER",
        "placed_at BETWEEN ? AND ? # orders.placed_at RANGE PARAMETER",
        "placed_at >= now() - interval '1 day' # orders.placed_at RANGE CONSTANT",
        "placed_at < CURRENT_TIMESTAMP # orders.placed_at RANGE CONSTANT",
        "status IS NULL # orders.status IS_NULL NONE",
        "status IS NOT NULL # orders.status IS_NOT_NULL NONE",
        "active # orders.active IS_TRUE NONE",
        "active IS TRUE # orders.active IS_TRUE NONE",
        "NOT active # orders.active EQUAL CONSTANT",
        "active = true # orders.active EQUAL CONSTANT",
        "status LIKE 'ab%' # orders.status LIKE_PREFIX CONSTANT",
        "status LIKE '%ab' # orders.status LIKE_ANYWHERE CONSTANT",
        "status LIKE 'ab' # orders.status EQUAL CONSTANT",
        "status LIKE ? # orders.status LIKE_PARAMETER PARAMETER",
        "status LIKE '%' || ? || '%' # orders.status LIKE_ANYWHERE PARAMETER",
        "status LIKE concat('%', :s) # orders.status LIKE_ANYWHERE PARAMETER",
        "status LIKE concat(:s, '%') # orders.status LIKE_PREFIX PARAMETER",
        "status LIKE ? ESCAPE '!' # orders.status LIKE_PARAMETER PARAMETER",
        "status LIKE ? ESCAPE ? # orders.status LIKE_PARAMETER PARAMETER",
        "status NOT LIKE 'a%' # orders.status OTHER CONSTANT",
        "status ILIKE 'a%' # orders.status LIKE_PREFIX CONSTANT ilike",
        "status ~ '^a' # orders.status OTHER UNKNOWN ~",
        "lower(status) = ? # orders.status EQUAL PARAMETER lower",
        "lower(o.status) = lower(?) # orders.status EQUAL PARAMETER lower",
        "CAST(placed_at AS date) = ? # orders.placed_at EQUAL PARAMETER cast",
        "placed_at::date = ? # orders.placed_at EQUAL PARAMETER cast",
        "coalesce(status, 'x') = ? # orders.status EQUAL PARAMETER coalesce",
        "extract(year from placed_at) = 2026 # orders.placed_at EQUAL CONSTANT extract",
        "id + 1 > ? # orders.id RANGE PARAMETER +",
        "status = (SELECT 'x') # orders.status EQUAL SUBQUERY",
        "status IS DISTINCT FROM ? # orders.status OTHER PARAMETER is distinct from",
        "NOT (status = ?) # orders.status NOT_EQUAL PARAMETER",
        "(((status = ?))) # orders.status EQUAL PARAMETER"
    })
    void a_comparison_is_told_as_an_index_sees_it(String condition, String expected) {
        assertThat(conditions(condition)).containsExactly(expected);
    }

    @Test
    void conditions_behind_an_escape_that_is_a_parameter_count() {
        assertThat(conditions("o.status LIKE ? ESCAPE :escape AND o.id = ? OR o.placed_at < ?")).containsExactly(
                "orders.status LIKE_PARAMETER PARAMETER or1", "orders.id EQUAL PARAMETER or1",
                "orders.placed_at RANGE PARAMETER or1");
    }

    @Test
    void rows_are_compared_column_by_column() {
        assertThat(conditions("(placed_at, id) < (?, ?)"))
                .containsExactly("orders.placed_at RANGE PARAMETER", "orders.id RANGE PARAMETER");
        assertThat(conditions("(status, id) IN ((?, ?))"))
                .containsExactly("orders.status IN PARAMETER", "orders.id IN PARAMETER");
    }

    @Test
    void alternatives_have_the_number_of_their_group() {
        assertThat(conditions("customer_id = ? AND (status = ? OR status IS NULL) AND (id = 1 OR active AND id = 2)"))
                .containsExactly("orders.customer_id EQUAL PARAMETER",
                        "orders.status EQUAL PARAMETER or1", "orders.status IS_NULL NONE or1",
                        "orders.id EQUAL CONSTANT or2", "orders.active IS_TRUE NONE or2", "orders.id EQUAL CONSTANT or2");
    }

    @Test
    void negated_alternatives_must_all_hold() {
        assertThat(conditions("NOT (status = ? OR id = ?)"))
                .containsExactly("orders.status NOT_EQUAL PARAMETER", "orders.id NOT_EQUAL PARAMETER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(:s IS NULL OR status = :s)", "(status = :s OR :s IS NULL)", "(:s = '' OR status = :s)",
        "(cast(:s as text) IS NULL OR status = :s)", "(:s::text IS NULL OR status = :s)", "status = coalesce(:s, status)",
        "((:s IS NOT NULL AND status = :s) OR :s IS NULL)"})
    void a_predicate_that_a_parameter_switches_off_is_optional(String condition) {
        assertThat(conditions(condition + " AND id = 1"))
                .containsExactly("orders.status EQUAL PARAMETER optional", "orders.id EQUAL CONSTANT");
    }

    @Test
    void optional_alternatives_are_a_group() {
        assertThat(conditions("(:s IS NULL OR status = :s OR id = :s)"))
                .containsExactly("orders.status EQUAL PARAMETER optional or1", "orders.id EQUAL PARAMETER optional or1");
    }

    @Test
    void subqueries_are_read_with_the_tables_around_them() {
        QueryShape shape = shape("""
                SELECT * FROM customer c WHERE EXISTS (SELECT 1 FROM orders WHERE customer_id = c.id AND status = ?)
                AND c.id IN (SELECT customer_id FROM orders x WHERE x.placed_at > ?)
                """);

        assertThat(shape.roots()).containsExactly(new Root("", "customer", "c", "", false),
                new Root("", "orders", "", "", true), new Root("", "orders", "x", "", true));
        assertThat(shape.predicates()).extracting(SqlQueriesTest::line).containsExactly(
                "orders.customer_id EQUAL COLUMN SUBQUERY", "customer.id EQUAL COLUMN SUBQUERY",
                "orders.status EQUAL PARAMETER SUBQUERY", "customer.id IN SUBQUERY", "orders.placed_at RANGE PARAMETER SUBQUERY");
    }

    @Test
    void a_column_of_a_derived_table_is_that_of_its_table() {
        assertThat(predicates("SELECT * FROM (SELECT status AS state, o.* FROM orders o) t WHERE t.state = ? AND placed_at > ?"))
                .containsExactly("orders.status EQUAL PARAMETER", "orders.placed_at RANGE PARAMETER");
    }

    @Test
    void a_computed_column_of_a_derived_table_is_known_and_of_no_table() {
        QueryShape shape = shape("""
                SELECT * FROM orders o JOIN (SELECT customer_id, max(placed_at) AS latest FROM orders GROUP BY customer_id) s
                  ON s.customer_id = o.customer_id WHERE s.latest = ?
                """);

        assertThat(shape.unknown()).isEmpty();
        assertThat(shape.predicates()).filteredOn(each -> each.column().equals("latest")).singleElement()
                .satisfies(each -> assertThat(List.of(each.table(), each.function())).containsExactly("", "max"));
    }

    @Test
    void a_common_table_expression_is_no_table() {
        QueryShape shape = shape("""
                WITH recent AS (SELECT id, customer_id FROM orders WHERE placed_at > ?)
                SELECT * FROM customer JOIN recent r ON r.customer_id = customer.id WHERE r.id = ?
                """);

        assertThat(tables(shape)).containsExactly("customer", "orders");
        assertThat(shape.predicates()).extracting(SqlQueriesTest::line).containsExactly(
                "orders.placed_at RANGE PARAMETER SUBQUERY", "orders.customer_id EQUAL COLUMN ON",
                "customer.id EQUAL COLUMN ON", "orders.id EQUAL PARAMETER");
    }

    @Test
    void a_recursive_expression_ends() {
        QueryShape shape = shape("""
                WITH RECURSIVE line AS (SELECT id FROM order_line WHERE order_id = ? UNION ALL
                  SELECT p.id FROM product p JOIN line ON line.id = p.id) SELECT * FROM line
                """);

        assertThat(tables(shape)).containsExactly("order_line", "product");
    }

    @Test
    void unions_hold_the_tables_of_all_their_queries() {
        QueryShape shape = shape("SELECT id FROM orders WHERE status = ? UNION SELECT id FROM product WHERE sku = ? ORDER BY id LIMIT 5");

        assertThat(tables(shape)).containsExactly("orders", "product");
        assertThat(shape.distinct()).isTrue();
        assertThat(shape.limit()).isEqualTo(new Limit(5, 0));
        assertThat(shape.order()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "LIMIT 10 | 10 | 0",
        "LIMIT ? OFFSET ? | -2 | -2",
        "LIMIT ALL | -1 | 0",
        "OFFSET 20 ROWS FETCH NEXT 10 ROWS ONLY | 10 | 20",
        "OFFSET ? ROWS FETCH NEXT ? ROWS ONLY | -2 | -2",
        "FETCH FIRST ROW ONLY | 1 | 0",
        "FETCH FIRST 5 ROWS ONLY | 5 | 0",
        "LIMIT :size | -2 | 0",
        "LIMIT 99999999999999999999 | 2147483647 | 0",
        "FOR UPDATE | -1 | 0"
    })
    void limits_are_read_in_all_spellings(String tail, int rows, int offset) {
        assertThat(shape("SELECT * FROM orders " + tail).limit()).isEqualTo(new Limit(rows, offset));
    }

    @Test
    void limits_of_other_products_are_read() {
        assertThat(queries.shape("SELECT * FROM orders LIMIT ?, 10", shop(Product.MYSQL)).limit()).isEqualTo(new Limit(10, Limit.VARIABLE));
        assertThat(queries.shape("SELECT TOP 5 * FROM [orders] WITH (NOLOCK)", shop(Product.SQLSERVER)).limit()).isEqualTo(new Limit(5, 0));
        assertThat(queries.shape("SELECT TOP (?) * FROM orders", shop(Product.SQLSERVER)).limit()).isEqualTo(new Limit(Limit.VARIABLE, 0));
        assertThat(queries.shape("SELECT * FROM orders WHERE ROWNUM <= 10 AND status = ?", shop(Product.ORACLE)).limit())
                .isEqualTo(new Limit(10, 0));
    }

    @Test
    void pages_by_row_number_are_limits() {
        Schema oracle = shop(Product.ORACLE);
        QueryShape byRownum = queries.shape("""
                SELECT * FROM (SELECT a.*, ROWNUM rn FROM (SELECT * FROM orders WHERE status = ? ORDER BY placed_at) a
                WHERE ROWNUM <= ?) WHERE rn > ?
                """, oracle);
        QueryShape byWindow = queries.shape("""
                SELECT * FROM (SELECT o.*, ROW_NUMBER() OVER (ORDER BY o.id DESC) AS rn FROM orders o) t WHERE t.rn BETWEEN ? AND ?
                """, oracle);

        assertThat(byRownum.limit()).isEqualTo(new Limit(Limit.VARIABLE, Limit.VARIABLE));
        assertThat(byRownum.order()).extracting(SortKey::column).containsExactly("placed_at");
        assertThat(byRownum.predicates()).extracting(Predicate::column).containsExactly("status");
        assertThat(byWindow.limit()).isEqualTo(new Limit(Limit.VARIABLE, Limit.VARIABLE));
        assertThat(byWindow.order()).containsExactly(new SortKey("orders", "id", "o.id", true));
        assertThat(byWindow.predicates()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "SELECT * FROM orders | ALL_COLUMNS",
        "SELECT id, status FROM orders | COLUMNS",
        "SELECT count(*) FROM orders | COUNT",
        "SELECT count(*) > 0 FROM orders | COUNT",
        "SELECT CASE WHEN count(*) > 0 THEN true ELSE false END FROM orders | COUNT",
        "SELECT 1 FROM orders | EXISTS",
        "SELECT EXISTS(SELECT 1 FROM orders) | EXISTS",
        "SELECT CASE WHEN EXISTS(SELECT 1 FROM orders) THEN 1 ELSE 0 END | EXISTS",
        "SELECT max(id), min(id) FROM orders | AGGREGATE",
        "SELECT coalesce(sum(id), 0) FROM orders | AGGREGATE",
        "SELECT status, count(*) FROM orders GROUP BY status | COLUMNS",
        "SELECT lower(status) FROM orders | COLUMNS"
    })
    void a_projection_tells_what_rows_come_back(String sql, Projection projection) {
        QueryShape shape = shape(sql);

        assertThat(shape.projection()).isEqualTo(projection);
        assertThat(tables(shape)).containsExactly("orders");
    }

    @Test
    void what_wraps_distinct_rows_gives_distinct_rows() {
        QueryShape first = queries.shape("""
                SELECT * FROM (SELECT DISTINCT status FROM orders ORDER BY status) WHERE ROWNUM <= ?""", shop(Product.ORACLE));
        assertThat(first.distinct()).isTrue();
        QueryShape largest = queries.shape("""
                SELECT * FROM (SELECT status, COUNT(*) FROM orders GROUP BY status ORDER BY status) WHERE ROWNUM <= ?""",
                shop(Product.ORACLE));
        assertThat(largest.grouped()).isTrue();
    }

    @Test
    void groups_distinct_and_having_are_told() {
        QueryShape shape = shape("SELECT DISTINCT status, count(*) AS n FROM orders GROUP BY status HAVING max(placed_at) > ? ORDER BY n DESC, 1");

        assertThat(shape.distinct()).isTrue();
        assertThat(shape.grouped()).isTrue();
        assertThat(shape.predicates()).extracting(SqlQueriesTest::line).containsExactly("orders.placed_at RANGE PARAMETER HAVING max");
        assertThat(shape.order()).extracting(SortKey::column).containsExactly("", "status");
    }

    @Test
    void changes_have_tables_and_predicates() {
        QueryShape update = shape("UPDATE orders SET status = ? WHERE customer_id = ? AND id IN (SELECT order_id FROM order_line WHERE quantity > 3)");
        QueryShape delete = shape("DELETE FROM order_line WHERE order_id = ?");
        QueryShape insert = shape("INSERT INTO orders (id, status) SELECT id, ? FROM product WHERE sku = ?");

        assertThat(update.command()).isEqualTo(Command.UPDATE);
        assertThat(tables(update)).containsExactly("orders", "order_line");
        assertThat(update.predicates()).extracting(SqlQueriesTest::line).containsExactly("orders.customer_id EQUAL PARAMETER",
                "orders.id IN SUBQUERY", "order_line.quantity RANGE CONSTANT SUBQUERY");
        assertThat(delete.command()).isEqualTo(Command.DELETE);
        assertThat(delete.predicates()).extracting(SqlQueriesTest::line).containsExactly("order_line.order_id EQUAL PARAMETER");
        assertThat(insert.command()).isEqualTo(Command.INSERT);
        assertThat(tables(insert)).containsExactly("orders", "product");
        assertThat(insert.projection()).isEqualTo(Projection.NONE);
        assertThat(shape("INSERT INTO orders (id) VALUES (?) ON CONFLICT DO NOTHING").roots()).hasSize(1);
    }

    @Test
    void changes_of_joined_tables_are_read() {
        assertThat(predicates("UPDATE orders SET status = 'x' FROM customer c WHERE c.id = orders.customer_id AND c.email = ?"))
                .containsExactly("customer.id EQUAL COLUMN", "orders.customer_id EQUAL COLUMN", "customer.email EQUAL PARAMETER");
        QueryShape delete = queries.shape("DELETE o FROM orders o JOIN customer c ON c.id = o.customer_id WHERE c.email = ?", shop(Product.MYSQL));
        assertThat(tables(delete)).containsExactly("orders", "customer");
        QueryShape update = queries.shape("UPDATE o SET status = 'x' FROM orders o JOIN customer c ON c.id = o.customer_id WHERE o.id = ?",
                shop(Product.SQLSERVER));
        assertThat(tables(update)).containsExactly("orders", "customer");
        assertThat(update.predicates()).extracting(SqlQueriesTest::line).contains("orders.id EQUAL PARAMETER");
    }

    @Test
    void joins_by_common_columns_compare_both_sides() {
        assertThat(predicates("SELECT * FROM order_line l JOIN product p USING (id)"))
                .containsExactly("order_line.id EQUAL COLUMN ON", "product.id EQUAL COLUMN ON");
    }

    @Test
    void what_frameworks_put_into_a_text_is_left_out() {
        assertThat(predicates("SELECT {o.*} FROM {h-schema}orders o WHERE /* ':x' ? */ o.status = ? -- it's\n AND o.placed_at > {ts '2026-01-31 00:00:00'};"))
                .containsExactly("orders.status EQUAL PARAMETER", "orders.placed_at RANGE CONSTANT");
    }

    @Test
    void a_part_that_is_filled_in_at_run_time_is_told() {
        QueryShape shape = shape("SELECT * FROM ${table} WHERE status = ? ORDER BY ${sort}");

        assertThat(tables(shape)).containsExactly("");
        assertThat(shape.order()).extracting(SortKey::column).containsExactly("");
        assertThat(shape.unknown()).hasSize(2).first().asString().contains("table");
    }

    @Test
    void free_text_at_the_end_leaves_the_rest_readable() {
        QueryShape shape = shape("SELECT id FROM orders WHERE status = 'open' ${forUpdate}");

        assertThat(shape.predicates()).extracting(SqlQueriesTest::line).containsExactly("orders.status EQUAL CONSTANT");
        assertThat(shape.unknown()).singleElement().asString().contains("forUpdate");
    }

    @Test
    void names_that_are_words_of_the_grammar_are_names() {
        assertThat(predicates("SELECT uuid FROM invoice i WHERE i.settings = ? AND number = ? AND uuid IN (?)"))
                .containsExactly("invoice.settings EQUAL PARAMETER", "invoice.number EQUAL PARAMETER", "invoice.uuid IN PARAMETER");
    }

    @Test
    void hints_of_sql_server_are_passed_over() {
        QueryShape shape = queries.shape("SELECT id FROM orders o WITH (UPDLOCK, FORCESEEK) WHERE o.status = ?", shop(Product.SQLSERVER));

        assertThat(shape.predicates()).extracting(SqlQueriesTest::line).containsExactly("orders.status EQUAL PARAMETER");
    }

    @Test
    void mysql_reads_double_quotes_as_strings() {
        QueryShape shape = queries.shape("SELECT * FROM `orders` WHERE `status` = \"new\" AND customer_id = 'it\\'s'", shop(Product.MYSQL));

        assertThat(shape.predicates()).extracting(SqlQueriesTest::line)
                .containsExactly("orders.status EQUAL CONSTANT", "orders.customer_id EQUAL CONSTANT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", ";", "SELECT FROM WHERE", "lorem ipsum", "SELECT * FROM orders WHERE (", "{call close_orders(?)}",
        "'", "SELECT * FROM orders WHERE status = 'x", "#{", ":", "${", "{"})
    void what_is_not_understood_is_unknown_with_a_reason(String sql) {
        QueryShape shape = shape(sql);

        assertThat(shape.command()).isEqualTo(Command.OTHER);
        assertThat(shape.unknown()).singleElement().asString().isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"day > ?, RANGE PARAMETER", "month = 5, EQUAL CONSTANT", "year IN (1), IN CONSTANT", "hour IS NULL, IS_NULL NONE",
        "minute BETWEEN ? AND ?, RANGE PARAMETER"})
    void a_column_with_the_name_of_a_unit_is_a_column(String condition, String read) {
        assertThat(predicates("SELECT * FROM orders WHERE " + condition))
                .containsExactly("orders." + condition.split(" ")[0] + " " + read);
        assertThat(predicates("SELECT * FROM orders WHERE timestampdiff(day, placed_at, now()) > 3"))
                .noneMatch(line -> line.contains("day"));
    }

    @Test
    void parsing_ends_in_time() {
        String nested = "SELECT * FROM orders WHERE " + "((".repeat(60) + "status = 'a' OR" + "(".repeat(30) + " id = 1";
        String calls = "SELECT " + "coalesce(".repeat(150) + "1" + ")".repeat(150) + " FROM orders WHERE (a = 1 OR";
        for (String sql : List.of(nested, calls)) {
            assertTimeout(Duration.ofSeconds(10), () -> shape(sql));
        }
    }

    @Test
    void long_chains_are_read() {
        String chain = String.join(" OR ", IntStream.range(0, 2_000).mapToObj(i -> "id = " + i).toList());

        assertThat(conditions(chain)).hasSize(2_000).allMatch(line -> line.endsWith("or1"));
    }

    @Test
    void the_same_text_is_read_once() {
        String sql = "SELECT * FROM orders";

        assertThat(shape(sql)).isSameAs(shape(sql));
        assertThat(queries.shape(sql, shop(Product.MYSQL))).isNotSameAs(shape(sql));
    }

    @Test
    void value_of_a_column_compared_with_another_is_a_column() {
        assertThat(shape("SELECT * FROM orders WHERE id = customer_id").predicates())
                .extracting(Predicate::value).containsOnly(Value.COLUMN);
    }

    /** {@code column:group.branch} of each comparison in an OR, {@code column} of the others. */
    private List<String> branches(String condition) {
        return Shapes.branches(shape("SELECT * FROM orders o WHERE " + condition));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            status = ? or customer_id = ?                              => status:1.1 customer_id:1.2
            (status = ? and active = ?) or customer_id = ?             => status:1.1 active:1.1 customer_id:1.2
            status = ? or (customer_id = ? or id = ?)                  => status:1.1 customer_id:1.2 id:1.3
            status = ? or (customer_id = ? and (id = ? or active = ?)) => status:1.1 customer_id:1.2 id:1.2 active:1.2
            not (status <> ? and customer_id <> ?)                     => status:1.1 customer_id:1.2
            id = ? and (status = ? or customer_id = ?)                 => id status:1.1 customer_id:1.2
            status = ? or exists (select 1 from product)               => status:1.1 :1.2
            """)
    void each_alternative_of_an_or_has_a_number(String condition, String expected) {
        assertThat(branches(condition)).containsExactly(expected.split(" "));
    }

    @Test
    void a_parameter_switches_off_what_stays_in_the_text() {
        assertThat(shape("SELECT * FROM orders WHERE (? is null or status = ?) AND customer_id = coalesce(?, customer_id) AND id = ?")
                .predicates()).extracting(Predicate::column, Predicate::switched).containsExactly(
                        tuple("status", true), tuple("customer_id", true), tuple("id", false));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            status = 'A'                                             => ..TEXT
            status = 5                                               => ..NUMBER
            id in (1, -2)                                            => ..NUMBER
            status in ('A', 5)                                       => ..UNKNOWN
            status = ?                                               => ..UNKNOWN
            id not in (select order_id from order_line)              => order_line.order_id.UNKNOWN
            id in (select max(order_id) from order_line)             => ..UNKNOWN
            id in (select order_id from order_line union select 1)   => ..UNKNOWN
            id in (select l.product_id from product p, order_line l) => order_line.product_id.UNKNOWN
            """)
    void the_other_side_of_a_comparison_is_a_column_or_a_kind_of_value(String condition, String expected) {
        QueryShape.Other other = shape("SELECT * FROM orders o WHERE " + condition).predicates().get(0).other();
        assertThat(other.table() + "." + other.column() + "." + other.kind()).isEqualTo(expected);
    }

    @Test
    void compared_columns_know_each_other() {
        assertThat(shape("SELECT * FROM orders o JOIN customer c ON o.customer_id = c.id").predicates())
                .extracting(Predicate::column, each -> each.other().table() + "." + each.other().column())
                .containsExactly(tuple("customer_id", "customer.id"), tuple("id", "orders.customer_id"));
    }
}
