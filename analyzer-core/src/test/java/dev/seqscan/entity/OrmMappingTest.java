package dev.seqscan.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.entity.Association.FetchType;
import dev.seqscan.entity.Entity.IdGeneration;
import dev.seqscan.source.Notice;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrmMappingTest {

    private static final String ORM = "src/main/resources/META-INF/orm.xml";

    private static String mappings(String text) {
        return "<entity-mappings xmlns='https://jakarta.ee/xml/ns/persistence/orm' version='3.0'><package>com.shop</package>"
                + text + "</entity-mappings>";
    }

    @Test
    void a_class_without_annotations_is_mapped_by_the_file() {
        Mapping shop = Mapping.of("public class Order { Long id; String number; Customer customer; List<OrderLine> lines; }",
                "public class Customer { Long id; }", "public class OrderLine { Long id; Order order; }").xml(ORM, mappings("""
                <entity class="Order"><table name="ORDERS"><unique-constraint><column-name>NO</column-name></unique-constraint></table>
                  <attributes>
                    <id name="id"><generated-value strategy="IDENTITY"/></id>
                    <basic name="number"><column name="NO"/></basic>
                    <many-to-one name="customer" fetch="LAZY" optional="false"><join-column name="CUST"/></many-to-one>
                    <one-to-many name="lines" mapped-by="order"><cascade><cascade-all/></cascade></one-to-many>
                  </attributes></entity>
                <entity class="Customer" cacheable="true"><attributes><id name="id"/></attributes></entity>
                <entity class="OrderLine"><attributes><id name="id"/><many-to-one name="order"/></attributes></entity>
                """));

        Entity order = shop.entity("Order");
        assertThat(order.table()).isEqualTo("orders");
        assertThat(order.idGeneration()).isEqualTo(IdGeneration.IDENTITY);
        assertThat(order.indexes()).extracting(Entity.DeclaredIndex::columns).containsExactly(List.of("no"));
        assertThat(shop.column("Order", "number")).isEqualTo("no");
        assertThat(shop.association("Order", "customer")).extracting(Association::fetch, Association::optional,
                Association::joinColumns).containsExactly(FetchType.LAZY, false, List.of("cust"));
        assertThat(shop.association("Order", "lines")).extracting(Association::mappedBy, Association::cascadesRemove,
                Association::target).containsExactly("order", true, "com.shop.OrderLine");
        assertThat(shop.entity("Customer").cached()).isTrue();
        assertThat(shop.association("OrderLine", "order").fetch()).isEqualTo(FetchType.EAGER);
    }

    @Test
    void what_the_file_lists_replaces_annotations_and_the_others_count() {
        Mapping shop = Mapping.of("@Entity @Table(name = \"A\") @BatchSize(size = 5) public class Order { @Id Long id;"
                + " @ManyToOne @Fetch(FetchMode.SELECT) Customer customer; @Column(name = \"N\") String number; }",
                "@Entity public class Customer { @Id Long id; }").xml(ORM, mappings("""
                <entity class="Order"><table name="B"/><attributes>
                  <many-to-one name="customer" fetch="LAZY"/></attributes></entity>"""));

        assertThat(shop.entity("Order")).extracting(Entity::table, Entity::batchSize).containsExactly("b", 5);
        assertThat(shop.association("Order", "customer")).extracting(Association::fetch, Association::fetchMode)
                .containsExactly(FetchType.LAZY, Association.FetchMode.SELECT);
        assertThat(shop.column("Order", "number")).isEqualTo("n");
    }

    @Test
    void a_complete_file_ignores_annotations() {
        Mapping shop = Mapping.of("@Entity @Table(name = \"A\") public class Order { @Id Long id; @Column(name = \"N\") String number; }")
                .xml(ORM, mappings("<entity class='Order' metadata-complete='true'><attributes><id name='id'/></attributes></entity>"));

        assertThat(shop.entity("Order").table()).isEqualTo("order");
        assertThat(shop.column("Order", "number")).isEqualTo("number");
    }

    @Test
    void embeddables_and_superclasses_are_mapped_too() {
        Mapping shop = Mapping.of("public class Base { Long id; }", "public class Customer extends Base { Address address; }",
                "public class Address { String city; }").xml(ORM, mappings("""
                <mapped-superclass class="Base"><attributes><id name="id"/></attributes></mapped-superclass>
                <entity class="Customer"><attributes><embedded name="address">
                  <attribute-override name="city"><column name="TOWN"/></attribute-override></embedded></attributes></entity>
                <embeddable class="Address"/>"""));

        assertThat(shop.entity("Customer").attributes()).extracting(Attribute::name).containsExactly("address", "id");
        assertThat(((Attribute.Embedded) shop.entity("Customer").attribute("address").orElseThrow()).columns())
                .containsEntry("city", "town");
    }

    @Test
    void other_files_count_only_if_a_persistence_unit_names_them() {
        String customer = mappings("<entity class='Customer'><attributes><id name='id'/></attributes></entity>");
        String source = "public class Customer { Long id; }";

        assertThat(Mapping.of(source).xml("main/mapping/shop.xml", customer).model().all()).isEmpty();
        assertThat(Mapping.of(source).xml("main/mapping/shop.xml", customer).xml("main/META-INF/persistence.xml",
                "<persistence><persistence-unit name='shop'><mapping-file>mapping/shop.xml</mapping-file></persistence-unit></persistence>")
                .model().ofClass("com.shop.Customer")).isPresent();
    }

    @Test
    void an_element_without_a_class_is_a_notice() {
        Mapping shop = Mapping.of().xml(ORM, mappings("\n<entity/>"));

        assertThat(shop.model().all()).isEmpty();
        assertThat(shop.notices.all()).containsExactly(new Notice(Notice.Kind.NOT_UNDERSTOOD, ORM, 2, "entity names no class"));
    }
}
