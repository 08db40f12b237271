package dev.seqscan.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.QueryShape.Operator;
import org.junit.jupiter.api.Test;

class GivenPatternsTest {

    private static final String JPQL = "em.createQuery(\"select o from Order o where o.status like :status\", Order.class)";
    private static final String REPOSITORY = "interface Orders extends JpaRepository<Order, Long> {"
            + " @Query(\"select o from Order o where o.status like :status\") List<Order> named(String status);"
            + " @Query(\"select o from Order o where o.status like :s\") List<Order> renamed("
            + "@org.springframework.data.repository.query.Param(\"s\") String status);"
            + " @Query(\"select o from Order o where o.id > ?1 and o.status like ?2\") List<Order> numbered(Long id, String"
            + " status); }"
            + " class Service { Orders orders; void run(String text, Long id) { ";

    @Test
    void a_parameter_of_a_query_begins_with_a_wildcard() {
        assertThat(body(JPQL + ".setParameter(\"status\", \"%\" + text + \"%\").getResultList();"))
                .isEqualTo(Operator.LIKE_ANYWHERE);
        assertThat(body("String pattern = '%' + text; " + JPQL + ".setParameter(\"status\", pattern).getResultList();"))
                .isEqualTo(Operator.LIKE_ANYWHERE);
        assertThat(body(JPQL + ".setParameter(\"status\", text + \"%\").getResultList();")).isEqualTo(Operator.LIKE_PREFIX);
        assertThat(body(JPQL + ".setParameter(\"status\", text).getResultList();")).isEqualTo(Operator.LIKE_PARAMETER);
    }

    @Test
    void other_parameters_are_left_alone() {
        assertThat(body(JPQL + ".setParameter(\"other\", \"%\" + text).getResultList();")).isEqualTo(Operator.LIKE_PARAMETER);
    }

    @Test
    void native_queries_have_numbers() {
        assertThat(body("em.createNativeQuery(\"select * from orders where id > ?1 and status like ?2\")"
                + ".setParameter(1, \"%\" + text).setParameter(2, \"%\" + text).getResultList();"))
                .isEqualTo(Operator.LIKE_ANYWHERE);
        assertThat(body("em.createNativeQuery(\"select * from orders where id > ?1 and status like ?2\")"
                + ".setParameter(1, \"%\" + text).setParameter(2, text).getResultList();")).isEqualTo(Operator.LIKE_PARAMETER);
    }

    @Test
    void arguments_of_a_repository_have_names_and_numbers() {
        assertThat(call("orders.named(\"%\" + text + \"%\")")).isEqualTo(Operator.LIKE_ANYWHERE);
        assertThat(call("orders.renamed(\"%\" + text + \"%\")")).isEqualTo(Operator.LIKE_ANYWHERE);
        assertThat(call("orders.numbered(id, \"%\" + text)")).isEqualTo(Operator.LIKE_ANYWHERE);
        assertThat(call("orders.numbered(id, text)")).isEqualTo(Operator.LIKE_PARAMETER);
    }

    @Test
    void arguments_of_a_template_stand_in_the_order_of_the_question_marks() {
        assertThat(body("jdbc.queryForList(\"select * from orders where id > ? and status like ?\", id, \"%\" + text);"))
                .isEqualTo(Operator.LIKE_ANYWHERE);
        assertThat(body("jdbc.queryForList(\"select * from orders where a = '?' and id > ? and status like ?\", \"%\" + text,"
                + " text);"))
                .isEqualTo(Operator.LIKE_PARAMETER);
    }

    @Test
    void arguments_of_a_mapper_have_names() {
        assertThat(like(BoundCalls.of("interface OrderMapper { @org.apache.ibatis.annotations.Select(\"select * from orders"
                + " where status like #{status}\") List<Order> find(@org.apache.ibatis.annotations.Param(\"status\") String s); }"
                + " class Service { OrderMapper mapper; void run(String text) { mapper.find(\"%\" + text + \"%\"); } }")))
                .isEqualTo(Operator.LIKE_ANYWHERE);
    }

    private static Operator body(String body) {
        return like(BoundCalls.ofBody(body));
    }

    private static Operator call(String call) {
        return like(BoundCalls.of(REPOSITORY + call + "; } }"));
    }

    private static Operator like(BoundCalls calls) {
        return calls.only().shape().predicates().stream().filter(each -> each.column().equals("status")).findFirst()
                .orElseThrow().operator();
    }
}
