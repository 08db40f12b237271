package dev.seqscan.query.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Paging;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.Shapes;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class JooqBinderTest {

    private static final String KEYS = " class Keys { static final UniqueKey<CustomersRecord> CUSTOMER_PKEY ="
            + " Internal.createUniqueKey(Customers.CUSTOMER, DSL.name(\"customer_pkey\"), new TableField[] {"
            + " Customers.CUSTOMER.ID }, true); static final ForeignKey<OrdersRecord, CustomersRecord> OF_CUSTOMER ="
            + " Internal.createForeignKey(Orders.ORDERS, DSL.name(\"of_customer\"), new TableField[] {"
            + " Orders.ORDERS.CUSTOMER_ID }, Keys.CUSTOMER_PKEY, new TableField[] { Customers.CUSTOMER.ID }, true); }"
            + " class CustomersPath extends Customers implements Path<CustomersRecord> { CustomersPath(Object from, Object key, Object back) { super(); } }";
    private static final String OPEN = "dsl.selectFrom(ORDERS).where(ORDERS.STATUS.eq(text))";

    @Test
    void the_call_that_fetches_sends_the_statement_of_its_chain() {
        Query query = body("return dsl.select(ORDERS.ID, ORDERS.CREATED_AT).from(ORDERS).where(ORDERS.STATUS.eq(text)"
                + ".and(ORDERS.TOTAL.gt(BigDecimal.ONE))).orderBy(ORDERS.CREATED_AT.desc()).limit(10).fetch();").only();
        assertThat(query.rows()).isEqualTo(Rows.MANY);
        assertThat(query.text()).isEqualTo("select orders.id, orders.created_at from orders where orders.status = ?"
                + " and orders.total > ? order by orders.created_at desc");
        assertThat(query.shape().unknown()).isEmpty();
        assertThat(query.shape().projection()).isEqualTo(Projection.COLUMNS);
        assertThat(Shapes.predicates(query.shape()))
                .containsExactly("orders.status EQUAL PARAMETER", "orders.total RANGE PARAMETER");
        assertThat(Shapes.order(query.shape())).containsExactly("orders.created_at desc");
        assertThat(query.shape().limit()).isEqualTo(new Limit(10, 0));
    }

    @Test
    void calls_that_only_build_the_statement_send_nothing() {
        assertThat(body("var query = " + OPEN + "; query.limit(3); return null;").all()).isEmpty();
    }

    @Test
    void the_method_says_how_many_rows_there_are() {
        assertThat(body("return " + OPEN + ".fetchOne();").only().rows()).isEqualTo(Rows.ONE);
        assertThat(body("return " + OPEN + ".fetchOptional(ORDERS.ID);").only().rows()).isEqualTo(Rows.ONE);
        assertThat(body("return " + OPEN + ".fetchAnyInto(Long.class);").only().rows()).isEqualTo(Rows.ONE);
        assertThat(body("return " + OPEN + ".fetchInto(Long.class);").only().rows()).isEqualTo(Rows.MANY);
        assertThat(body("return " + OPEN + ".stream();").only().rows()).isEqualTo(Rows.MANY);
        assertThat(body("return " + OPEN + ".fetchMap(ORDERS.ID);").only().rows()).isEqualTo(Rows.MANY);
    }

    @Test
    void joins_have_conditions_of_their_own() {
        Query query = body("return dsl.select().from(ORDERS).leftJoin(CUSTOMER).on(CUSTOMER.ID.eq(ORDERS.CUSTOMER_ID))"
                + ".and(CUSTOMER.ACTIVE.isTrue()).where(CUSTOMER.NAME.isNull()).fetch();").only();
        assertThat(Shapes.roots(query.shape())).containsExactly("orders", "customer");
        assertThat(Shapes.predicates(query.shape())).contains("customer.id EQUAL COLUMN ON", "customer.name IS_NULL NONE");
        assertThat(query.shape().unknown()).isEmpty();
    }

    @Test
    void an_alias_stands_for_its_table() {
        Query query = body("var o = ORDERS.as(\"o\"); return dsl.select(o.ID).from(o).where(o.STATUS.in(ids)).fetch();").only();
        assertThat(Shapes.roots(query.shape())).containsExactly("orders o");
        assertThat(Shapes.predicates(query.shape())).containsExactly("orders.status IN PARAMETER");
        assertThat(query.acceptsMany()).isTrue();
    }

    @Test
    void texts_are_compared_with_patterns() {
        assertThat(predicate("ORDERS.STATUS.like(text)")).isEqualTo("orders.status LIKE_PARAMETER PARAMETER");
        assertThat(predicate("ORDERS.STATUS.startsWith(text)")).startsWith("orders.status LIKE_PREFIX");
        assertThat(predicate("ORDERS.STATUS.contains(text)")).startsWith("orders.status LIKE_ANYWHERE");
        assertThat(predicate("ORDERS.STATUS.containsIgnoreCase(text)")).startsWith("lower(orders.status) LIKE_ANYWHERE");
        assertThat(predicate("DSL.lower(ORDERS.STATUS).eq(text)")).isEqualTo("lower(orders.status) EQUAL PARAMETER");
        assertThat(predicate("ORDERS.STATUS.lower().eq(text)")).isEqualTo("lower(orders.status) EQUAL PARAMETER");
        assertThat(predicate("ORDERS.TOTAL.between(1, 2)")).startsWith("orders.total RANGE");
        assertThat(predicate("ORDERS.TOTAL.between(1).and(2)")).startsWith("orders.total RANGE");
        assertThat(predicate("ORDERS.TOTAL.isNull()")).isEqualTo("orders.total IS_NULL NONE");
    }

    @Test
    void conditions_that_are_added_under_a_condition_are_optional() {
        Query query = body("org.jooq.Condition c = DSL.trueCondition(); if (flag) { c = c.and(ORDERS.STATUS.eq(text)); }"
                + " c = c.and(ORDERS.CUSTOMER_ID.eq(id)); return dsl.selectFrom(ORDERS).where(c).fetch();").only();
        assertThat(Shapes.predicates(query.shape())).containsExactlyInAnyOrder("orders.status EQUAL PARAMETER optional",
                "orders.customer_id EQUAL PARAMETER");
        assertThat(query.shape().unknown()).isEmpty();
    }

    @Test
    void conditions_may_be_gathered_in_a_list() {
        Query query = body("List<org.jooq.Condition> all = new ArrayList<>(); all.add(ORDERS.ID.eq(id));"
                + " if (flag) { all.add(ORDERS.STATUS.eq(text)); } return dsl.selectFrom(ORDERS).where(all).fetch();").only();
        assertThat(Shapes.predicates(query.shape())).containsExactlyInAnyOrder("orders.id EQUAL PARAMETER",
                "orders.status EQUAL PARAMETER optional");
    }

    @Test
    void conditions_may_come_from_methods_and_choices() {
        Query query = service("org.jooq.Condition has(String s) { if (s == null) { return DSL.noCondition(); } return"
                + " ORDERS.STATUS.eq(s); }",
                "return dsl.selectFrom(ORDERS).where(has(text)).and(flag ? ORDERS.ID.eq(id) : DSL.noCondition()).fetch();")
                .only();
        assertThat(Shapes.predicates(query.shape())).containsExactlyInAnyOrder("orders.status EQUAL PARAMETER optional",
                "orders.id EQUAL PARAMETER optional");
    }

    @Test
    void a_query_may_be_made_longer_under_a_condition() {
        Query query = body("var query = " + OPEN + "; if (flag) { query = query.and(ORDERS.ID.eq(id)); } return query.fetch();")
                .only();
        assertThat(Shapes.predicates(query.shape())).containsExactlyInAnyOrder("orders.status EQUAL PARAMETER",
                "orders.id EQUAL PARAMETER optional");
        assertThat(query.shape().unknown()).isEmpty();
    }

    @Test
    void a_query_always_made_longer_has_each_part_once() {
        Query query = body("var query = " + OPEN + "; query = query.and(ORDERS.ID.eq(id)); return query.fetch();").only();
        assertThat(Shapes.predicates(query.shape()))
                .containsExactly("orders.status EQUAL PARAMETER", "orders.id EQUAL PARAMETER");
    }

    @Test
    void what_is_not_understood_is_unknown_beside_what_is() {
        Query query = body("return dsl.selectFrom(ORDERS).where(ORDERS.STATUS.eq(text), DSL.row(ORDERS.ID, ORDERS.TOTAL).eq(1L,"
                + " 2)).fetch();").only();
        assertThat(Shapes.predicates(query.shape())).containsExactly("orders.status EQUAL PARAMETER", ". RANGE UNKNOWN");
        assertThat(service("", "return dsl.selectFrom(ORDERS).where(ORDERS.supplier().NAME.eq(text)).fetch();").only().shape()
                .predicates())
                .extracting(each -> each.column()).containsExactly("");
    }

    @Test
    void either_of_two_conditions_is_a_disjunction() {
        Query query = body("return dsl.selectFrom(ORDERS).where(ORDERS.STATUS.eq(text).or(ORDERS.ID.eq(id))).fetch();").only();
        assertThat(Shapes.predicates(query.shape()))
                .containsExactly("orders.status EQUAL PARAMETER or-1", "orders.id EQUAL PARAMETER or-1");
    }

    @Test
    void a_subquery_has_its_own_tables() {
        Query query = body("return dsl.selectFrom(ORDERS).where(ORDERS.CUSTOMER_ID.in(DSL.select(CUSTOMER.ID).from(CUSTOMER)"
                + ".where(CUSTOMER.NAME.eq(text)))).andNotExists(DSL.selectOne().from(LINE)).fetch();").only();
        assertThat(Shapes.roots(query.shape())).containsExactly("orders", "customer subquery");
        assertThat(query.acceptsMany()).isFalse();
        Query nested = body("return dsl.select(ORDERS.ID,"
                + " DSL.multiset(DSL.select(LINE.ID).from(LINE).where(LINE.ORDER_ID.eq(ORDERS.ID))))"
                + ".from(ORDERS).fetch();").only();
        assertThat(Shapes.roots(nested.shape())).containsExactlyInAnyOrder("orders", "line subquery");
    }

    @Test
    void counts_and_checks_give_one_row() {
        Query count = body("return dsl.fetchCount(ORDERS, ORDERS.STATUS.eq(text));").only();
        assertThat(count.shape().projection()).isEqualTo(Projection.COUNT);
        assertThat(Shapes.predicates(count.shape())).containsExactly("orders.status EQUAL PARAMETER");
        Query exists = body("return dsl.fetchExists(" + OPEN + ");").only();
        assertThat(exists.shape().projection()).isEqualTo(Projection.EXISTS);
        assertThat(exists.rows()).isEqualTo(Rows.ONE);
        assertThat(Shapes.predicates(exists.shape())).containsExactly("orders.status EQUAL PARAMETER");
        assertThat(body("return dsl.selectCount().from(ORDERS).fetchOne(0, int.class);").only().shape().projection())
                .isEqualTo(Projection.COUNT);
        assertThat(body("return dsl.fetchOne(ORDERS, ORDERS.ID.eq(id));").only().text())
                .isEqualTo("select * from orders where orders.id = ?");
    }

    @Test
    void plain_sql_is_read_as_such() {
        Query query = body("return dsl.fetch(\"select id from orders where status = ?\", text);").only();
        assertThat(Shapes.predicates(query.shape())).containsExactly("orders.status EQUAL PARAMETER");
        assertThat(body("dsl.execute(\"delete from orders where id = ?\", id); return null;").only().shape().command())
                .isEqualTo(Command.DELETE);
        assertThat(body("return dsl.resultQuery(\"select id from orders where total > {0}\", id).fetch();").only().shape()
                .predicates()).hasSize(1);
    }

    @Test
    void plain_sql_may_come_from_the_settings() {
        Query query = BoundCalls.ofFile("package shop; class Service { @org.springframework.beans.factory.annotation.Value("
                + "\"${sql.open}\") String sql; org.jooq.DSLContext dsl; Object run(String text) {"
                + " return dsl.fetch(sql, text); } }")
                .withSettings("application.properties", "sql.open=select id from orders where status = ?\n").only();
        assertThat(Shapes.predicates(query.shape())).containsExactly("orders.status EQUAL PARAMETER");
        assertThat(query.place().file()).isEqualTo("application.properties");
    }

    @Test
    void statements_change_rows() {
        Query update = body("dsl.update(ORDERS).set(ORDERS.STATUS, text).where(ORDERS.ID.in(ids)).execute(); return null;")
                .only();
        assertThat(update.shape().command()).isEqualTo(Command.UPDATE);
        assertThat(update.acceptsMany()).isTrue();
        assertThat(update.rows()).isEqualTo(Rows.NONE);
        Query delete = body("dsl.deleteFrom(ORDERS).where(ORDERS.ID.eq(id)).execute(); return null;").only();
        assertThat(delete.shape().command()).isEqualTo(Command.DELETE);
        assertThat(Shapes.predicates(delete.shape())).containsExactly("orders.id EQUAL PARAMETER");
        Query insert = body("dsl.insertInto(ORDERS).set(ORDERS.STATUS, text).execute(); return null;").only();
        assertThat(insert.shape().command()).isEqualTo(Command.INSERT);
        assertThat(Shapes.roots(insert.shape())).containsExactly("orders");
    }

    @Test
    void pages_have_limit_and_offset_or_seek() {
        Query page = body("return " + OPEN + ".limit(page).offset(page * 10).fetch();").only();
        assertThat(page.shape().limit()).isEqualTo(new Limit(Limit.VARIABLE, Limit.VARIABLE));
        assertThat(page.paging().form()).isEqualTo(Paging.Form.OFFSET);
        Query next = body("return " + OPEN + ".orderBy(ORDERS.ID).seek(id).limit(5).fetch();").only();
        assertThat(next.paging().form()).isEqualTo(Paging.Form.KEYSET);
    }

    @Test
    void unions_read_all_their_tables() {
        Query query = body("return dsl.select(ORDERS.ID).from(ORDERS).unionAll(DSL.select(LINE.ID).from(LINE)).fetch();").only();
        assertThat(query.shape().roots()).extracting(each -> each.table()).contains("orders", "line");
    }

    @Test
    void records_and_batches_write_rows() {
        Query store = body("var row = dsl.newRecord(ORDERS); row.store(); return null;").only();
        assertThat(store.shape().command()).isEqualTo(Command.INSERT);
        assertThat(Shapes.roots(store.shape())).containsExactly("orders");
        assertThat(body("dsl.batchInsert(new ArrayList<org.jooq.TableRecord<?>>()).execute(); return null;").only()
                .acceptsMany()).isTrue();
    }

    @Test
    void a_path_along_a_foreign_key_joins_its_table() {
        Query query = body("return dsl.select(ORDERS.ID).from(ORDERS).where(ORDERS.customer().NAME.eq(text))"
                + ".orderBy(ORDERS.customer().NAME).fetch();").only();
        assertThat(query.text()).isEqualTo("select orders.id from orders left join customer orders_customer"
                + " on orders.customer_id = orders_customer.id where orders_customer.name = ? order by orders_customer.name");
        assertThat(Shapes.predicates(query.shape())).contains("customer.name EQUAL PARAMETER",
                "orders.customer_id EQUAL COLUMN ON");
        assertThat(query.shape().unknown()).isEmpty();
    }

    @Test
    void a_path_may_be_joined_by_name_and_lead_back() {
        assertThat(body("return dsl.select(ORDERS.customer().NAME).from(ORDERS).join(ORDERS.customer()).fetch();").only().text())
                .isEqualTo("select orders_customer.name from orders join customer orders_customer"
                        + " on orders.customer_id = orders_customer.id");
        assertThat(body("return dsl.select(CUSTOMER.NAME).from(CUSTOMER).leftJoin(CUSTOMER.orders()).fetch();").only().text())
                .isEqualTo("select customer.name from customer left join orders customer_orders"
                        + " on customer_orders.customer_id = customer.id");
    }

    @Test
    void a_table_of_with_is_read_through() {
        String open = "DSL.select(ORDERS.CUSTOMER_ID).from(ORDERS).where(ORDERS.STATUS.eq(text))";
        for (String with : new String[] {"dsl.with(\"late\").as(" + open + ")",
            "dsl.with(DSL.name(\"late\").as(" + open + "))"}) {
            Query query = body("return " + with + ".select(CUSTOMER.NAME).from(CUSTOMER)"
                    + ".where(CUSTOMER.ID.in(DSL.select(DSL.field(\"customer_id\")).from(DSL.table(DSL.name(\"late\")))))"
                    + ".fetch();").only();
            assertThat(query.text()).startsWith("with late as (select orders.customer_id from orders where");
            assertThat(Shapes.predicates(query.shape())).contains("orders.status EQUAL PARAMETER SUBQUERY");
            assertThat(query.shape().unknown()).isEmpty();
        }
        Query kept = body("var late = DSL.name(\"late\").as(" + open + ");"
                + " return dsl.with(late).select().from(late).fetch();").only();
        assertThat(kept.text()).startsWith("with late as (select").endsWith("from late");
    }

    @Test
    void a_statement_behind_with_may_change_rows() {
        Query query = body("dsl.with(\"gone\").as(DSL.select(LINE.ORDER_ID).from(LINE)).delete(ORDERS)"
                + ".where(ORDERS.ID.eq(id)).execute(); return null;").only();
        assertThat(query.shape().command()).isEqualTo(Command.DELETE);
        assertThat(Shapes.predicates(query.shape())).contains("orders.id EQUAL PARAMETER");
    }

    @Test
    void a_subquery_keeps_its_limit() {
        assertThat(body("return dsl.selectFrom(ORDERS).where(ORDERS.ID.in(DSL.select(LINE.ORDER_ID).from(LINE).limit(5)))"
                + ".fetch();")
                .only().text()).contains("from line limit 5)");
        assertThat(body("return dsl.select(ORDERS.ID).from(ORDERS).unionAll(DSL.select(LINE.ID).from(LINE).limit(page)).fetch();")
                .only().shape().unknown()).isEmpty();
    }

    @Test
    void records_that_are_generated_in_the_build_are_of_the_table_of_their_name() {
        BoundCalls calls = BoundCalls.ofFile("package shop; import java.util.*; import shop.jooq.tables.records.OrderLineRecord;"
                + " class Service { org.jooq.DSLContext dsl; void run(OrderLineRecord known, List<OrderLineRecord> many,"
                + " OrderLineRecord[] few) { known.store(); known.refresh(); known.delete(); var fresh = new OrderLineRecord();"
                + " fresh.store(); dsl.batchStore(many).execute(); dsl.batchInsert(few).execute(); known.setSku(\"a\"); } }");
        assertThat(calls.all()).extracting(Query::text).containsExactly("update order_line", "select * from order_line",
                "delete from order_line", "insert into order_line", "update order_line", "insert into order_line");
        assertThat(calls.all()).extracting(Query::acceptsMany).endsWith(true, true);
    }

    @Test
    void names_may_be_texts() {
        Query query = body("return dsl.select(DSL.field(\"id\")).from(DSL.table(\"orders\"))"
                + ".where(DSL.field(DSL.name(\"orders\", \"status\")).eq(text)).fetch();").only();
        assertThat(Shapes.predicates(query.shape())).containsExactly("orders.status EQUAL PARAMETER");
    }

    @Test
    void tables_that_are_generated_in_the_build_are_known_by_their_constants() {
        BoundCalls calls = BoundCalls.ofFile("package shop; import static shop.jooq.tables.Orders.ORDERS; import"
                + " shop.jooq.Tables;"
                + " class Service { org.jooq.DSLContext dsl; Object run(String text) {"
                + " dsl.selectFrom(ORDERS).where(ORDERS.CREATED_BY.eq(text)).fetch();"
                + " return dsl.select(Tables.ORDER_LINE.ID).from(Tables.ORDER_LINE)"
                + ".where(Tables.ORDER_LINE.SKU.eq(text)).fetchOne(); } }");
        assertThat(calls.all()).flatExtracting(each -> Shapes.predicates(each.shape()))
                .containsExactly("orders.created_by EQUAL PARAMETER", "order_line.sku EQUAL PARAMETER");
    }

    @Test
    void a_dao_asks_for_rows_of_its_table() {
        BoundCalls calls = service("interface Pojo { } static class OrdersDao extends org.jooq.impl.DAOImpl<OrdersRecord, Pojo,"
                + " Long> {"
                + " OrdersDao() { super(ORDERS, Pojo.class); } public Long getId(Pojo p) { return null; }"
                + " List<Pojo> fetchByStatus(String... values) { return fetch(ORDERS.STATUS, values); } } OrdersDao dao;",
                "dao.findById(id); dao.findAll(); dao.insert(new ArrayList<Pojo>()); return null;");
        assertThat(calls.all()).extracting(Query::text).containsExactly("select * from orders where ?!", "select * from orders",
                "insert into orders", "select * from orders where orders.status in (?)");
        assertThat(calls.all()).element(2).extracting(Query::acceptsMany).isEqualTo(true);
    }

    private static String predicate(String condition) {
        return Shapes.predicates(body("return dsl.selectFrom(ORDERS).where(" + condition + ").fetch();").only().shape()).get(0);
    }

    private static BoundCalls body(String body) {
        return service("", body);
    }

    private static BoundCalls service(String members, String body) {
        return BoundCalls.ofFile("package shop; import java.math.BigDecimal; import java.util.*; import org.jooq.*; import"
                + " org.jooq.impl.*;"
                + KEYS
                + table("Orders", "ORDERS", "orders", "ID", "STATUS", "TOTAL", "CUSTOMER_ID", "CREATED_AT")
                + table("Customers", "CUSTOMER", "customer", "ID", "NAME", "ACTIVE")
                + table("Lines", "LINE", "line", "ID", "ORDER_ID")
                + " class OrdersRecord extends UpdatableRecordImpl<OrdersRecord> { OrdersRecord() { super(Orders.ORDERS); } }"
                + " class CustomersRecord extends UpdatableRecordImpl<CustomersRecord> { CustomersRecord() {"
                + " super(Customers.CUSTOMER); } }"
                + " class LinesRecord extends UpdatableRecordImpl<LinesRecord> { LinesRecord() { super(Lines.LINE); } }"
                + " class Service { static final Orders ORDERS = Orders.ORDERS; static final Customers CUSTOMER ="
                + " Customers.CUSTOMER;"
                + " static final Lines LINE = Lines.LINE; DSLContext dsl; " + members
                + " Object run(Long id, List<Long> ids, String text, boolean flag, int page) { " + body + " } }");
    }

    /** A path to one row and one to many, as 3.19 writes them. */
    private static String paths(String type) {
        return switch (type) {
            case "Orders" -> " CustomersPath _customer; public CustomersPath customer() { if (_customer == null) { _customer ="
                    + " new CustomersPath(this, Keys.OF_CUSTOMER, null); } return _customer; } static class OrdersPath extends"
                    + " Orders implements Path<OrdersRecord> { OrdersPath(Object from, Object key, Object back) { super(from, key, back); } }";
            case "Customers" -> " public Orders.OrdersPath orders() { return new Orders.OrdersPath(this, null,"
                    + " Keys.OF_CUSTOMER.getInverseKey()); }";
            default -> "";
        };
    }

    private static String table(String type, String constant, String name, String... columns) {
        StringBuilder text = new StringBuilder(" class " + type + " extends TableImpl<" + type + "Record> { static final "
                + type + " " + constant
                + " = new " + type + "();");
        for (String column : columns) {
            text.append(" final TableField<" + type + "Record, Object> " + column + " = createField(DSL.name(\""
                    + column.toLowerCase(Locale.ROOT) + "\"), null, this, \"\");");
        }
        return text + paths(type) + " " + type + "() { this(DSL.name(\"" + name + "\"), null); } " + type + "(Name alias, Table<" + type
                + "Record> aliased)"
                + " { super(alias, null, aliased); } public " + type + " as(String alias) { return new " + type
                + "(DSL.name(alias), this); } }";
    }
}
