package dev.seqscan.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.entity.Association.Cardinality;
import dev.seqscan.entity.Association.Container;
import dev.seqscan.entity.Association.FetchMode;
import dev.seqscan.entity.Association.FetchType;
import org.junit.jupiter.api.Test;

class AssociationReaderTest {

    private static final String CUSTOMER = "@Entity class Customer { @Id Long id; @OneToMany(mappedBy = \"customer\", "
            + "cascade = CascadeType.ALL) Set<Order> orders; }";
    private static final String PRODUCT = "@Entity @Table(name = \"products\") class Product { @Id String code; }";

    @Test
    void fetch_types_are_eager_to_one_and_lazy_to_many_unless_stated() {
        Mapping mapping = Mapping.of(CUSTOMER,
                "@Entity class Order { @Id Long id; @ManyToOne Customer customer; @ManyToOne(fetch = FetchType.LAZY, "
                        + "optional = false) Customer payer; @ElementCollection(fetch = FetchType.EAGER) List<String> notes; }");

        assertThat(mapping.association("Customer", "orders").fetch()).isEqualTo(FetchType.LAZY);
        assertThat(mapping.association("Order", "customer").fetch()).isEqualTo(FetchType.EAGER);
        assertThat(mapping.association("Order", "customer").explicitFetch()).isFalse();
        assertThat(mapping.association("Order", "payer").fetch()).isEqualTo(FetchType.LAZY);
        assertThat(mapping.association("Order", "payer").explicitFetch()).isTrue();
        assertThat(mapping.association("Order", "payer").optional()).isFalse();
        assertThat(mapping.association("Order", "notes").fetch()).isEqualTo(FetchType.EAGER);
    }

    @Test
    void hibernates_annotations_decide_the_fetch_type() {
        Mapping mapping = Mapping.of(CUSTOMER, "@Entity class Order { @Id Long id; "
                + "@ManyToOne(fetch = FetchType.LAZY) @NotFound(action = NotFoundAction.IGNORE) Customer customer; "
                + "@OneToMany(mappedBy = \"order\") @LazyCollection(LazyCollectionOption.FALSE) List<OrderLine> lines; "
                + "@OneToMany(mappedBy = \"order\", fetch = FetchType.EAGER) @Fetch(FetchMode.SUBSELECT) List<OrderLine> all; "
                + "@ManyToOne(fetch = FetchType.LAZY) @Fetch(FetchMode.JOIN) Customer payer; }",
                "@Entity class OrderLine { @Id Long id; @ManyToOne Order order; }");

        assertThat(mapping.association("Order", "customer").fetch()).isEqualTo(FetchType.EAGER);
        assertThat(mapping.association("Order", "lines").fetch()).isEqualTo(FetchType.EAGER);
        assertThat(mapping.association("Order", "all").fetchMode()).isEqualTo(FetchMode.SUBSELECT);
        assertThat(mapping.association("Order", "payer").fetch()).isEqualTo(FetchType.EAGER);
    }

    @Test
    void the_inverse_side_is_loaded_by_the_columns_of_the_owning_side() {
        Mapping mapping = Mapping.of(CUSTOMER,
                "@Entity class Order { @Id Long id; @ManyToOne @JoinColumn(name = \"buyer_id\") Customer customer; }");

        Association orders = mapping.association("Customer", "orders");
        assertThat(orders.cardinality()).isEqualTo(Cardinality.ONE_TO_MANY);
        assertThat(orders.target()).isEqualTo("com.shop.Order");
        assertThat(orders.mappedBy()).isEqualTo("customer");
        assertThat(orders.joinColumns()).containsExactly("buyer_id");
        assertThat(orders.joinTable()).isEmpty();
        assertThat(orders.container()).isEqualTo(Container.SET);
        assertThat(orders.cascadesRemove()).isTrue();
    }

