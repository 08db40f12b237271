package dev.seqscan.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.entity.Entity.IdGeneration;
import dev.seqscan.entity.Entity.Inheritance;
import dev.seqscan.source.Notice;
import org.junit.jupiter.api.Test;

class EntityReaderTest {

    private static final String CUSTOMER = "@Entity class Customer { @Id @GeneratedValue Long id; String firstName; }";

    @Test
    void names_follow_spring_boots_strategy() {
        Mapping mapping = Mapping.of("@Entity class OrderLine { @Id Long id; String productCode; int line2Total; }");

        assertThat(mapping.entity("OrderLine").table()).isEqualTo("order_line");
        assertThat(mapping.column("OrderLine", "productCode")).isEqualTo("product_code");
        assertThat(mapping.column("OrderLine", "line2Total")).isEqualTo("line2total");
    }

    @Test
    void names_stay_as_they_are_in_plain_jpa() {
        Mapping mapping = Mapping.of("@Entity(name = \"Line\") class OrderLine { @Id Long id; String productCode; }")
                .naming(NamingStrategy.JPA);

        assertThat(mapping.entity("OrderLine").table()).isEqualTo("line");
        assertThat(mapping.column("OrderLine", "productCode")).isEqualTo("productcode");
        assertThat(mapping.model().named("Line")).isPresent();
    }

    @Test
    void stated_names_win_and_may_be_constants() {
        Mapping mapping = Mapping.of("interface Tables { String PREFIX = \"shop_\"; }",
                "@Entity @Table(name = Tables.PREFIX + \"orders\", schema = \"sales\") class Order { "
                        + "@Id @Column(name = \"`ID`\") Long id; @Column(name = \"orderNo\") String number; }");

        assertThat(mapping.entity("Order").table()).isEqualTo("shop_orders");
        assertThat(mapping.column("Order", "id")).isEqualTo("id");
        assertThat(mapping.column("Order", "number")).isEqualTo("order_no");
    }

    @Test
    void a_name_that_is_no_constant_of_the_sources_is_unknown() {
        Mapping mapping = Mapping.of("@Entity class Order { @Id Long id; @Column(name = Generated.NUMBER) String number; }");

        assertThat(mapping.column("Order", "number")).isEmpty();
        assertThat(mapping.notices.all()).extracting(Notice::kind).containsExactly(Notice.Kind.NOT_UNDERSTOOD);
    }

    @Test
    void annotations_of_another_library_map_nothing() {
        Mapping mapping = Mapping.of().file("package com.shop; import com.other.Entity; @Entity class Order { Long id; }");

        assertThat(mapping.model().all()).isEmpty();
    }

    @Test
    void the_older_package_is_known() {
        Mapping mapping = Mapping.of().file("package com.shop; @javax.persistence.Entity class Order { "
                + "@javax.persistence.Id Long id; @javax.persistence.Version int version; }");

        assertThat(mapping.entity("Order").attribute("version")).get()
                .isInstanceOfSatisfying(Attribute.Basic.class, each -> {
                    assertThat(each.isVersion()).isTrue();
                    assertThat(each.javaType()).isEqualTo("int");
                });
    }

    @Test
    void fields_without_annotations_are_attributes_and_transient_ones_are_not() {
        Mapping mapping = Mapping.of("enum Status { OPEN }", "@Entity class Order { @Id Long id; static int count; "
                + "transient int cached; @Transient String label; Status status; @Lob byte[] invoice; "
                + "@Formula(\"(select 1)\") int lines; }");

        assertThat(mapping.entity("Order").attributes()).extracting(Attribute::name)
                .containsExactly("id", "status", "invoice", "lines");
        assertThat(mapping.entity("Order").attribute("status")).get()
                .isInstanceOfSatisfying(Attribute.Basic.class, each -> assertThat(each.isEnum()).isTrue());
        assertThat(mapping.entity("Order").attribute("invoice")).get()
                .isInstanceOfSatisfying(Attribute.Basic.class, each -> {
                    assertThat(each.isLob()).isTrue();
                    assertThat(each.javaType()).isEqualTo("byte[]");
                });
        assertThat(mapping.entity("Order").attribute("lines")).get()
                .isInstanceOfSatisfying(Attribute.Basic.class, each -> assertThat(each.formula()).isTrue());
    }

    @Test
    void an_annotated_getter_makes_properties_persistent() {
        Mapping mapping = Mapping.of(CUSTOMER, "@Entity class Order { private Long key; private Customer c; "
                + "@Id public Long getId() { return key; } @ManyToOne(fetch = FetchType.LAZY) public Customer getCustomer() "
                + "{ return c; } @Transient public String getLabel() { return null; } public boolean isPaid() { return true; } }");

        assertThat(mapping.entity("Order").attributes()).extracting(Attribute::name)
                .containsExactly("id", "customer", "paid");
        assertThat(mapping.association("Order", "customer").joinColumns()).containsExactly("customer_id");
    }

