package dev.seqscan.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.schema.Column;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Table;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class MappingSchemaTest {

    private final Mapping shop = Mapping.of("@Entity class Customer { @Id Long id; @Column(unique = true) String mail; }",
            "@Entity @Table(name = \"orders\", indexes = @Index(name = \"ix\", columnList = \"status\")) class Order { "
                    + "@Id Long id; String status; @ManyToOne Customer customer; @ManyToMany Set<Product> products; "
                    + "@ElementCollection List<String> notes; }",
            "@Entity class Product { @Id String code; }");

    @Test
    void a_table_has_the_columns_keys_and_indexes_of_its_entity() {
        Table orders = tables(Product.POSTGRESQL).get("orders");

        assertThat(orders.columns()).extracting(Column::name).containsExactly("id", "status", "customer_id");
        assertThat(orders.source()).isEqualTo(Table.Source.MAPPING);
        assertThat(orders.foreignKeys()).singleElement().satisfies(key -> {
            assertThat(key.columns()).containsExactly("customer_id");
            assertThat(key.referencedTable()).isEqualTo("customer");
        });
        assertThat(indexes(orders)).containsExactly(index(Index.Origin.PRIMARY_KEY, "id"), index(Index.Origin.INDEX, "status"));
    }

    @Test
    void some_products_index_foreign_keys_by_themselves() {
        assertThat(indexes(tables(Product.MYSQL).get("orders")))
                .contains(index(Index.Origin.FOREIGN_KEY, "customer_id"));
    }

    @Test
    void a_unique_column_is_indexed() {
        assertThat(indexes(tables(Product.POSTGRESQL).get("customer")))
                .contains(index(Index.Origin.UNIQUE_CONSTRAINT, "mail"));
    }

    @Test
    void the_join_table_of_a_set_has_a_primary_key_and_that_of_a_bag_has_none() {
        Map<String, Table> tables = tables(Product.POSTGRESQL);

        assertThat(indexes(tables.get("orders_products")))
                .containsExactly(index(Index.Origin.PRIMARY_KEY, "order_id", "products_code"));
        assertThat(tables.get("orders_products").foreignKeys()).extracting(key -> key.referencedTable())
                .containsExactly("orders", "product");
        assertThat(tables.get("order_notes").columns()).extracting(Column::name).containsExactly("order_id", "notes");
        assertThat(indexes(tables.get("order_notes"))).isEmpty();
    }

    @Test
    void an_index_of_a_key_that_another_one_serves_is_not_made_twice() {
        assertThat(indexes(tables(Product.H2).get("orders_products"))).containsExactly(
                index(Index.Origin.PRIMARY_KEY, "order_id", "products_code"),
                index(Index.Origin.FOREIGN_KEY, "products_code"));
    }

    @Test
    void joined_tables_hold_their_own_columns_and_single_tables_all() {
        Mapping mapping = Mapping.of(
                "@Entity @Inheritance(strategy = InheritanceType.JOINED) class Payment { @Id Long id; int amount; }",
                "@Entity class CardPayment extends Payment { String number; }",
                "@Entity class Item { @Id Long id; }", "@Entity class Gift extends Item { String wrapping; }");
        Map<String, Table> tables = MappingSchema.tables(mapping.model(), Product.POSTGRESQL);

        assertThat(tables).containsOnlyKeys("payment", "card_payment", "item");
        assertThat(tables.get("card_payment").columns()).extracting(Column::name).containsExactly("id", "number");
        assertThat(tables.get("card_payment").foreignKeys()).extracting(key -> key.referencedTable()).containsExactly("payment");
        assertThat(tables.get("item").columns()).extracting(Column::name).containsExactlyInAnyOrder("id", "wrapping", "dtype");
    }

    @Test
    void foreign_keys_inside_embedded_values_are_seen() {
        Mapping mapping = Mapping.of("@Embeddable class Address { @ManyToOne Country country; }",
                "@Entity class Country { @Id String code; }", "@Entity class Customer { @Id Long id; Address home; }");

        assertThat(indexes(MappingSchema.tables(mapping.model(), Product.MARIADB).get("customer")))
                .contains(index(Index.Origin.FOREIGN_KEY, "country_code"));
    }

    @Test
    void the_tables_of_maps_and_ordered_lists_have_a_primary_key_with_the_key_or_place() {
        Mapping mapping = Mapping.of("@Entity class Order { @Id Long id; @ElementCollection Map<String, String> notes; "
                + "@ElementCollection @OrderColumn(name = \"pos\") List<String> steps; }");
        Map<String, Table> tables = MappingSchema.tables(mapping.model(), Product.POSTGRESQL);

        assertThat(indexes(tables.get("order_notes"))).containsExactly(index(Index.Origin.PRIMARY_KEY, "order_id", "notes_key"));
        assertThat(indexes(tables.get("order_steps"))).containsExactly(index(Index.Origin.PRIMARY_KEY, "order_id", "pos"));
    }

    @Test
    void a_one_to_many_with_a_join_column_puts_it_into_the_other_table() {
        Mapping mapping = Mapping.of("@Entity class Order { @Id Long id; @OneToMany @JoinColumn(name = \"order_id\") "
                + "List<OrderLine> lines; }", "@Entity class OrderLine { @Id Long id; }");

        assertThat(MappingSchema.tables(mapping.model(), Product.POSTGRESQL).get("order_line").foreignKeys())
                .singleElement().satisfies(key -> assertThat(key.referencedTable()).isEqualTo("order"));
    }

    private Map<String, Table> tables(Product product) {
        return MappingSchema.tables(shop.model(), product);
    }

    private static List<Tuple> indexes(Table table) {
        return table.indexes().stream().map(each -> Tuple.tuple(each.origin(), each.leadingColumns())).toList();
    }

    private static Tuple index(Index.Origin origin, String... columns) {
        return Tuple.tuple(origin, List.of(columns));
    }
}