    @Test
    void a_constant_of_the_generated_metamodel_names_the_owning_attribute() {
        Mapping mapping = Mapping.of("@Entity class Order { @Id Long id; @OneToMany(mappedBy = OrderLine_.PARENT_ORDER) "
                + "List<OrderLine> lines; }", "@Entity class OrderLine { @Id Long id; @ManyToOne Order parentOrder; }");

        assertThat(mapping.association("Order", "lines").mappedBy()).isEqualTo("parentOrder");
        assertThat(mapping.association("Order", "lines").joinColumns()).containsExactly("parent_order_id");
    }

    @Test
    void an_owning_attribute_that_does_not_exist_is_a_notice() {
        Mapping mapping = Mapping.of("@Entity class Order { @Id Long id; @OneToMany(mappedBy = \"ordr\") List<OrderLine> lines; }",
                "@Entity class OrderLine { @Id Long id; @ManyToOne Order order; }");

        assertThat(mapping.association("Order", "lines").joinColumns()).isEmpty();
        assertThat(mapping.notices.all()).singleElement()
                .satisfies(notice -> assertThat(notice.reason()).contains("no attribute ordr"));
    }

    @Test
    void a_one_to_many_of_one_side_has_a_join_column_or_a_join_table() {
        Mapping mapping = Mapping.of(PRODUCT, "@Entity @Table(name = \"orders\") class Order { @Id Long id; "
                + "@OneToMany @JoinColumn(name = \"order_fk\") List<Product> gifts; @OneToMany List<Product> extraItems; }");

        assertThat(mapping.association("Order", "gifts").joinColumns()).containsExactly("order_fk");
        assertThat(mapping.association("Order", "gifts").joinTable()).isEmpty();
        Association extras = mapping.association("Order", "extraItems");
        assertThat(extras.joinTable()).isEqualTo("orders_extra_items");
        assertThat(extras.joinColumns()).containsExactly("order_id");
        assertThat(extras.elementColumns()).containsExactly("extra_items_code");
        assertThat(mapping.naming(NamingStrategy.JPA).association("Order", "extraItems").joinTable())
                .isEqualTo("orders_products");
    }

    @Test
    void the_two_sides_of_a_many_to_many_share_a_table_from_both_ends() {
        Mapping mapping = Mapping.of(
                "@Entity class Order { @Id Long id; @ManyToMany Set<Label> labels; }",
                "@Entity class Label { @Id Long id; @ManyToMany(mappedBy = \"labels\") Collection<? extends Order> taggedOrders; }");

        Association owning = mapping.association("Order", "labels");
        Association inverse = mapping.association("Label", "taggedOrders");
        assertThat(owning.joinTable()).isEqualTo("order_labels").isEqualTo(inverse.joinTable());
        assertThat(owning.joinColumns()).containsExactly("tagged_orders_id").isEqualTo(inverse.elementColumns());
        assertThat(owning.elementColumns()).containsExactly("labels_id").isEqualTo(inverse.joinColumns());
        assertThat(inverse.target()).isEqualTo("com.shop.Order");
    }

    @Test
    void a_stated_join_table_names_its_columns() {
        Mapping mapping = Mapping.of(PRODUCT, "@Entity class Order { @Id Long id; @ManyToMany @JoinTable(name = \"op\", "
                + "joinColumns = @JoinColumn(name = \"o\"), inverseJoinColumns = @JoinColumn(name = \"p\")) "
                + "List<Product> products; }");

        Association products = mapping.association("Order", "products");
        assertThat(products.joinTable()).isEqualTo("op");
        assertThat(products.joinColumns()).containsExactly("o");
        assertThat(products.elementColumns()).containsExactly("p");
    }

