package dev.seqscan.query.springdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.criteria.SpecificationStatement;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecificationTest {

    @Test
    void a_lambda_is_a_condition() {
        assertThat(filters("orders.findAll((root, query, cb) -> cb.equal(root.get(\"status\"), text))"))
                .containsExactly("orders.status EQUAL PARAMETER");
        assertThat(filters("orders.findAll((r, q, b) -> { return b.and(b.equal(r.get(\"status\"), text),"
                + " b.greaterThan(r.get(\"total\"), 5)); })"))
                .containsExactly("orders.status EQUAL PARAMETER", "orders.total RANGE CONSTANT");
    }

    @Test
    void paths_go_through_associations() {
        assertThat(filters("orders.findAll((root, query, cb) -> cb.equal(root.join(\"customer\").get(\"name\"), text))"))
                .contains("customer.name EQUAL PARAMETER");
        assertThat(filters("orders.findAll((root, query, cb) -> cb.equal(root.get(\"customer\").get(\"id\"), id))"))
                .containsExactly("orders.customer_id EQUAL PARAMETER");
    }

    @Test
    void helpers_and_what_joins_them_are_read() {
        assertThat(filters("orders.findAll(Specification.where(hasStatus(text)).and(costs(id)))"))
                .containsExactly("orders.status EQUAL PARAMETER", "orders.total EQUAL PARAMETER");
        assertThat(filters("orders.findAll(OrderSpecs.cheap().or(hasStatus(text)))"))
                .containsExactly("orders.total RANGE CONSTANT|1", "orders.status EQUAL PARAMETER|1");
        assertThat(filters("orders.findAll(Specification.allOf(hasStatus(text), costs(id)))"))
                .containsExactly("orders.status EQUAL PARAMETER", "orders.total EQUAL PARAMETER");
    }

    @Test
    void null_is_no_condition() {
        QueryShape shape = query("orders.findAll(Specification.where(null))").shape();
        assertThat(shape.predicates()).isEmpty();
        assertThat(shape.unknown()).isEmpty();
        assertThat(filters("orders.findAll(maybe(text))")).containsExactly("orders.status EQUAL PARAMETER?");
        assertThat(filters("orders.findAll(Specification.<Order>where(null).or(hasStatus(text)))"))
                .as("a missing side is left out").containsExactly("orders.status EQUAL PARAMETER");
    }

    @Test
    void what_is_added_under_an_if_is_optional() {
        assertThat(filters("Specification<Order> spec = hasStatus(text); if (id != null) { spec = spec.and(costs(id)); }"
                + " orders.findAll(spec)")).containsExactly("orders.status EQUAL PARAMETER", "orders.total EQUAL PARAMETER?");
    }

    @Test
    void predicates_in_a_list_are_read() {
        assertThat(filters("orders.findAll((root, query, cb) -> { List<jakarta.persistence.criteria.Predicate> all = new"
                + " ArrayList<>();"
                + " all.add(cb.equal(root.get(\"status\"), text)); if (id != null) { all.add(cb.equal(root.get(\"total\"),"
                + " id)); }"
                + " return cb.and(all.toArray(new jakarta.persistence.criteria.Predicate[0])); })"))
                .containsExactly("orders.status EQUAL PARAMETER", "orders.total EQUAL PARAMETER?");
    }

    @Test
    void classes_with_to_predicate_are_read() {
        assertThat(filters("orders.findAll(new Open())")).containsExactly("orders.status EQUAL CONSTANT");
        assertThat(filters("orders.findAll(new Specification<Order>() { public jakarta.persistence.criteria.Predicate"
                + " toPredicate("
                + "jakarta.persistence.criteria.Root<Order> order, jakarta.persistence.criteria.CriteriaQuery<?> query,"
                + " jakarta.persistence.criteria.CriteriaBuilder cb) { return cb.equal(order.get(\"status\"), text); } })"))
                .containsExactly("orders.status EQUAL PARAMETER");
    }

    @Test
    void counts_and_questions_have_the_same_conditions() {
        Query count = query("orders.count(hasStatus(text))");
        assertThat(count.shape().projection()).isEqualTo(Projection.COUNT);
        assertThat(filters(count.shape())).containsExactly("orders.status EQUAL PARAMETER");
        assertThat(query("orders.exists(hasStatus(text))").shape().projection()).isEqualTo(Projection.EXISTS);
        Query page = query("orders.findAll(hasStatus(text), PageRequest.of(0, 10))");
        assertThat(page.paging().form()).isEqualTo(Query.Paging.Form.OFFSET);
        assertThat(page.shape().command()).isEqualTo(Command.SELECT);
        assertThat(filters(page.shape())).containsExactly("orders.status EQUAL PARAMETER");
    }

    @Test
    void what_is_not_seen_stays_unknown_beside_the_known() {
        QueryShape given = query("orders.findAll(given)").shape();
        assertThat(given.unknown()).contains(SpecificationStatement.UNREAD);
        assertThat(given.roots()).extracting(each -> each.table()).containsExactly("orders");
        QueryShape both = query("orders.findAll(hasStatus(text).and(given))").shape();
        assertThat(both.unknown()).contains(SpecificationStatement.UNREAD);
        assertThat(filters(both)).contains("orders.status EQUAL PARAMETER");
        assertThat(query("orders.findAll(Example.of(order))").shape().unknown()).contains(SpecificationStatement.UNREAD);
    }

    @Test
    void one_that_fetches_may_load_more_than_is_known() {
        Query query = query("orders.findAll((root, query, cb) -> { root.fetch(\"lines\"); return cb.equal(root.get(\"status\"),"
                + " text); })");
        assertThat(query.isPlanKnown()).isFalse();
        assertThat(filters(query.shape())).contains("orders.status EQUAL PARAMETER");
        assertThat(query("orders.findAll(hasStatus(text))").isPlanKnown()).isTrue();
    }

    @Test
    void a_helper_that_calls_itself_ends() {
        assertThat(query("orders.findAll(endless(text))").shape().unknown()).contains(SpecificationStatement.UNREAD);
    }

    private static List<String> filters(String body) {
        return filters(query(body).shape());
    }

    private static List<String> filters(QueryShape shape) {
        return shape.predicates().stream().map(each -> each.table() + "." + each.column() + " " + each.operator() + " "
                + each.value() + (each.optional() ? "?" : "") + (each.disjunction() == 0 ? "" : "|" + each.disjunction()))
                .toList();
    }

    private static Query query(String body) {
        String criteria = "jakarta.persistence.criteria.";
        List<Query> all = BoundCalls.of("interface Orders extends JpaRepository<Order, Long>, JpaSpecificationExecutor<Order> { }"
                + " class OrderSpecs { static Specification<Order> cheap() { return (root, query, cb) ->"
                + " cb.lt(root.get(\"total\"), 5); } }"
                + " class Open implements Specification<Order> { public " + criteria + "Predicate toPredicate(" + criteria
                + "Root<Order> root, " + criteria + "CriteriaQuery<?> query, " + criteria + "CriteriaBuilder cb) {"
                + " return cb.equal(root.get(\"status\"), \"open\"); } }"
                + " class Service { Orders orders;"
                + " Specification<Order> hasStatus(String status) { return (root, query, cb) -> cb.equal(root.get(\"status\"),"
                + " status); }"
                + " static Specification<Order> costs(Long total) { return (root, query, cb) -> cb.equal(root.get(\"total\"),"
                + " total); }"
                + " Specification<Order> maybe(String status) { return (root, query, cb) -> { if (status == null) { return"
                + " null; }"
                + " return cb.equal(root.get(\"status\"), status); }; }"
                + " Specification<Order> endless(String status) { return endless(status).and(endless(status)); }"
                + " void run(Long id, String text, Order order, Specification<Order> given) { " + body + "; } }").all();
        assertThat(all).as(body).isNotEmpty();
        return all.get(0);
    }
}
