package dev.seqscan.query.querydsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Paging;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Projection;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuerydslBinderTest {

    @Test
    void the_terminal_call_sends_the_statement_of_its_chain() {
        Query query = body("return factory.selectFrom(order).where(order.status.eq(text)).orderBy(order.total.desc()).fetch();").only();
        assertThat(query.entity()).isEqualTo("shop.Order");
        assertThat(query.rows()).isEqualTo(Rows.MANY);
        assertThat(query.shape().unknown()).isEmpty();
        assertThat(query.shape().projection()).isEqualTo(Projection.ENTITY);
        assertThat(columns(query)).containsExactly("orders.status");
        assertThat(query.shape().order()).extracting(each -> each.column()).containsExactly("total");
        assertThat(query.text())
                .isEqualTo("select order1 from shop.Order order1 where order1.status = :value order by order1.total desc");
    }

    @Test
    void calls_that_only_build_the_statement_send_nothing() {
        assertThat(body("var query = factory.selectFrom(order).where(order.id.eq(id)); query.limit(3); return null;").all()).isEmpty();
    }

    @Test
    void one_row_is_asked_for_by_name() {
        assertThat(body("return factory.selectFrom(order).fetchOne();").only().rows()).isEqualTo(Rows.ONE);
        Query first = body("return factory.selectFrom(order).fetchFirst();").only();
        assertThat(first.rows()).isEqualTo(Rows.ONE);
        assertThat(first.shape().limit()).isEqualTo(new Limit(1, 0));
        Query count = body("return factory.selectFrom(order).fetchCount();").only();
        assertThat(count.entity()).isEmpty();
        assertThat(count.shape().projection()).isEqualTo(Projection.COUNT);
        assertThat(body("return factory.select(order.count()).from(order).fetchOne();").only().shape().projection())
                .isEqualTo(Projection.COUNT);
    }

    @Test
    void fetch_join_loads_what_is_joined_also_through_aliases() {
        assertThat(body("return factory.selectFrom(order).leftJoin(order.customer).fetchJoin().fetch();").only().shape().fetches())
                .containsExactly("customer");
        assertThat(body("return factory.selectFrom(order).join(order.lines, line).fetchJoin().leftJoin(line.product).fetchJoin()"
                + ".leftJoin(order.customer).where(line.quantity.gt(1)).fetch();").only().shape().fetches())
                .containsExactly("lines", "lines.product");
        assertThat(body("return factory.selectFrom(order).leftJoin(order.customer).fetch();").only().shape().fetches()).isEmpty();
    }

    @Test
    void projections_give_no_entity() {
        for (String selected : List.of("order.id", "order.id, order.status",
                "com.querydsl.core.types.Projections.constructor(Row.class, order.id)",
                "com.querydsl.core.types.Projections.fields(Row.class, order.id, order.status)", "new QRow(order.id)")) {
            Query query = body("return factory.select(" + selected + ").from(order).where(order.status.eq(text)).fetch();").only();
            assertThat(query.entity()).as(selected).isEmpty();
            assertThat(query.shape().projection()).as(selected).isIn(Projection.COLUMNS, Projection.CONSTRUCTOR);
            assertThat(columns(query)).as(selected).containsExactly("orders.status");
        }
    }

    @Test
    void an_association_that_is_selected_gives_its_target() {
        Query query = body("return factory.select(order.customer).from(order).fetch();").only();
        assertThat(query.entity()).isEqualTo("shop.Customer");
    }

    @Test
    void a_query_may_be_begun_before_and_elsewhere_in_the_class() {
        assertThat(columns(body("var query = factory.selectFrom(order); query.where(order.status.eq(text)); return query.fetch();")
                .only())).containsExactly("orders.status");
        Query helper = BoundCalls.of(service("com.querydsl.jpa.impl.JPAQuery<Order> open(String status) {"
                + " return factory.selectFrom(order).leftJoin(order.customer).fetchJoin().where(order.status.eq(status)); }",
                "return open(text).limit(10).fetch();")).only();
        assertThat(helper.shape().fetches()).containsExactly("customer");
        assertThat(helper.shape().limit()).isEqualTo(new Limit(10, 0));
        Query given = body("com.querydsl.jpa.impl.JPAQuery<Order> query = given; return query.fetch();").only();
        assertThat(given.entity()).isEqualTo("shop.Order");
        assertThat(given.shape().unknown()).isNotEmpty();
    }

    @Test
    void queries_begin_with_constructors_and_clauses_too() {
        Query query = body("return new com.querydsl.jpa.impl.JPAQuery<Order>(em).select(order).from(order).where(order.id.eq(id)).fetch();").only();
        assertThat(query.entity()).isEqualTo("shop.Order");
        assertThat(columns(query)).containsExactly("orders.id");
        assertThat(body("return factory.from(order).fetch();").only().entity()).isEqualTo("shop.Order");
    }

    @Test
    void clauses_change_rows() {
        Query update = body("factory.update(order).set(order.status, text).where(order.id.in(ids)).execute(); return null;").only();
        assertThat(update.shape().command()).isEqualTo(Command.UPDATE);
        assertThat(update.acceptsMany()).isTrue();
        assertThat(update.entity()).isEqualTo("shop.Order");
        Query delete = body("factory.delete(order).where(order.customer.id.eq(id)).execute(); return null;").only();
        assertThat(delete.shape().command()).isEqualTo(Command.DELETE);
        assertThat(delete.rows()).isEqualTo(Rows.NONE);
        assertThat(columns(delete)).containsExactly("orders.customer_id");
    }

    @Test
    void pages_have_limit_and_offset() {
        Query page = body("return factory.selectFrom(order).offset(pageable.getOffset()).limit(pageable.getPageSize()).fetch();").only();
        assertThat(page.shape().limit()).isEqualTo(new Limit(Limit.VARIABLE, Limit.VARIABLE));
        assertThat(page.paging().form()).isEqualTo(Paging.Form.OFFSET);
        assertThat(body("return factory.selectFrom(order).limit(5).fetch();").only().paging().form()).isEqualTo(Paging.Form.LIMIT);
        assertThat(body("return factory.selectFrom(order).offset(page).limit(5).fetchResults();").only().paging().counts()).isTrue();
    }

    @Test
    void groups_may_be_left_out_by_what_is_not_read() {
        Query query = body("return factory.select(order.customer.id, order.total.max()).from(order).groupBy(order.customer.id)"
                + ".having(order.count().gt(1L)).fetch();").only();
        assertThat(query.shape().grouped()).isTrue();
        assertThat(query.shape().predicates()).extracting(Predicate::clause).containsExactly(Clause.HAVING);
    }

    @Test
    void rows_that_are_transformed_are_no_entities() {
        Query query = body("return factory.selectFrom(order).transform(com.querydsl.core.group.GroupBy.groupBy(order.status)"
                + ".as(com.querydsl.core.group.GroupBy.list(order.id)));").only();
        assertThat(query.entity()).isEmpty();
        assertThat(query.rows()).isEqualTo(Rows.MANY);
    }

    @Test
    void predicates_are_given_to_repositories() {
        BoundCalls calls = BoundCalls.of("interface Orders extends JpaRepository<Order, Long>,"
                + " org.springframework.data.querydsl.QuerydslPredicateExecutor<Order> { }"
                + " class Service { Orders orders; void run(Pageable page) { var open = QOrder.order1.status.eq(\"open\");"
                + " orders.findAll(open); orders.findAll(open, page); orders.findOne(open); orders.count(open); orders.exists(open); } }");
        assertThat(calls.all()).extracting(Query::rows)
                .containsExactly(Rows.MANY, Rows.MANY, Rows.ONE, Rows.ONE, Rows.ONE);
        assertThat(calls.all()).extracting(Query::entity).startsWith("shop.Order", "shop.Order", "shop.Order");
        assertThat(calls.all().get(1).paging().counts()).isTrue();
    }

    @Test
    void support_of_spring_data_applies_pages() {
        Query page = BoundCalls.of("class Orders extends org.springframework.data.jpa.repository.support.QuerydslRepositorySupport {"
                + " Orders() { super(Order.class); } List<Order> page(String text, Pageable pageable) {"
                + " var query = from(QOrder.order).where(QOrder.order.status.eq(text));"
                + " return getQuerydsl().applyPagination(pageable, query).fetch(); } }").only();
        assertThat(page.paging().form()).isEqualTo(Paging.Form.OFFSET);
        assertThat(columns(page)).containsExactly("orders.status");
        assertThat(page.entity()).isEqualTo("shop.Order");
    }

    @Test
    void conditions_that_may_be_null_are_optional() {
        Query query = BoundCalls.of(service("com.querydsl.core.types.dsl.BooleanExpression has(String status) {"
                + " return status == null ? null : order.status.eq(status); }"
                + " com.querydsl.core.types.dsl.BooleanExpression of(Long id) { if (id == null) { return null; }"
                + " return order.customer.id.eq(id); }",
                "return factory.selectFrom(order).where(has(text), of(id), order.total.gt(java.math.BigDecimal.ONE)).fetch();")).only();
        assertThat(query.shape().predicates()).extracting(each -> each.column() + " " + each.optional())
                .containsExactlyInAnyOrder("total false", "status true", "customer_id true");
        assertThat(query.shape().unknown()).isEmpty();
    }

    @Test
    void a_builder_holds_what_was_added_to_it() {
        Query query = body("var all = new com.querydsl.core.BooleanBuilder(order.id.in(ids)); if (flag) { all.and(order.status.eq(text)); }"
                + " return factory.selectFrom(order).where(all).fetch();").only();
        assertThat(query.shape().predicates()).extracting(each -> each.column() + " " + each.optional())
                .containsExactlyInAnyOrder("id false", "status true");
    }

    @Test
    void a_condition_that_is_not_understood_leaves_the_fetch_plan_known() {
        Query query = body("return factory.selectFrom(order).where(order.status.eq(text), condition.get()).fetch();").only();
        assertThat(query.shape().unknown()).isEmpty();
        assertThat(query.shape().predicates()).extracting(Predicate::column).containsExactlyInAnyOrder("status", "");
        assertThat(query.text()).contains("?!");
        assertThat(body("return factory.selectFrom(order).where(order.id.in(com.querydsl.jpa.JPAExpressions.select(line.order.id)"
                + ".from(line))).fetch();").only().acceptsMany()).isFalse();
    }

    @Test
    void comparisons_are_those_of_jpql() {
        Query query = body("return factory.selectFrom(order).where(order.status.containsIgnoreCase(text).or(order.status.isNull()),"
                + " order.customer.name.startsWith(text), order.id.between(1L, 5L)).fetch();").only();
        assertThat(query.shape().predicates()).extracting(Predicate::operator).contains(Operator.LIKE_ANYWHERE, Operator.IS_NULL,
                Operator.LIKE_PREFIX, Operator.RANGE);
        assertThat(query.shape().predicates()).filteredOn(each -> each.disjunction() > 0).hasSize(2);
    }

    @Test
    void a_variable_of_ones_own_is_one_of_the_statement() {
        Query query = body("QOrder other = new QOrder(\"other\"); return factory.selectFrom(other).where(other.id.eq(id)).fetch();").only();
        assertThat(query.text()).isEqualTo("select other from shop.Order other where other.id = :value");
    }

    private static List<String> columns(Query query) {
        return query.shape().predicates().stream().map(each -> each.table() + "." + each.column()).toList();
    }

    private static BoundCalls body(String body) {
        return BoundCalls.of(service("", body));
    }

    private static String service(String members, String body) {
        return "record Row(Long id) { } class QRow extends com.querydsl.core.types.ConstructorExpression<Row> {"
                + " QRow(com.querydsl.core.types.Expression<Long> id) { super(Row.class, new Class<?>[] {long.class}, id); } }"
                + " class Orders { private final com.querydsl.jpa.impl.JPAQueryFactory factory; EntityManager em; com.querydsl.jpa.impl.JPAQuery<Order> given;"
                + " private static final QOrder order = QOrder.order; private final QOrderLine line = QOrderLine.orderLine;"
                + " java.util.function.Supplier<com.querydsl.core.types.dsl.BooleanExpression> condition; " + members
                + " Object run(Long id, List<Long> ids, String text, boolean flag, int page, Pageable pageable) { " + body + " } }";
    }
}
