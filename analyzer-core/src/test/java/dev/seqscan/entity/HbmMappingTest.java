package dev.seqscan.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seqscan.entity.Association.Cardinality;
import dev.seqscan.entity.Association.Container;
import dev.seqscan.entity.Association.FetchMode;
import dev.seqscan.entity.Association.FetchType;
import dev.seqscan.entity.Entity.IdGeneration;
import dev.seqscan.entity.Entity.Inheritance;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Notice;
import java.util.List;
import org.junit.jupiter.api.Test;

class HbmMappingTest {

    private static final String ORDER = """
            public class Order {
                private Long id;
                private String number;
                private Customer customer;
                private Set<OrderLine> lines;
                public Long getId() { return id; }
                public String getNumber() { return number; }
                public Customer getCustomer() { return customer; }
                public Set<OrderLine> getLines() { return lines; }
            }
            """;
    private static final String LINE = "public class OrderLine { private Long id; private Order order; private int quantity; }";
    private static final String CUSTOMER = "public class Customer { private Long id; private String name; }";
    private static final String ID = "<id name='id' column='id'><generator class='native'/></id>";

    private static Mapping shop(String order) {
        return shop("", order, "");
    }

    private static Mapping shop(String rootAttributes, String order, String customerAttributes) {
        return Mapping.of(ORDER, LINE, CUSTOMER).naming(NamingStrategy.JPA).xml("shop.hbm.xml", """
                <!DOCTYPE hibernate-mapping PUBLIC "-//Hibernate/Hibernate Mapping DTD 3.0//EN"
                    "http://www.hibernate.org/dtd/hibernate-mapping-3.0.dtd">
                <hibernate-mapping package="com.shop" %s>
                  <class name="Order" table="ORDERS">
                    %s
                    %s
                  </class>
                  <class name="OrderLine" table="ORDER_LINE">
                    %s
                    <many-to-one name="order" class="Order" column="ORDER_ID"/>
                    <property name="quantity"/>
                  </class>
                  <class name="Customer" %s>
                    %s
                    <property name="name" column="CUSTOMER_NAME"/>
                  </class>
                </hibernate-mapping>
                """.formatted(rootAttributes, ID, order, ID, customerAttributes, ID));
    }

    private static Association customer(String attributes) {
        return shop("<many-to-one name='customer' " + attributes + "/>").association("Order", "customer");
    }

    private static Association lines(String attributes) {
        return shop("<set name='lines' " + attributes + "><key column='ORDER_ID'/><one-to-many class='OrderLine'/></set>")
                .association("Order", "lines");
    }

    @Test
    void a_class_has_its_table_and_what_is_listed() {
        Entity order = shop("<property name='number' column='ORDER_NO'/>").entity("Order");

        assertThat(order.table()).isEqualTo("orders");
        assertThat(order.attributes()).extracting(Attribute::name).containsExactly("id", "number");
        assertThat(order.idGeneration()).isEqualTo(IdGeneration.AUTO);
        assertThat(order.place().file()).isEqualTo("shop.hbm.xml");
        assertThat(order.place().line()).isEqualTo(4);
    }

    @Test
    void without_names_table_and_column_are_called_as_class_and_attribute() {
        Mapping shop = shop("<property name='number'/><many-to-one name='customer'/>");

        assertThat(shop.entity("Customer").table()).isEqualTo("customer");
        assertThat(shop.column("Order", "number")).isEqualTo("number");
        assertThat(shop.association("Order", "customer").joinColumns()).containsExactly("customer");
    }

    @Test
    void a_to_one_is_lazy_by_default_and_leads_to_the_class_of_its_field() {
        assertThat(customer("").fetch()).isEqualTo(FetchType.LAZY);
        assertThat(customer("").target()).isEqualTo("com.shop.Customer");
        assertThat(customer("lazy='no-proxy'").fetch()).isEqualTo(FetchType.LAZY);
    }

