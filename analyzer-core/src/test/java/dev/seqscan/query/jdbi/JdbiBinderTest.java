package dev.seqscan.query.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Operator;
import org.junit.jupiter.api.Test;

class JdbiBinderTest {

    private static final String V3 = "org.jdbi.v3.sqlobject.statement.";

    @Test
    void an_annotation_holds_the_text() {
        Query query = dao("@" + V3 + "SqlQuery(\"select * from orders where status = :status\")"
                + " List<Order> open(String status);", "dao.open(text)").only();
        assertThat(query.label()).isEqualTo("OrderDao.open");
        assertThat(query.rows()).isEqualTo(Rows.MANY);
        assertThat(query.shape().predicates()).extracting(each -> each.column()).containsExactly("status");
    }

    @Test
    void a_result_that_is_no_list_is_one_row() {
        assertThat(dao("@" + V3 + "SqlQuery(\"select * from orders where id = :id\") Optional<Order> byId(Long id);",
                "dao.byId(id)").only().rows()).isEqualTo(Rows.ONE);
    }

    @Test
    void a_batch_is_one_round_trip() {
        Query query = dao("@" + V3 + "SqlBatch(\"insert into orders (id) values (:id)\") void insert(List<Long> id);",
                "dao.insert(ids)").only();
        assertThat(query.acceptsMany()).isTrue();
        assertThat(query.shape().command()).isEqualTo(Command.INSERT);
        assertThat(query.advice().many()).contains("@SqlBatch");
    }

    @Test
    void a_list_that_is_bound_is_read_as_in() {
        Query query = dao("@" + V3 + "SqlQuery(\"select * from orders where id in (<ids>)\")"
                + " List<Order> byIds(@org.jdbi.v3.sqlobject.customizer.BindList(\"ids\") List<Long> ids);", "dao.byIds(ids)").only();
        assertThat(query.acceptsMany()).isTrue();
        assertThat(query.shape().predicates()).extracting(each -> each.operator()).containsExactly(Operator.IN);
    }

    @Test
    void a_text_that_lies_elsewhere_is_left_open() {
        Query query = dao("@" + V3 + "SqlUpdate void close(Long id);", "dao.close(id)").only();
        assertThat(query.writes()).isTrue();
        assertThat(query.shape().unknown()).isNotEmpty();
        assertThat(dao("@" + V3 + "SqlQuery(\"select <columns> from orders\") List<Order> all();", "dao.all()").only()
                .shape().unknown()).isNotEmpty();
    }

    @Test
    void abstract_classes_and_jdbi_2_declare_statements_too() {
        assertThat(BoundCalls.of("abstract class OrderDao { @org.skife.jdbi.v2.sqlobject.SqlUpdate(\"delete from orders where"
                + " id = :id\") abstract void delete(Long id); }" + service("dao.delete(id)")).only().writes()).isTrue();
    }

    @Test
    void each_version_has_annotations_of_its_own_for_lists() {
        assertThat(dao("@" + V3 + "SqlQuery(\"select * from orders where id = :id\") Order byId(Long id);", "dao.byId(id)").only()
                .advice().many()).contains("@BindList");
        assertThat(dao("@org.skife.jdbi.v2.sqlobject.SqlQuery(\"select * from orders where id = :id\") Order byId(Long id);",
                "dao.byId(id)").only().advice().many()).contains("@BindIn");
    }

    @Test
    void code_and_other_objects_send_nothing() {
        assertThat(dao("@org.jdbi.v3.sqlobject.transaction.Transaction default void both() { }"
                + " @org.jdbi.v3.sqlobject.CreateSqlObject OrderDao other();", "dao.both(); dao.other()").all()).isEmpty();
    }

    @Test
    void objects_come_from_handles_and_callbacks() {
        String byId = "@" + V3 + "SqlQuery(\"select * from orders where id = :id\") Order byId(Long id);";
        assertThat(dao(byId, "jdbi.onDemand(OrderDao.class).byId(id)").only().rows()).isEqualTo(Rows.ONE);
        assertThat(dao(byId, "jdbi.withExtension(OrderDao.class, each -> each.byId(id))").only().rows()).isEqualTo(Rows.ONE);
        assertThat(dao(byId, "jdbi.useHandle(handle -> handle.attach(OrderDao.class).byId(id))").only().rows())
                .isEqualTo(Rows.ONE);
    }

    @Test
    void the_last_call_of_a_chain_sends() {
        Query list = body("handle.createQuery(\"select * from orders where status = :s\").bind(\"s\", text).mapTo(String.class)"
                + ".list()").only();
        assertThat(list.rows()).isEqualTo(Rows.MANY);
        assertThat(list.shape().predicates()).extracting(each -> each.column()).containsExactly("status");
        assertThat(body("handle.createQuery(\"select 1\").mapTo(String.class).findOne()").only().rows()).isEqualTo(Rows.ONE);
        assertThat(body("handle.createUpdate(\"delete from orders where id = :id\").bind(\"id\", id).execute()").only().writes())
                .isTrue();
        assertThat(body("handle.execute(\"delete from orders\")").only().writes()).isTrue();
        assertThat(body("handle.createQuery(\"select 1\").bind(\"id\", id)").all()).isEmpty();
    }

    @Test
    void a_statement_of_a_handle_is_named_after_the_method_that_makes_it() {
        Query query = body("handle.createQuery(\"select 1\").mapTo(String.class).one()").only();
        assertThat(query.label()).isEqualTo("Service.run");
        assertThat(query.advice().many()).contains("bindList(..)");
    }

    @Test
    void definitions_touch_no_rows() {
        assertThat(body("handle.createUpdate(\"alter table orders detach partition old\").execute()").only().isOfRows())
                .isFalse();
        assertThat(body("handle.execute(\"lock table orders\")").only().isOfRows()).isFalse();
    }

    @Test
    void a_prepared_batch_is_sent_once_for_all() {
        Query query = body("var batch = handle.prepareBatch(\"insert into orders (id) values (:id)\");"
                + " for (Long each : ids) { batch.bind(\"id\", each).add(); } batch.execute()").only();
        assertThat(query.acceptsMany()).isTrue();
        assertThat(query.shape().command()).isEqualTo(Command.INSERT);
    }

    private static BoundCalls dao(String method, String call) {
        return BoundCalls.of("interface OrderDao { " + method + " }" + service(call));
    }

    private static BoundCalls body(String call) {
        return BoundCalls.of("interface OrderDao { }" + service(call));
    }

    private static String service(String call) {
        return " class Service { OrderDao dao; org.jdbi.v3.core.Jdbi jdbi; org.jdbi.v3.core.Handle handle;"
                + " void run(Long id, List<Long> ids, String text) throws Exception { " + call + "; } }";
    }
}
