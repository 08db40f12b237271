package dev.seqscan.query.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
import org.junit.jupiter.api.Test;

class AnnotatedSqlBinderTest {

    private static final String BY_STATUS = "@Statement(\"select * from orders where status = :status\") List<String> open(String status);";

    @Test
    void an_annotation_of_any_library_may_hold_the_statement() {
        Query query = dao(BY_STATUS, "dao.open(text)").only();
        assertThat(query.label()).isEqualTo("OrderDao.open");
        assertThat(query.kind()).isEqualTo(Query.Kind.SQL);
        assertThat(query.rows()).isEqualTo(Rows.MANY);
        assertThat(query.shape().predicates()).extracting(each -> each.column()).containsExactly("status");
    }

    @Test
    void a_result_that_is_no_list_is_one_row() {
        assertThat(dao("@Statement(\"select name from customer where id = #{id}\") Optional<String> name(Long id);",
                "dao.name(id)").only().rows()).isEqualTo(Rows.ONE);
    }

    @Test
    void the_text_may_be_a_constant_in_parts_and_have_comments() {
        Query query = dao("String COLUMNS = \"id, status\"; @Statement(sql = {\"/* open */ select\", COLUMNS, \"from orders where id = ?\"})"
                + " String byId(Long id);", "dao.byId(id)").only();
        assertThat(query.shape().predicates()).extracting(each -> each.column()).containsExactly("id");
    }

    @Test
    void writes_give_no_rows_and_take_lists_as_batches() {
        Query query = dao("@Statement(\"insert into orders (id) values (:id)\") int insert(List<Long> id);", "dao.insert(ids)").only();
        assertThat(query.rows()).isEqualTo(Rows.NONE);
        assertThat(query.acceptsMany()).isTrue();
        assertThat(dao("@Statement(\"delete from orders where id = :id\") int delete(Long id);", "dao.delete(id)").only()
                .acceptsMany()).isFalse();
        assertThat(dao("@Statement(\"select * from orders where id in (:ids)\") List<String> all(List<Long> ids);", "dao.all(ids)")
                .only().acceptsMany()).isTrue();
    }

    @Test
    void what_the_parser_does_not_know_is_sent_too_once_the_annotation_is_known() {
        Query query = dao(BY_STATUS + " @Statement(\"update orders set set set status = 1\") int odd();", "dao.odd()").only();
        assertThat(query.shape().command()).isEqualTo(Command.UPDATE);
        assertThat(query.shape().unknown()).isNotEmpty();
    }

    @Test
    void a_statement_of_entities_is_read_as_such() {
        Query query = dao("@Statement(\"select o from Order o where o.customer.id = :id\") List<Order> of(Long id);", "dao.of(id)").only();
        assertThat(query.kind()).isEqualTo(Query.Kind.JPQL);
        assertThat(query.entity()).isEqualTo("shop.Order");
    }

    @Test
    void sentences_are_no_statements() {
        assertThat(dao("@Statement(\"Select the user\") String one(); @Statement(\"Delete user\") void two();"
                + " @Statement(\"Select a product from the list\") void three(); @Statement(\"update\") void four();",
                "dao.one(); dao.two(); dao.three(); dao.four()").all()).isEmpty();
    }

    @Test
    void methods_that_a_class_implements_and_those_with_code_are_code() {
        assertThat(BoundCalls.of("@interface Statement { String[] value() default {}; String[] sql() default {}; } interface OrderDao { "
                + BY_STATUS + " } class Plain implements OrderDao { public List<String> open(String status) { return null; } }"
                + service("dao.open(text)")).all()).isEmpty();
        assertThat(dao("@Statement(\"select * from orders where id = 1\") default void both() { }", "dao.both()").all()).isEmpty();
    }

    @Test
    void a_text_that_is_handed_to_the_caller_is_not_sent() {
        assertThat(dao("@Statement(value = \"update orders set status = :status\", type = Type.TEMPLATE) String text();",
                "dao.text()").all()).isEmpty();
    }

    @Test
    void frameworks_with_a_binder_keep_their_annotations() {
        Query query = BoundCalls.of("interface Orders extends JpaRepository<Order, Long> {"
                + " @org.springframework.data.jpa.repository.Query(\"select o from Order o where o.status = :status\") List<Order> open(String status); }"
                + " class Service { Orders orders; void run(String text) { orders.open(text); } }").only();
        assertThat(query.label()).isEqualTo("Orders.open");
        assertThat(query.advice().fetch()).isNotEmpty();
        assertThat(BoundCalls.of("interface Plain { @org.springframework.data.jpa.repository.Query(\"select * from orders where id = 1\")"
                + " String open(); } class Service { Plain plain; void run() { plain.open(); } }").all()).isEmpty();
    }

    private static BoundCalls dao(String methods, String calls) {
        return BoundCalls.of("enum Type { TEMPLATE } @interface Statement { String[] value() default {}; String[] sql() default {};"
                + " Type type() default Type.TEMPLATE; } interface OrderDao { " + methods + " }" + service(calls));
    }

    private static String service(String calls) {
        return " class Service { OrderDao dao; void run(Long id, List<Long> ids, String text) { " + calls + "; } }";
    }
}