    @Test
    void a_to_one_that_is_not_lazy_is_eager() {
        assertThat(customer("lazy='false'").fetch()).isEqualTo(FetchType.EAGER);
        assertThat(customer("lazy='false'").fetchMode()).isEqualTo(FetchMode.SELECT);
        assertThat(customer("lazy='false' fetch='join'").fetchMode()).isEqualTo(FetchMode.JOIN);
    }

    @Test
    void a_to_one_that_can_have_no_proxy_is_eager() {
        assertThat(customer("not-found='ignore'").fetch()).isEqualTo(FetchType.EAGER);
        assertThat(customer("property-ref='name'").fetch()).isEqualTo(FetchType.EAGER);
    }

    @Test
    void a_join_leaves_what_is_lazy_lazy() {
        assertThat(customer("fetch='join'")).extracting(Association::fetch, Association::fetchMode)
                .containsExactly(FetchType.LAZY, FetchMode.JOIN);
        assertThat(customer("outer-join='true'").fetchMode()).isEqualTo(FetchMode.JOIN);
        assertThat(lines("fetch='join'").fetch()).isEqualTo(FetchType.LAZY);
    }

    @Test
    void all_that_lead_to_a_class_without_proxies_are_eager() {
        assertThat(shop("", "<many-to-one name='customer'/>", "lazy='false'").association("Order", "customer").fetch())
                .isEqualTo(FetchType.EAGER);
        assertThat(shop("default-lazy='false'", "<many-to-one name='customer'/>", "").association("Order", "customer").fetch())
                .isEqualTo(FetchType.EAGER);
        assertThat(shop("default-lazy='false'", "<many-to-one name='customer'/>", "lazy='true'")
                .association("Order", "customer").fetch()).isEqualTo(FetchType.LAZY);
    }

    @Test
    void a_collection_is_lazy_unless_the_element_or_the_file_says_otherwise() {
        assertThat(lines("").fetch()).isEqualTo(FetchType.LAZY);
        assertThat(lines("lazy='extra'").fetch()).isEqualTo(FetchType.LAZY);
        assertThat(lines("lazy='false'").fetch()).isEqualTo(FetchType.EAGER);
        assertThat(lines("fetch='subselect'").fetchMode()).isEqualTo(FetchMode.SUBSELECT);
        assertThat(shop("default-lazy='false'",
                "<set name='lines'><key column='ORDER_ID'/><one-to-many class='OrderLine'/></set>", "lazy='true'")
                .association("Order", "lines").fetch()).isEqualTo(FetchType.EAGER);
    }

    @Test
    void a_collection_is_owned_by_the_to_one_that_has_its_key() {
        Association lines = lines("inverse='true' cascade='all-delete-orphan' batch-size='20'");

        assertThat(lines.mappedBy()).isEqualTo("order");
        assertThat(lines.joinColumns()).containsExactly("order_id");
        assertThat(lines.container()).isEqualTo(Container.SET);
        assertThat(lines.cascadesRemove()).isTrue();
        assertThat(lines.batchSize()).isEqualTo(20);
        assertThat(lines.target()).isEqualTo("com.shop.OrderLine");
    }

    @Test
    void a_key_that_no_to_one_has_is_a_column_of_the_target() {
        Association lines = shop("<set name='lines'><key column='OTHER_ID'/><one-to-many class='OrderLine'/></set>")
                .association("Order", "lines");

        assertThat(lines).extracting(Association::mappedBy, Association::joinTable).containsExactly("", "");
        assertThat(lines.joinColumns()).containsExactly("other_id");
    }

    @Test
    void caches_are_those_of_the_class_and_of_the_collection() {
        assertThat(shop("<set name='lines'><cache usage='read-write'/><key column='ORDER_ID'/>"
                + "<one-to-many class='OrderLine'/></set>").association("Order", "lines").cached()).isTrue();
        Mapping shop = shop("", "", "batch-size='10'><cache usage='read-only'/></class><class name='Ignored'");
        assertThat(shop.entity("Customer").cached()).isTrue();
        assertThat(shop.entity("Customer").batchSize()).isEqualTo(10);
        assertThat(shop.entity("Order").cached()).isFalse();
    }

