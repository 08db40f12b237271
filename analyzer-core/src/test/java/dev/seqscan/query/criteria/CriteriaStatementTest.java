package dev.seqscan.query.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Projection;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriteriaStatementTest {

    @Test
    void comparisons_of_the_builder_are_predicates() {
        assertThat(where("cb.equal(root.get(\"status\"), text)")).containsExactly("orders.status EQUAL");
        assertThat(where("cb.and(cb.greaterThan(root.get(\"total\"), 3), root.get(\"status\").in(text, \"OPEN\"))"))
                .containsExactly("orders.total RANGE", "orders.status IN");
        assertThat(where("cb.between(root.get(\"total\"), 1, 2), cb.isNull(root.get(\"status\"))"))
                .containsExactly("orders.total RANGE", "orders.status IS_NULL");
        assertThat(where("cb.in(root.get(\"status\")).value(text).value(\"OPEN\")")).containsExactly("orders.status IN");
        assertThat(where("cb.lessThan(cb.literal(3), root.get(\"total\"))")).containsExactly("orders.total RANGE");
    }

    @Test
    void the_beginning_of_a_pattern_decides_what_an_index_can_do() {
        assertThat(where("cb.like(root.get(\"status\"), \"%\" + text)")).containsExactly("orders.status LIKE_ANYWHERE");
        assertThat(where("cb.like(root.get(\"status\"), text + \"%\")")).containsExactly("orders.status LIKE_PREFIX");
        assertThat(where("cb.like(root.get(\"status\"), text)")).containsExactly("orders.status LIKE_PARAMETER");
        assertThat(where("cb.like(cb.lower(root.get(\"status\")), '%' + text.toLowerCase() + '%')"))
                .containsExactly("lower(orders.status) LIKE_ANYWHERE");
    }

    @Test
    void joins_and_paths_reach_other_tables() {
        assertThat(where("cb.equal(root.get(\"customer\").get(\"name\"), text)")).contains("customer.name EQUAL");
        assertThat(where("cb.equal(root.join(\"lines\", JoinType.LEFT).get(\"quantity\"), 3)")).contains("order_line.quantity EQUAL");
        assertThat(where("cb.equal(root.get(Order_.status), text)")).containsExactly("orders.status EQUAL");
        assertThat(where("cb.equal(root.get(Order_.STATUS), text)")).containsExactly("orders.status EQUAL");
    }

    @Test
    void one_of_several_conditions_stands_in_an_or() {
        QueryShape shape = shape("cq.where(cb.or(cb.equal(root.get(\"status\"), text), cb.equal(root.get(\"total\"), 3)));");
        assertThat(shape.predicates()).extracting(Predicate::disjunction).doesNotContain(0).hasSize(2);
        assertThat(shape.unknown()).isEmpty();
    }

    @Test
    void what_is_added_under_a_condition_is_optional() {
        QueryShape shape = shape("List<Predicate> all = new ArrayList<>(); all.add(cb.equal(root.get(\"status\"), text));"
                + " if (flag) { all.add(cb.greaterThan(root.get(\"total\"), 3)); } cq.where(all.toArray(new Predicate[0]));");
        assertThat(shape.predicates()).extracting(Predicate::column).containsExactly("status", "total");
        assertThat(shape.predicates()).extracting(Predicate::optional).containsExactly(false, true);
    }

    @Test
    void of_branches_of_which_one_is_taken_some_condition_holds() {
        QueryShape shape = shape("List<Predicate> all = new ArrayList<>(); all.add(cb.equal(root.get(\"total\"), 3));"
                + " if (flag) { all.add(cb.equal(cb.lower(root.get(\"status\")), text)); }"
                + " else { all.add(cb.equal(root.get(\"status\"), text)); } cq.where(all.toArray(new Predicate[0]));");
        assertThat(shape.unknown()).containsExactly(QueryShape.UNREAD_CONDITIONS);
        assertThat(shape("cq.where(flag ? cb.equal(root.get(\"total\"), 3) : cb.equal(root.get(\"status\"), text));").unknown())
                .containsExactly(QueryShape.UNREAD_CONDITIONS);
        assertThat(shape("Predicate one; if (flag) { one = cb.equal(root.get(\"total\"), 3); } else {"
                + " one = cb.equal(root.get(\"status\"), text); } cq.where(one);").unknown())
                .containsExactly(QueryShape.UNREAD_CONDITIONS);
    }

    @Test
    void a_predicate_that_grows_keeps_what_it_had() {
        QueryShape shape = shape("Predicate all = cb.equal(root.get(\"status\"), text);"
                + " if (flag) { all = cb.and(all, cb.greaterThan(root.get(\"total\"), 3)); } cq.where(all);");
        assertThat(shape.predicates()).extracting(Predicate::column).containsExactly("status", "total");
        assertThat(shape.predicates()).extracting(Predicate::optional).containsExactly(false, true);
    }

    @Test
    void helpers_of_the_class_fill_lists_and_queries() {
        QueryShape shape = of("""
                List<Order> run(String text) {
                    CriteriaBuilder cb = em.getCriteriaBuilder();
                    CriteriaQuery<Order> cq = cb.createQuery(Order.class);
                    restrict(cb, cq, text);
                    return em.createQuery(cq).getResultList();
                }
                private void restrict(CriteriaBuilder cb, CriteriaQuery<Order> query, String wanted) {
                    Root<Order> order = query.from(Order.class);
                    List<Predicate> all = new ArrayList<>();
                    more(cb, order, all);
                    query.where(like(cb, order.get("status"), wanted), cb.and(all.toArray(new Predicate[0])));
                }
                private void more(CriteriaBuilder cb, Root<Order> order, List<Predicate> all) {
                    all.add(cb.gt(order.get("total"), 3));
                }
                private Predicate like(CriteriaBuilder cb, Path<String> path, String element) {
                    return cb.like(cb.lower(path), element + "%");
                }
                """).shape();
        assertThat(shape.predicates()).extracting(CriteriaStatementTest::show)
                .containsExactly("lower(orders.status) LIKE_PREFIX", "orders.total RANGE");
        assertThat(shape.unknown()).isEmpty();
    }

    @Test
    void what_is_not_understood_leaves_the_rest_known() {
        QueryShape shape = shape("cq.where(cb.equal(root.get(\"status\"), text), somewhere.predicate(root));");
        assertThat(shape.predicates()).extracting(Predicate::column).containsExactly("status", "");
        assertThat(shape.unknown()).contains(QueryShape.UNREAD_CONDITIONS);
    }

    @Test
    void conditions_on_a_subquery_are_not_those_of_the_query() {
        QueryShape shape = shape("Subquery<Long> sub = cq.subquery(Long.class); Root<Customer> other = sub.from(Customer.class);"
                + " cq.where(cb.exists(sub.select(other.get(\"id\")).where(cb.equal(other.get(\"name\"), text))),"
                + " cb.equal(root.get(\"total\"), sub));");
        assertThat(shape.roots()).extracting(QueryShape.Root::table).containsExactly("orders");
        assertThat(shape.predicates()).extracting(Predicate::column).containsExactly("");
        assertThat(shape.unknown()).contains(QueryShape.UNREAD_CONDITIONS);
    }

    @Test
    void a_count_gives_one_number() {
        Query query = of("""
                Long run(String text) {
                    CriteriaBuilder cb = em.getCriteriaBuilder();
                    CriteriaQuery<Long> cq = cb.createQuery(Long.class);
                    Root<Order> root = cq.from(Order.class);
                    cq.select(cb.count(root)).where(cb.equal(root.get("status"), text));
                    return em.createQuery(cq).getSingleResult();
                }
                """);
        assertThat(query.shape().projection()).isEqualTo(Projection.COUNT);
        assertThat(query.entity()).isEmpty();
        assertThat(query.shape().predicates()).extracting(Predicate::operator).containsExactly(Operator.EQUAL);
    }

    @Test
    void keys_of_the_order_are_read() {
        QueryShape shape = shape("cq.orderBy(cb.desc(root.get(\"total\")), cb.asc(root.get(\"status\")));");
        assertThat(shape.order()).extracting(each -> each.column() + " " + each.descending()).containsExactly("total true",
                "status false");
    }

    private static List<String> where(String conditions) {
        return shape("cq.where(" + conditions + ");").predicates().stream().map(CriteriaStatementTest::show).toList();
    }

    private static String show(Predicate predicate) {
        String column = predicate.table() + "." + predicate.column();
        return (predicate.function().isEmpty() ? column : predicate.function() + "(" + column + ")") + " " + predicate.operator();
    }

    private static QueryShape shape(String statements) {
        return of("""
                List<Order> run(String text, boolean flag, Elsewhere somewhere) {
                    CriteriaBuilder cb = em.getCriteriaBuilder();
                    CriteriaQuery<Order> cq = cb.createQuery(Order.class);
                    Root<Order> root = cq.from(Order.class);
                    %s
                    return em.createQuery(cq).getResultList();
                }
                """.formatted(statements)).shape();
    }

    private static Query of(String methods) {
        String api = "jakarta.persistence.criteria.";
        String text = methods;
        for (String type : List.of("CriteriaBuilder", "CriteriaQuery", "Root", "Subquery", "Predicate", "Path", "JoinType")) {
            text = text.replaceAll("(?<![\\w.])" + type + "(?=[<\\s\\[.])", api + type);
        }
        return BoundCalls.of("interface Elsewhere { jakarta.persistence.criteria.Predicate predicate(Object root); }"
                + " class Orders { EntityManager em; " + text + " }").only();
    }
}
