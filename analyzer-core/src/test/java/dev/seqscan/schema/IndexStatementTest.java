package dev.seqscan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndexStatementTest {

    private static final Index.Part LOWER = new Index.Part("", "lower(email)", false);

    @Test
    void the_index_is_named_after_table_and_columns() {
        assertThat(create(Product.POSTGRESQL, Index.Part.of("status"), new Index.Part("created_at", "", true)))
                .contains("CREATE INDEX idx_orders_status_created_at ON orders (status, created_at DESC)");
    }

    @Test
    void a_long_name_is_cut() {
        Index.Part part = Index.Part.of("the_day_on_which_the_customer_was_told_that_it_will_take_longer");
        assertThat(create(Product.POSTGRESQL, part).orElseThrow()).matches("CREATE INDEX idx_\\w{56} ON orders \\(.*\\)");
    }

    @Test
    void reserved_words_and_odd_names_are_quoted_as_the_product_does() {
        assertThat(create(Product.MYSQL, Index.Part.of("key"))).contains("CREATE INDEX idx_orders_key ON orders (`key`)");
        assertThat(create(Product.SQLSERVER, Index.Part.of("order"))).contains("CREATE INDEX idx_orders_order ON orders ([order])");
        assertThat(create(Product.ORACLE, Index.Part.of("e-mail"))).contains("CREATE INDEX idx_orders_e_mail ON orders (\"e-mail\")");
    }

    @Test
    void an_expression_is_written_as_the_product_takes_it() {
        assertThat(create(Product.POSTGRESQL, LOWER)).contains("CREATE INDEX idx_orders_lower_email ON orders (lower(email))");
        assertThat(create(Product.MYSQL, LOWER)).contains("CREATE INDEX idx_orders_lower_email ON orders ((lower(email)))");
    }

    @Test
    void some_products_index_no_expressions() {
        assertThat(create(Product.MARIADB, LOWER)).isEmpty();
        assertThat(create(Product.H2, Index.Part.of("status"), LOWER)).isEmpty();
    }

    @Test
    void prefixes_need_an_operator_class_on_postgresql() {
        List<Index.Part> name = List.of(Index.Part.of("name"));
        assertThat(IndexStatement.create(Product.POSTGRESQL, orders(), name, Set.of("name")))
                .contains("CREATE INDEX idx_orders_name ON orders (name text_pattern_ops)");
        assertThat(IndexStatement.create(Product.MYSQL, orders(), name, Set.of("name")))
                .contains("CREATE INDEX idx_orders_name ON orders (name)");
    }

    @Test
    void mysql_indexes_the_beginning_of_long_texts() {
        assertThat(create(Product.MYSQL, Index.Part.of("note"))).contains("CREATE INDEX idx_orders_note ON orders (note(100))");
        assertThat(create(Product.POSTGRESQL, Index.Part.of("note"))).contains("CREATE INDEX idx_orders_note ON orders (note)");
    }

    private static Optional<String> create(Product product, Index.Part... parts) {
        return IndexStatement.create(product, orders(), List.of(parts), Set.of());
    }

    private static Table orders() {
        Place place = new Place("V1__orders.sql", Span.ofLine(1));
        List<Column> columns = List.of(new Column("note", "text", true, place), new Column("name", "varchar", true, place));
        return new Table("orders", Table.Kind.TABLE, columns, List.of(), List.of(), 0, Table.Source.MIGRATION, place);
    }
}