    @Test
    void both_sides_of_a_many_to_many_share_a_table() {
        Mapping shop = Mapping.of("public class Product { Long id; Set<Label> labels; }",
                "public class Label { Long id; Set<Product> products; }").xml("shop.hbm.xml", """
                <hibernate-mapping package="com.shop">
                  <class name="Product">%s
                    <set name="labels" table="PRODUCT_LABEL"><key column="PRODUCT_ID"/>
                      <many-to-many class="Label" column="LABEL_ID"/></set></class>
                  <class name="Label">%s
                    <set name="products" table="PRODUCT_LABEL" inverse="true"><key column="LABEL_ID"/>
                      <many-to-many class="Product" column="PRODUCT_ID"/></set></class>
                </hibernate-mapping>""".formatted(ID, ID));

        assertThat(shop.association("Product", "labels")).extracting(Association::joinTable, Association::joinColumns,
                Association::elementColumns).containsExactly("product_label", List.of("product_id"), List.of("label_id"));
        assertThat(shop.association("Label", "products")).extracting(Association::mappedBy, Association::joinTable,
                Association::joinColumns).containsExactly("labels", "product_label", List.of("label_id"));
    }

    @Test
    void elements_stand_in_a_table_of_their_own() {
        Mapping shop = Mapping.of("public class Product { Long id; List<String> tags; Map<String, String> texts; }")
                .xml("shop.hbm.xml", """
                <hibernate-mapping package="com.shop"><class name="Product">%s
                  <list name="tags" table="PRODUCT_TAG"><key column="PRODUCT_ID"/><list-index column="POS"/>
                    <element column="TAG" type="string"/></list>
                  <map name="texts"><key column="PRODUCT_ID"/><map-key column="LANG" type="string"/>
                    <element type="string"/></map>
                </class></hibernate-mapping>""".formatted(ID));

        assertThat(shop.association("Product", "tags")).extracting(Association::cardinality, Association::joinTable,
                Association::elementColumns, Association::keyColumn, Association::container).containsExactly(
                        Cardinality.ELEMENT_COLLECTION, "product_tag", List.of("tag"), "pos", Container.LIST);
        assertThat(shop.association("Product", "texts")).extracting(Association::joinTable, Association::elementColumns,
                Association::keyColumn, Association::target)
                .containsExactly("product_texts", List.of("elt"), "lang", "java.lang.String");
    }

    @Test
    void a_one_to_one_that_is_not_constrained_is_eager() {
        Mapping shop = Mapping.of("public class Customer { Long id; Account account; }",
                "public class Account { Long id; Customer customer; }").xml("shop.hbm.xml", """
                <hibernate-mapping package="com.shop">
                  <class name="Customer">%s<one-to-one name="account"/></class>
                  <class name="Account"><id name="id"><generator class="foreign"/></id>
                    <one-to-one name="customer" constrained="true"/></class>
                </hibernate-mapping>""".formatted(ID));

        assertThat(shop.association("Customer", "account")).extracting(Association::fetch, Association::mappedBy)
                .containsExactly(FetchType.EAGER, "customer");
        assertThat(shop.association("Account", "customer")).extracting(Association::fetch, Association::optional)
                .containsExactly(FetchType.LAZY, false);
        assertThat(shop.entity("Account").idGeneration()).isEqualTo(IdGeneration.ASSIGNED);
    }

    @Test
    void components_name_their_columns_where_they_are_used() {
        Mapping shop = Mapping.of("public class Customer { Long id; Address home; Address work; }",
                "public class Address { String city; Country country; }", "public class Country { Long id; }")
                .naming(NamingStrategy.JPA).xml("shop.hbm.xml", """
                <hibernate-mapping package="com.shop">
                  <class name="Country">%s</class>
                  <class name="Customer">%s
                    <component name="home"><property name="city" column="HOME_CITY"/>
                      <many-to-one name="country" column="HOME_COUNTRY" lazy="false"/></component>
                    <component name="work" class="Address"><property name="city" column="WORK_CITY"/></component>
                </class></hibernate-mapping>""".formatted(ID, ID));

        Attribute.Embedded home = (Attribute.Embedded) shop.entity("Customer").attribute("home").orElseThrow();
        Attribute.Embedded work = (Attribute.Embedded) shop.entity("Customer").attribute("work").orElseThrow();
        assertThat(home.columns()).containsEntry("city", "home_city").containsEntry("country", "home_country");
        assertThat(work.columns()).containsEntry("city", "work_city");
        assertThat(shop.association("Address", "country").fetch()).isEqualTo(FetchType.EAGER);
    }

