package dev.seqscan.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Migrations;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndexUseTest {

    private static final Predicate STATUS = is("status");
    private static final Predicate EMAIL = is("email");

    @Test
    void a_composite_index_serves_its_leading_column_only() {
        Table table = orders("create index i on orders (status, email);");
        assertThat(serves(table, STATUS)).isTrue();
        assertThat(serves(table, EMAIL)).isFalse();
    }

    @Test
    void an_index_that_queries_may_not_use_serves_nothing() {
        assertThat(serves(orders("create index i on orders (status) invisible;"), STATUS)).isFalse();
        assertThat(serves(orders("create index i on orders (status); alter index i invisible;"), STATUS)).isFalse();
        assertThat(serves(orders("create index i on orders (status); alter index i unusable;"), STATUS)).isFalse();
        assertThat(serves(orders("create index i on orders (status); alter table orders alter index i invisible;"), STATUS))
                .isFalse();
        assertThat(serves(orders("create index i on orders (status) ignored;"), STATUS)).isFalse();
    }

    @Test
    void an_index_that_is_shown_again_serves() {
        assertThat(serves(orders("create index i on orders (status) visible;"), STATUS)).isTrue();
        Table shown = orders("create index i on orders (status) invisible; alter table orders alter index i visible;");
        assertThat(serves(shown, STATUS)).isTrue();
        Table kept = orders("create index i on orders (status); alter table orders alter index i not ignored;");
        assertThat(serves(kept, STATUS)).isTrue();
    }

    @Test
    void an_index_by_characters_finds_values_but_no_ranges_and_gives_no_order() {
        Table table = orders("create index i on orders (email text_pattern_ops);");
        assertThat(serves(table, EMAIL)).isTrue();
        assertThat(serves(table, predicate("email", Operator.RANGE, ""))).isFalse();
        assertThat(IndexUse.ordering(table, Set.of(), List.of("email"))).isEmpty();
        Table plain = orders("create index i on orders (email);");
        assertThat(serves(plain, predicate("email", Operator.RANGE, ""))).isTrue();
        assertThat(IndexUse.ordering(plain, Set.of(), List.of("email"))).isPresent();
    }

    @Test
    void the_primary_key_serves() {
        assertThat(serves(orders(""), is("id"))).isTrue();
    }

    @Test
    void inequality_is_not_searched() {
        Table table = orders("create index i on orders (status);");
        assertThat(serves(table, predicate("status", Operator.NOT_EQUAL, ""))).isFalse();
        assertThat(serves(table, predicate("status", Operator.LIKE_ANYWHERE, ""))).isFalse();
        assertThat(serves(table, predicate("status", Operator.RANGE, ""))).isTrue();
    }

    @Test
    void a_pattern_that_is_not_known_may_be_searched() {
        assertThat(serves(orders("create index i on orders (email);"), predicate("email", Operator.LIKE_PARAMETER, ""))).isTrue();
    }

    @Test
    void a_function_needs_an_index_on_the_expression() {
        Predicate lower = predicate("email", Operator.EQUAL, "lower");
        assertThat(serves(orders("create index i on orders (email);"), lower)).isFalse();
        Table table = orders("create index i on orders (lower(email));");
        assertThat(serves(table, lower)).isTrue();
        assertThat(serves(table, EMAIL)).isFalse();
    }

    @Test
    void a_partial_index_serves_where_its_condition_is_asked_for() {
        Table table = orders("create index i on orders (email) where status = 'OPEN';");
        assertThat(serves(table, EMAIL)).isFalse();
        assertThat(IndexUse.isServed(table, EMAIL, List.of(EMAIL, STATUS))).isTrue();
    }

    @Test
    void a_partial_index_of_a_value_does_not_serve_a_range_of_values() {
        Table table = orders("create index i on orders (email) where status = 'OPEN';");
        for (Operator other : List.of(Operator.RANGE, Operator.NOT_EQUAL, Operator.LIKE_ANYWHERE, Operator.IS_NOT_NULL)) {
            assertThat(IndexUse.isServed(table, EMAIL, List.of(EMAIL, predicate("status", other, "")))).as("%s", other).isFalse();
        }
    }

    @Test
    void a_partial_index_holds_the_rows_of_its_condition() {
        Predicate open = new Predicate("orders", "status", "status", Operator.EQUAL, "", false, 0, Value.CONSTANT, Clause.WHERE);
        assertThat(serves(orders("create index i on orders (created_at) where status = 'OPEN';"), open)).isTrue();
        assertThat(serves(orders("create index i on orders (created_at) where status IN ('OPEN', 'NEW');"), open)).isTrue();
        assertThat(serves(orders("create index i on orders (created_at) where (status is null);"),
                predicate("status", Operator.IS_NULL, ""))).isTrue();
    }

    @Test
    void a_partial_index_does_not_hold_the_rows_of_another_condition() {
        Table table = orders("create index i on orders (created_at) where status <> 'OPEN' and email is not null;");
        assertThat(serves(table, STATUS)).isFalse();
        assertThat(serves(table, EMAIL)).isFalse();
        assertThat(serves(table, predicate("email", Operator.IS_NULL, ""))).isFalse();
        assertThat(serves(orders("create index i on orders (created_at) where status is null;"), STATUS)).isFalse();
        assertThat(serves(orders("create index i on orders (created_at) where status = 'OPEN';"), STATUS))
                .as("a parameter may ask for any status").isFalse();
    }

    @Test
    void a_hash_finds_equal_values_only() {
        Table table = orders("create index i on orders using hash (email);");
        assertThat(serves(table, EMAIL)).isTrue();
        assertThat(serves(table, predicate("email", Operator.RANGE, ""))).isFalse();
    }

    @Test
    void innodb_makes_a_btree_of_a_hash() {
        Table table = orders("create index i on orders (email) using hash;", Product.MYSQL);
        assertThat(serves(table, predicate("email", Operator.RANGE, ""))).isTrue();
    }

    @Test
    void an_index_on_small_letters_does_not_find_large_ones() {
        Table table = orders("create index i on orders (lower(email));");
        assertThat(serves(table, predicate("email", Operator.EQUAL, "upper"))).isFalse();
        assertThat(serves(table, predicate("email", Operator.EQUAL, "cast"))).isTrue();
    }

    @Test
    void an_index_of_another_kind_needs_no_leading_column() {
        Table table = orders("create index i on orders using gin (status, email gin_trgm_ops);");
        assertThat(serves(table, predicate("email", Operator.LIKE_ANYWHERE, "ilike"))).isTrue();
    }

    @Test
    void an_index_gives_the_order_of_its_columns() {
        Table table = orders("create index i on orders (status, created_at, id);");
        assertThat(orders(table, Set.of("status"), "created_at", "id")).isTrue();
        assertThat(orders(table, Set.of("status"), "created_at")).isTrue();
        assertThat(orders(table, Set.of("status"), "status", "created_at")).isTrue();
        assertThat(orders(table, Set.of(), "status", "created_at")).isTrue();
    }

    @Test
    void columns_that_are_not_pinned_break_the_order() {
        Table table = orders("create index i on orders (status, email, created_at);");
        assertThat(orders(table, Set.of(), "created_at")).isFalse();
        assertThat(orders(table, Set.of("status"), "created_at")).isFalse();
        assertThat(orders(table, Set.of("email"), "status", "created_at")).isTrue();
    }

    @Test
    void a_partial_index_gives_no_order() {
        assertThat(orders(orders("create index i on orders (created_at) where status = 'OPEN';"), Set.of(), "created_at")).isFalse();
    }

    private static boolean serves(Table table, Predicate predicate) {
        return IndexUse.isServed(table, predicate, List.of(predicate));
    }

    private static boolean orders(Table table, Set<String> pinned, String... keys) {
        return IndexUse.ordering(table, pinned, List.of(keys)).map(Index::name).filter("i"::equals).isPresent();
    }

    private static Predicate is(String column) {
        return predicate(column, Operator.EQUAL, "");
    }

    private static Predicate predicate(String column, Operator operator, String function) {
        return new Predicate("orders", column, column, operator, function, false, 0, Value.PARAMETER, Clause.WHERE);
    }

    private static Table orders(String index) {
        return orders(index, Product.POSTGRESQL);
    }

    private static Table orders(String index, Product product) {
        String create = "create table orders (id bigint primary key, status text, email text, created_at timestamp);\n";
        TextFile script = new TextFile("db/migration/V1__orders.sql", create + index);
        return new Migrations(List.of(), Map.of(), product, new Notices()).schemas(List.of(script)).get(0)
                .table("orders").orElseThrow();
    }
}