    @Test
    void a_single_attribute_may_be_read_the_other_way() {
        Mapping mapping = Mapping.of("@Entity @Access(AccessType.FIELD) class Order { @Id Long id; @Transient String number; "
                + "@Access(AccessType.PROPERTY) @Column(name = \"no\") public String getNumber() { return number; } "
                + "public int getTotal() { return 0; } }");

        assertThat(mapping.entity("Order").attributes()).extracting(Attribute::name).containsExactly("id", "number");
        assertThat(mapping.column("Order", "number")).isEqualTo("no");
    }

    @Test
    void a_field_that_is_read_by_its_getter_stays_an_attribute() {
        Mapping mapping = Mapping.of("@Entity class Order { @Id @Column(name = \"no\") @Access(AccessType.PROPERTY) Long id; "
                + "String status; public Long getId() { return id; } }");

        assertThat(mapping.entity("Order").attributes()).extracting(Attribute::name).containsExactly("id", "status");
        assertThat(mapping.column("Order", "id")).isEqualTo("no");
    }

    @Test
    void a_generic_mapped_superclass_hands_down_its_attributes() {
        Mapping mapping = Mapping.of("@MappedSuperclass abstract class BaseEntity<ID, O> { @Id @GeneratedValue(strategy = "
                + "GenerationType.SEQUENCE) ID id; @ManyToOne O owner; String name; }",
                "abstract class Named<T> extends BaseEntity<UUID, T> { String notPersistent; }", CUSTOMER,
                "@Entity @AttributeOverride(name = \"id\", column = @Column(name = \"order_key\")) "
                        + "@AssociationOverride(name = \"owner\", joinColumns = @JoinColumn(name = \"buyer\")) "
                        + "class Order extends Named<Customer> { String name; }");

        Entity order = mapping.entity("Order");
        assertThat(order.superclass()).isEqualTo("com.shop.BaseEntity");
        assertThat(order.attributes()).extracting(Attribute::name).containsExactly("name", "id", "owner");
        assertThat(order.attributes()).extracting(Attribute::owner)
                .containsExactly("com.shop.Order", "com.shop.BaseEntity", "com.shop.BaseEntity");
        assertThat(order.attribute("id")).get().isInstanceOfSatisfying(Attribute.Basic.class, each -> {
            assertThat(each.javaType()).isEqualTo("java.util.UUID");
            assertThat(each.column()).isEqualTo("order_key");
        });
        assertThat(mapping.association("Order", "owner").target()).isEqualTo("com.shop.Customer");
        assertThat(mapping.association("Order", "owner").joinColumns()).containsExactly("buyer");
        assertThat(order.idGeneration()).isEqualTo(IdGeneration.SEQUENCE);
    }

    @Test
    void embedded_values_have_the_columns_of_their_attributes_after_overrides() {
        Mapping mapping = Mapping.of("@Embeddable record Geo(double lat, double lon) { }",
                "@Embeddable class Address { String zipCode; Geo geo; }",
                "@Entity class Customer { @Id Long id; Address home; @Embedded @AttributeOverrides({"
                        + "@AttributeOverride(name = \"zipCode\", column = @Column(name = \"ship_zip\")), "
                        + "@AttributeOverride(name = \"geo.lat\", column = @Column(name = \"ship_lat\"))}) Address shipping; }");

        assertThat(embedded(mapping, "home").columns())
                .containsOnly(java.util.Map.entry("zipCode", "zip_code"), java.util.Map.entry("geo.lat", "lat"),
                        java.util.Map.entry("geo.lon", "lon"));
        assertThat(embedded(mapping, "shipping").columns())
                .containsEntry("zipCode", "ship_zip").containsEntry("geo.lat", "ship_lat").containsEntry("geo.lon", "lon");
        assertThat(mapping.model().resolve(mapping.entity("Customer"), java.util.List.of("home", "geo", "lat")))
                .extracting(Attribute::name).containsExactly("home", "geo", "lat");
    }

    private static Attribute.Embedded embedded(Mapping mapping, String attribute) {
        return (Attribute.Embedded) mapping.entity("Customer").attribute(attribute).orElseThrow();
    }

    @Test
    void subclasses_in_a_single_table_share_the_table_of_the_root() {
        Mapping mapping = Mapping.of("@Entity @Table(name = \"payments\") abstract class Payment { @Id Long id; int amount; }",
                "@Entity class CardPayment extends Payment { String cardNumber; }");

        assertThat(mapping.entity("CardPayment").table()).isEqualTo("payments");
        assertThat(mapping.entity("CardPayment").inheritance()).isEqualTo(Inheritance.SINGLE_TABLE);
        assertThat(mapping.entity("Payment").discriminator()).isEqualTo("dtype");
        assertThat(mapping.model().subclasses(mapping.entity("Payment"))).extracting(Entity::name)
                .containsExactly("CardPayment");
    }