    @Test
    void a_composite_identifier_is_a_class_or_several_attributes() {
        Mapping shop = Mapping.of("public class OrderLine { LineId id; }", "public class LineId { Long order; int position; }",
                "public class Stock { String shelf; Product product; }", "public class Product { Long id; }")
                .xml("shop.hbm.xml", """
                <hibernate-mapping package="com.shop">
                  <class name="Product">%s</class>
                  <class name="OrderLine"><composite-id name="id" class="LineId">
                    <key-property name="order" column="ORDER_ID"/><key-property name="position"/></composite-id></class>
                  <class name="Stock"><composite-id><key-property name="shelf"/>
                    <key-many-to-one name="product" column="PRODUCT_ID"/></composite-id></class>
                </hibernate-mapping>""".formatted(ID));

        assertThat(((Attribute.Embedded) shop.entity("OrderLine").identifier().get(0)).columns())
                .containsEntry("order", "order_id").containsEntry("position", "position");
        assertThat(shop.entity("Stock").identifier()).extracting(Attribute::name).containsExactly("shelf", "product");
        assertThat(shop.association("Stock", "product").joinColumns()).containsExactly("product_id");
    }

    @Test
    void subclasses_nested_or_by_extends_are_below_their_class() {
        Mapping shop = Mapping.of("public class Product { Long id; }", "public class Book extends Product { String isbn; }",
                "public class Novel extends Book { String plot; }").xml("shop.hbm.xml", """
                <hibernate-mapping package="com.shop"><class name="Product" table="PRODUCT">%s
                  <joined-subclass name="Book" table="BOOK"><key column="PRODUCT_ID"/><property name="isbn"/></joined-subclass>
                </class></hibernate-mapping>""".formatted(ID)).xml("novel.hbm.xml", """
                <hibernate-mapping package="com.shop"><joined-subclass name="Novel" extends="Book" table="NOVEL">
                  <key column="BOOK_ID"/><property name="plot"/></joined-subclass></hibernate-mapping>""");

        assertThat(shop.entity("Novel").superclass()).isEqualTo("com.shop.Book");
        assertThat(shop.entity("Novel").inheritance()).isEqualTo(Inheritance.JOINED);
        assertThat(shop.entity("Novel").table()).isEqualTo("novel");
        assertThat(shop.entity("Novel").attributes()).extracting(Attribute::name).containsExactly("plot", "isbn", "id");
        assertThat(shop.column("Book", "id")).isEqualTo("product_id");
    }

    @Test
    void a_hierarchy_in_one_table_has_its_discriminator() {
        Mapping shop = Mapping.of("public class Product { Long id; }", "public class Book extends Product { String isbn; }")
                .xml("shop.hbm.xml", """
                <hibernate-mapping package="com.shop"><class name="Product">%s<discriminator column="KIND"/>
                  <subclass name="Book" discriminator-value="B"><property name="isbn"/></subclass>
                </class></hibernate-mapping>""".formatted(ID));

        assertThat(shop.entity("Book")).extracting(Entity::table, Entity::inheritance, Entity::discriminator)
                .containsExactly("product", Inheritance.SINGLE_TABLE, "kind");
    }

    @Test
    void keys_and_indexes_are_those_of_the_table() {
        Mapping shop = shop("<property name='number' unique='true' index='BY_NUMBER'/>"
                + "<many-to-one name='customer' column='CUSTOMER_ID' index='BY_CUSTOMER'/>");

        Table orders = MappingSchema.tables(shop.model(), Product.POSTGRESQL).get("orders");
        assertThat(orders.indexes()).extracting(Index::leadingColumns, Index::unique).contains(
                tuple(List.of("number"), true),
                tuple(List.of("customer_id"), false));
        assertThat(orders.foreignKeys()).extracting(each -> each.referencedTable()).containsExactly("customer");
    }

