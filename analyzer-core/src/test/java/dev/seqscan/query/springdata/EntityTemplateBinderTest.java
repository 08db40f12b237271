package dev.seqscan.query.springdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.Shapes;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityTemplateBinderTest {

    @Test
    void criteriaAreThePredicates() {
        Query query = body("return jdbc.findAll(Query.query(Criteria.where(\"status\").is(text).and(\"grandTotal\").greaterThan(1)"
                + ".and(\"zip_code\").in(ids)), Order.class);").only();
        assertThat(query.text()).isEqualTo("select * from orders where status = ? and grand_total > ? and zip_code in (?)");
        assertThat(Shapes.predicates(query.shape())).containsExactly("orders.status EQUAL PARAMETER",
                "orders.grand_total RANGE PARAMETER", "orders.zip_code IN PARAMETER");
        assertThat(query.rows()).isEqualTo(Rows.MANY);
        assertThat(query.acceptsMany()).isTrue();
    }

    @Test
    void orIsAnAlternativeToAllBefore() {
        assertThat(body("return jdbc.findOne(Query.query(Criteria.where(\"status\").is(text).or(\"id\").is(1L)), Order.class);")
                .only().text()).isEqualTo("select * from orders where (status = ? or id = ?)");
        assertThat(body("return jdbc.exists(Query.query(Criteria.where(\"status\").is(text).and(Criteria.where(\"id\").is(1L)"
                + ".or(\"id\").is(2L))), Order.class);").only().shape().projection()).isEqualTo(Projection.EXISTS);
    }

    @Test
    void aConditionUnderIfIsOptional() {
        Query query = body("Criteria all = Criteria.where(\"status\").is(text); if (flag) { all = all.and(\"id\").is(1L); }"
                + " return r2dbc.select(Query.query(all), Order.class);").only();
        assertThat(Shapes.predicates(query.shape())).containsExactly("orders.status EQUAL PARAMETER",
                "orders.id EQUAL PARAMETER optional");
    }

    @Test
    void sortAndLimitAreThoseOfTheQuery() {
        Query query = body("return r2dbc.select(Order.class).matching(Query.query(Criteria.where(\"status\").is(text))"
                + ".sort(Sort.by(Sort.Direction.DESC, \"grandTotal\")).limit(5).offset(10)).all();").only();
        assertThat(Shapes.order(query.shape())).containsExactly("orders.grand_total desc");
        assertThat(query.shape().limit()).isEqualTo(new Limit(5, 10));
        assertThat(query.shape().unknown()).isEmpty();
        assertThat(body("return r2dbc.select(Order.class).matching(Query.empty().sort(sort)).first();").only().shape().unknown())
                .isNotEmpty();
    }

    @Test
    void rowsAreFoundByTheirKey() {
        assertThat(texts("jdbc.findById(1L, Order.class); jdbc.findAllById(ids, Order.class); jdbc.deleteById(1L, Order.class);"
                + " jdbc.delete(order); jdbc.findAll(Order.class); jdbc.count(Order.class); jdbc.deleteAll(Order.class);"))
                .containsExactly("select * from orders where id = ?", "select * from orders where id in (?)",
                        "delete from orders where id = ?", "delete from orders where id = ?", "select * from orders",
                        "select count(*) from orders", "delete from orders");
    }

    @Test
    void objectsAreWritten() {
        List<Query> all = body("jdbc.insert(order); jdbc.saveAll(orders); r2dbc.update(order);"
                + " r2dbc.delete(Order.class).matching(Query.query(Criteria.where(\"status\").is(text))).all();"
                + " r2dbc.insert(Order.class).using(order); return null;").all();
        assertThat(all).extracting(each -> each.shape().command())
                .containsExactly(Command.INSERT, Command.INSERT, Command.UPDATE, Command.DELETE, Command.INSERT);
        assertThat(all).extracting(Query::acceptsMany).startsWith(false, true, false);
        assertThat(all.get(3).text()).isEqualTo("delete from orders where status = ?");
        assertThat(all.get(2).text()).endsWith(" where id = ?");
    }

    @Test
    void aQueryThatIsGivenIsNotKnown() {
        assertThat(body("return jdbc.findAll(given, Order.class);").only().shape().predicates())
                .extracting(each -> each.column()).containsExactly("");
    }

    private static List<String> texts(String body) {
        return body(body + " return null;").all().stream().map(Query::text).toList();
    }

    private static BoundCalls body(String body) {
        return BoundCalls.ofFile("package shop; import java.util.*; import org.springframework.data.annotation.Id;"
                + " import org.springframework.data.domain.Sort; import org.springframework.data.jdbc.core.JdbcAggregateTemplate;"
                + " import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;"
                + " import org.springframework.data.relational.core.mapping.Table;"
                + " import org.springframework.data.relational.core.query.*;"
                + " @Table(\"orders\") class Order { @Id Long id; String status; int grandTotal; }"
                + " class Service { JdbcAggregateTemplate jdbc; R2dbcEntityTemplate r2dbc;"
                + " Object run(String text, List<Long> ids, boolean flag, Order order, List<Order> orders, Query given, Sort sort) {"
                + body + " } }");
    }
}