    @Test
    void joined_subclasses_have_their_own_tables() {
        Mapping mapping = Mapping.of(
                "@Entity @Inheritance(strategy = InheritanceType.JOINED) class Payment { @Id Long id; int amount; }",
                "@Entity @PrimaryKeyJoinColumn(name = \"payment_id\") class CardPayment extends Payment { String number; }");
        EntityModel model = mapping.model();
        Entity card = mapping.entity("CardPayment");

        assertThat(card.table()).isEqualTo("card_payment");
        assertThat(card.discriminator()).isEmpty();
        assertThat(mapping.column("CardPayment", "id")).isEqualTo("payment_id");
        assertThat(model.tableOf(card, card.attribute("amount").orElseThrow())).isEqualTo("payment");
        assertThat(model.tableOf(card, card.attribute("number").orElseThrow())).isEqualTo("card_payment");
        assertThat(model.tableOf(card, card.attribute("id").orElseThrow())).isEqualTo("card_payment");
    }

    @Test
    void indexes_and_unique_constraints_are_declared_by_annotations() {
        Mapping mapping = Mapping.of(CUSTOMER, "@Entity @Table(indexes = {@Index(name = \"ix_status\", "
                + "columnList = \"status, createdAt DESC\"), @Index(columnList = \"number\", unique = true)}, uniqueConstraints = "
                + "@UniqueConstraint(columnNames = {\"shop_id\", \"number\"})) class Order { @Id Long id; String status; "
                + "String createdAt; String number; @Column(unique = true) String token; "
                + "@OneToOne Customer customer; @NaturalId String reference; }");

        assertThat(mapping.entity("Order").indexes())
                .extracting(Entity.DeclaredIndex::columns, Entity.DeclaredIndex::unique)
                .containsExactly(tuple(false, "status", "created_at"), tuple(true, "number"), tuple(true, "shop_id", "number"),
                        tuple(true, "token"), tuple(true, "customer_id"), tuple(true, "reference"));
    }

    private static org.assertj.core.groups.Tuple tuple(boolean unique, String... columns) {
        return org.assertj.core.groups.Tuple.tuple(java.util.List.of(columns), unique);
    }

    @Test
    void identifiers_are_made_as_annotations_say() {
        Mapping mapping = Mapping.of(
                "@Entity class A { @Id Long id; }",
                "@Entity class B { @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id; }",
                "@Entity class C { @Id @GeneratedValue UUID id; }",
                "@Entity class D { @Id @GeneratedValue(generator = \"g\") @GenericGenerator(name = \"g\", strategy = \"uuid2\") String id; }",
                "@Entity class E { @Id @GeneratedValue Long id; }");

        assertThat(mapping.model().all()).extracting(Entity::idGeneration).containsExactly(IdGeneration.ASSIGNED,
                IdGeneration.IDENTITY, IdGeneration.UUID, IdGeneration.UUID, IdGeneration.AUTO);
    }

    @Test
    void batch_size_cache_and_restriction_are_read() {
        Mapping mapping = Mapping.of("@Entity @BatchSize(size = 20) @Cacheable @SQLRestriction(\"deleted = false\") "
                + "class Customer { @Id Long id; }",
                "@Entity class Order { @Id Long id; @ManyToOne Customer customer; @OneToMany(mappedBy = \"order\") "
                        + "@Cache(usage = CacheConcurrencyStrategy.READ_WRITE) List<OrderLine> lines; }",
                "@Entity class OrderLine { @Id Long id; @ManyToOne Order order; }")
                .setting("hibernate.default-batch-fetch-size", "8");

        assertThat(mapping.entity("Customer").batchSize()).isEqualTo(20);
        assertThat(mapping.entity("Customer").cached()).isTrue();
        assertThat(mapping.entity("Customer").restriction()).isEqualTo("deleted = false");
        assertThat(mapping.association("Order", "customer").batchSize()).isEqualTo(20);
        assertThat(mapping.association("Order", "lines").batchSize()).isEqualTo(8);
        assertThat(mapping.association("Order", "lines").cached()).isTrue();
    }

    @Test
    void spring_datas_base_class_brings_an_identifier() {
        Mapping mapping = Mapping.of().file("package com.shop; import jakarta.persistence.Entity; "
                + "import org.springframework.data.jpa.domain.AbstractPersistable; "
                + "@Entity class Order extends AbstractPersistable<Long> { }");

        assertThat(mapping.entity("Order").identifier()).extracting(Attribute::name).containsExactly("id");
    }

    @Test
    void an_entity_without_known_identifier_is_a_notice() {
        Mapping mapping = Mapping.of("@Entity class Order extends com.lib.Base { String number; }");

        assertThat(mapping.entity("Order").identifier()).isEmpty();
        assertThat(mapping.notices.all()).extracting(Notice::reason)
                .containsExactly("entity Order has no known identifier");
    }

    @Test
    void classes_that_extend_each_other_come_to_an_end() {
        Mapping mapping = Mapping.of("@Entity class Order extends Customer { @Id Long id; }",
                "@Entity class Customer extends Order { @ManyToOne Order order; }");

        assertThat(mapping.entity("Order").attribute("order")).isPresent();
    }
}