    @Test
    void element_collections_have_a_table_of_their_own() {
        Mapping mapping = Mapping.of("@Embeddable class Note { String text; }", "@Entity(name = \"Purchase\") class Order { "
                + "@Id Long id; @ElementCollection Map<String, Note> notes; @ElementCollection @CollectionTable(name = \"tags\", "
                + "joinColumns = @JoinColumn(name = \"oid\")) @Column(name = \"tag\") Set<String> tags; }");

        Association notes = mapping.association("Order", "notes");
        assertThat(notes.target()).isEqualTo("com.shop.Note");
        assertThat(notes.joinTable()).isEqualTo("purchase_notes");
        assertThat(notes.joinColumns()).containsExactly("purchase_id");
        assertThat(notes.elementColumns()).containsExactly("text");
        assertThat(notes.container()).isEqualTo(Container.MAP);
        Association tags = mapping.association("Order", "tags");
        assertThat(tags.target()).isEqualTo("java.lang.String");
        assertThat(tags.joinColumns()).containsExactly("oid");
        assertThat(tags.elementColumns()).containsExactly("tag");
    }

    @Test
    void the_element_type_of_a_collection_class_of_the_program_is_found() {
        Mapping mapping = Mapping.of("class Lines<T> extends ArrayList<T> { }", "class OrderLines extends Lines<OrderLine> { }",
                "@Entity class Order { @Id Long id; @OneToMany(mappedBy = \"order\") OrderLines lines; "
                        + "@OneToMany(mappedBy = \"order\", targetEntity = OrderLine.class) List raw; "
                        + "@OneToMany List unknown; }",
                "@Entity class OrderLine { @Id Long id; @ManyToOne Order order; }");

        assertThat(mapping.association("Order", "lines").target()).isEqualTo("com.shop.OrderLine");
        assertThat(mapping.association("Order", "raw").target()).isEqualTo("com.shop.OrderLine");
        assertThat(mapping.association("Order", "unknown").target()).isEmpty();
    }

    @Test
    void foreign_keys_to_composite_identifiers_have_several_columns() {
        Mapping mapping = Mapping.of("@Embeddable class LineId { Long orderId; int position; }",
                "@Entity class OrderLine { @EmbeddedId LineId id; @ManyToOne @MapsId(\"orderId\") Order parent; }",
                "@Entity class Order { @Id Long id; }",
                "@Entity class Delivery { @Id Long id; @ManyToOne OrderLine line; @ManyToOne @JoinColumns({"
                        + "@JoinColumn(name = \"o\", referencedColumnName = \"parent_id\"), "
                        + "@JoinColumn(name = \"p\", referencedColumnName = \"position\")}) OrderLine other; }");

        assertThat(((Attribute.Embedded) mapping.entity("OrderLine").attribute("id").orElseThrow()).columns())
                .containsEntry("orderId", "parent_id").containsEntry("position", "position");
        assertThat(mapping.association("Delivery", "line").joinColumns()).containsExactly("line_parent_id", "line_position");
        assertThat(mapping.association("Delivery", "other").joinColumns()).containsExactly("o", "p");
    }

    @Test
    void a_shared_primary_key_has_the_column_of_the_association() {
        Mapping mapping = Mapping.of("@Entity class Customer { @Id Long id; @OneToOne(mappedBy = \"customer\", "
                + "fetch = FetchType.LAZY) Profile profile; }",
                "@Entity class Profile { @Id Long id; @OneToOne @MapsId Customer customer; }",
                "@Entity class Badge { @Id Long badgeId; @OneToOne @PrimaryKeyJoinColumn Customer customer; }");

        assertThat(mapping.column("Profile", "id")).isEqualTo("customer_id");
        assertThat(mapping.association("Badge", "customer").joinColumns()).containsExactly("badge_id");
        assertThat(mapping.association("Customer", "profile").joinColumns()).containsExactly("customer_id");
        assertThat(mapping.association("Customer", "profile").fetch()).isEqualTo(FetchType.LAZY);
    }

    @Test
    void identifiers_that_need_each_other_come_to_an_end() {
        Mapping mapping = Mapping.of("@Entity class Order { @Id @OneToOne Customer customer; }",
                "@Entity class Customer { @Id @OneToOne Order order; }",
                "@Entity class A { @Id Long id; @OneToOne @MapsId B b; }", "@Entity class B { @Id Long id; @OneToOne @MapsId A a; }");

        assertThat(mapping.model().all()).hasSize(4);
    }
}