    @Test
    void columns_with_one_unique_key_are_unique_together() {
        Mapping shop = shop("<natural-id><property name='number'/></natural-id>"
                + "<many-to-one name='customer'><column name='CUSTOMER_ID' unique-key='ONCE'/></many-to-one>");

        assertThat(shop.entity("Order").indexes()).extracting(Entity.DeclaredIndex::columns, Entity.DeclaredIndex::unique)
                .containsExactlyInAnyOrder(tuple(List.of("number"), true),
                        tuple(List.of("customer_id"), true));
    }

    @Test
    void a_file_counts_where_annotations_speak_of_the_class_too() {
        Mapping shop = Mapping.of("@Entity @Table(name = \"OTHER\") public class Customer {"
                + " @Id Long id; @ManyToOne Order last; String name; @Transient String note; }", "@Entity class Order { @Id Long id; }")
                .xml("shop.hbm.xml", "<hibernate-mapping package='com.shop'><class name='Customer' table='CUSTOMERS'>" + ID
                        + "<property name='note'/><many-to-one name='last'/></class></hibernate-mapping>");

        assertThat(shop.entity("Customer").table()).isEqualTo("customers");
        assertThat(shop.entity("Customer").attributes()).extracting(Attribute::name).containsExactly("id", "note", "last");
        assertThat(shop.association("Customer", "last").fetch()).isEqualTo(FetchType.LAZY);
    }

    @Test
    void attributes_are_found_in_superclasses_that_are_not_mapped() {
        Mapping shop = Mapping.of("public class Base<T> { private T owner; public T getOwner() { return owner; } }",
                "public class Order extends Base<Customer> { Long id; }", CUSTOMER).xml("shop.hbm.xml",
                "<hibernate-mapping package='com.shop'><class name='Customer'>" + ID + "</class><class name='Order'>" + ID
                        + "<many-to-one name='owner'/></class></hibernate-mapping>");

        assertThat(shop.association("Order", "owner").target()).isEqualTo("com.shop.Customer");
    }

    @Test
    void what_is_not_understood_is_a_notice_and_the_rest_goes_on() {
        Mapping shop = Mapping.of(CUSTOMER).xml("broken.hbm.xml", "<hibernate-mapping>\n<class name='X'")
                .xml("shop.hbm.xml", """
                <hibernate-mapping package="com.shop">
                  <class entity-name="Dynamic"/>
                  <class name="Gone"><id/></class>
                  <class name="Customer" batch-size="many">%s
                    <component name="nowhere"/><property/><set name="things"/><many-to-one name=""/>
                    <property name="name" column=""/></class>
                  <class name="Customer"/>
                </hibernate-mapping>""".formatted(ID));

        assertThat(shop.entity("Customer").attributes()).extracting(Attribute::name).contains("id", "name");
        assertThat(shop.notices.all()).extracting(Notice::kind, Notice::file, Notice::line).contains(
                tuple(Notice.Kind.NOT_READ, "broken.hbm.xml", 2),
                tuple(Notice.Kind.NOT_UNDERSTOOD, "shop.hbm.xml", 2),
                tuple(Notice.Kind.NOT_UNDERSTOOD, "shop.hbm.xml", 3),
                tuple(Notice.Kind.NOT_UNDERSTOOD, "shop.hbm.xml", 5),
                tuple(Notice.Kind.DUPLICATE, "shop.hbm.xml", 7));
    }

    @Test
    void classes_that_extend_each_other_do_not_hang_the_reader() {
        Mapping shop = Mapping.of("public class Customer extends Order { Long id; }", "public class Order extends Customer { }")
                .xml("shop.hbm.xml", "<hibernate-mapping package='com.shop'><subclass name='Customer' extends='Order'/>"
                        + "<subclass name='Order' extends='Customer'/></hibernate-mapping>");

        assertThat(shop.model().ofClass("com.shop.Customer")).isPresent();
    }
}
