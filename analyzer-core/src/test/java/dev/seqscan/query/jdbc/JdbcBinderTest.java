package dev.seqscan.query.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Paging.Form;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
import org.junit.jupiter.api.Test;

class JdbcBinderTest {

    @Test
    void a_template_takes_its_text_first() {
        Query query = ofBody("jdbc.query(\"select * from orders where status = ?\", (rs, i) -> rs.getString(1), text);");
        assertThat(query.label()).isEqualTo("JdbcTemplate.query");
        assertThat(query.text()).isEqualTo("select * from orders where status = ?");
        assertThat(query.rows()).isEqualTo(Rows.MANY);
        assertThat(query.entity()).isEmpty();
        assertThat(query.shape().predicates()).extracting(each -> each.table(), each -> each.column())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("orders", "status"));
    }

    @Test
    void methods_for_one_row_yield_one() {
        assertThat(ofBody("jdbc.queryForObject(\"select name from customer where id = ?\", String.class, id);").rows())
                .isEqualTo(Rows.ONE);
        assertThat(ofBody("named.queryForMap(\"select * from customer where id = :id\", Map.of(\"id\", id));").rows())
                .isEqualTo(Rows.ONE);
    }

    @Test
    void changes_write_and_batches_take_many() {
        Query update = ofBody("jdbc.update(\"update orders set status = ? where id = ?\", text, id);");
        assertThat(update.writes()).isTrue();
        assertThat(update.rows()).isEqualTo(Rows.NONE);
        assertThat(update.acceptsMany()).isFalse();
        assertThat(ofBody("jdbc.batchUpdate(\"insert into orders (id) values (?)\", List.of());").acceptsMany()).isTrue();
    }

    @Test
    void a_change_whose_text_is_not_known_still_writes() {
        assertThat(ofBody("jdbc.update(text);").writes()).isTrue();
        assertThat(ofBody("jdbc.execute(text);").writes()).isFalse();
    }

    @Test
    void a_statement_creator_holds_the_text() {
        Query query = ofBody("jdbc.update(con -> { PreparedStatement ps = con.prepareStatement(\"insert into orders (id)"
                + " values (?)\", 1); return ps; }, null);");
        assertThat(query.shape().command()).isEqualTo(Command.INSERT);
    }

    @Test
    void the_client_sends_with_the_last_call_of_its_chain() {
        Query query = ofBody("client.sql(\"select * from orders order by id limit :n offset :o\").param(\"n\", 20)"
                + ".param(\"o\", page).query(String.class).list();");
        assertThat(query.rows()).isEqualTo(Rows.MANY);
        assertThat(query.paging().form()).isEqualTo(Form.OFFSET);
        assertThat(ofBody("client.sql(\"delete from orders where id = ?\").param(id).update();").writes()).isTrue();
        assertThat(ofBody("client.sql(\"select * from orders where id = ?\").param(id).query(String.class).optional();")
                .rows()).isEqualTo(Rows.ONE);
    }

    @Test
    void a_prepared_statement_is_followed_to_its_text() {
        Query query = ofBody("String sql = \"select * from orders\"; if (flag) { sql += \" where status = ?\"; }"
                + " try (PreparedStatement ps = connection.prepareStatement(sql)) { ps.setString(1, text);"
                + " try (ResultSet rs = ps.executeQuery()) { while (rs.next()) { } } }");
        assertThat(query.label()).isEqualTo("PreparedStatement.executeQuery");
        assertThat(query.shape().predicates()).singleElement().satisfies(predicate -> {
            assertThat(predicate.column()).isEqualTo("status");
            assertThat(predicate.optional()).isTrue();
        });
    }

    @Test
    void a_batch_is_sent_once_for_all() {
        Query query = ofBody("PreparedStatement ps = connection.prepareStatement(\"insert into orders (id) values (?)\");"
                + " for (Long each : ids) { ps.setLong(1, each); ps.addBatch(); } ps.executeBatch();");
        assertThat(query.acceptsMany()).isTrue();
        assertThat(query.shape().command()).isEqualTo(Command.INSERT);
    }

    @Test
    void a_plain_statement_takes_its_text_with_the_call() {
        Query query = ofBody("connection.createStatement().executeQuery(\"select * from orders where id = \" + id);");
        assertThat(query.text()).isEqualTo("select * from orders where id = ?!");
        assertThat(query.shape().unknown()).isEmpty();
        assertThat(query.shape().predicates()).extracting(each -> each.column()).containsExactly("id");
    }

    @Test
    void a_table_name_that_is_put_together_is_not_claimed() {
        Query query = ofBody("jdbc.queryForList(\"select * from \" + text + \" where id = ?\", id);");
        assertThat(query.shape().unknown()).isNotEmpty();
        assertThat(query.shape().roots()).extracting(each -> each.table()).containsOnly("");
    }

    @Test
    void a_list_with_a_comma_too_much_is_still_read() {
        Query query = ofBody("StringBuilder sql = new StringBuilder(\"select * from orders where id in (\");"
                + " for (Long each : ids) { sql.append(\"?,\"); } sql.deleteCharAt(sql.length() - 1); sql.append(\")\");"
                + " jdbc.queryForList(sql.toString(), ids.toArray());");
        assertThat(query.shape().predicates()).extracting(each -> each.column()).containsExactly("id");
        assertThat(query.shape().unknown()).isEmpty();
    }

    @Test
    void of_two_conditions_the_first_is_read_and_the_rest_said_to_be_open() {
        Query query = ofBody("String sql = \"select * from orders where \"; if (flag) { sql += \"status = ?\"; }"
                + " else { sql += \"total = ?\"; } jdbc.queryForList(sql, text);");
        assertThat(query.shape().predicates()).extracting(each -> each.column()).containsExactly("status");
        assertThat(query.shape().unknown()).containsExactly("the text has several variants");
    }

    @Test
    void an_insert_object_knows_its_table() {
        Query query = BoundCalls.of("class Dao { private final SimpleJdbcInsert insert;"
                + " Dao(JdbcTemplate jdbc) { this.insert = new SimpleJdbcInsert(jdbc).withTableName(\"orders\"); }"
                + " void run(Map<String, Object> row) { insert.execute(row); } }").only();
        assertThat(query.shape().command()).isEqualTo(Command.INSERT);
        assertThat(query.shape().roots()).extracting(each -> each.table()).containsExactly("orders");
    }

    @Test
    void one_row_is_one_row_by_limit_or_aggregate() {
        assertThat(ofBody("jdbc.queryForList(\"select id from orders limit 1\");").rows()).isEqualTo(Rows.ONE);
        assertThat(ofBody("jdbc.queryForList(\"select count(*) from orders\");").rows()).isEqualTo(Rows.ONE);
    }

    private static Query ofBody(String body) {
        return BoundCalls.ofBody(body).only();
    }
}
