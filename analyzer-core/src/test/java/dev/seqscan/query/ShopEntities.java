package dev.seqscan.query;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Association.Cardinality;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.Entity.Inheritance;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A shop: customers with an embedded address and tags, orders with lines of products, an invoice per order, payments in
 * joined tables, books in the table of products, and stock with an embedded identifier. Identifiers of customers, orders,
 * lines and products come from a mapped superclass.
 */
public final class ShopEntities {

    private static final Place PLACE = new Place("Shop.java", Span.ofLine(1));
    private static final String SHOP = "shop.";

    /** All mapped classes of the shop. */
    public static final EntityModel MODEL = model();

    private ShopEntities() {
    }

    /** An entity by its simple name. */
    public static Entity entity(String name) {
        return MODEL.named(name).orElseThrow();
    }

    private static EntityModel model() {
        Map<String, Entity> all = new TreeMap<>();
        for (Entity each : List.of(base(), address(), customer(), order(), line(), product(), book(), invoice(), payment(),
                cardPayment(), stockKey(), stock(), delivery())) {
            all.put(each.className(), each);
        }
        return new EntityModel(all);
    }

    private static Entity base() {
        return new Entity(Entity.Kind.MAPPED_SUPERCLASS, SHOP + "Base", "Base", "", "", Inheritance.NONE, List.of(id("Base")),
                List.of(), 1, false, Entity.IdGeneration.SEQUENCE, "", PLACE);
    }

    private static Entity address() {
        return new Entity(Entity.Kind.EMBEDDABLE, SHOP + "Address", "Address", "", "", Inheritance.NONE,
                List.of(basic("Address", "street", "street"), basic("Address", "zipCode", "zip_code"),
                        basic("Address", "city", "city")), List.of(), 1, false, Entity.IdGeneration.NONE, "", PLACE);
    }

    private static Entity delivery() {
        return new Entity(Entity.Kind.EMBEDDABLE, SHOP + "Delivery", "Delivery", "", "", Inheritance.NONE,
                List.of(toOne("Delivery", "recipient", "Customer", "", "recipient_id"),
                        new Attribute.Embedded("place", SHOP + "Delivery", false, SHOP + "Address",
                                Map.of("street", "street", "zipCode", "zip_code", "city", "city"), PLACE)),
                List.of(), 1, false, Entity.IdGeneration.NONE, "", PLACE);
    }

    private static Entity customer() {
        Attribute address = new Attribute.Embedded("address", SHOP + "Customer", false, SHOP + "Address",
                Map.of("street", "street", "zipCode", "address_zip", "city", "city"), PLACE);
        return entity("Customer", "customer", "Base", Inheritance.NONE, basic("Customer", "name", "name"),
                basic("Customer", "email", "email_address"), flag("Customer", "active"), address,
                collection("Customer", "orders", Cardinality.ONE_TO_MANY, "Order", "customer", "", "customer_id"),
                collection("Customer", "favourites", Cardinality.MANY_TO_MANY, "Product", "", "customer_favourite",
                        "customer_id"),
                new Association("tags", SHOP + "Customer", false, Cardinality.ELEMENT_COLLECTION, "java.lang.String", "",
                        Association.FetchType.LAZY, false, true, List.of("customer_id"), "customer_tag", 1,
                        Association.FetchMode.DEFAULT, false, false, PLACE), id("Base"));
    }

    private static Entity order() {
        return entity("Order", "orders", "Base", Inheritance.NONE, basic("Order", "number", "order_number"),
                basic("Order", "status", "status"), basic("Order", "total", "total"), basic("Order", "discount", "discount"),
                basic("Order", "createdAt", "created_at"), flag("Order", "paid"),
                new Attribute.Basic("revision", SHOP + "Order", false, "revision", "long", false, false, true, false, PLACE),
                toOne("Order", "customer", "Customer", "", "customer_id"),
                new Attribute.Embedded("delivery", SHOP + "Order", false, SHOP + "Delivery", Map.of("recipient", "delivered_to",
                        "place.street", "delivery_street", "place.zipCode", "delivery_zip", "place.city",
                        "delivery_city"), PLACE),
                collection("Order", "lines", Cardinality.ONE_TO_MANY, "OrderLine", "order", "", "order_id"),
                new Association("invoice", SHOP + "Order", false, Cardinality.ONE_TO_ONE, SHOP + "Invoice", "order",
                        Association.FetchType.EAGER, false, true, List.of(), "", 1, Association.FetchMode.DEFAULT, false,
                        false, PLACE), id("Base"));
    }

    private static Entity line() {
        return entity("OrderLine", "order_line", "Base", Inheritance.NONE, basic("OrderLine", "quantity", "quantity"),
                toOne("OrderLine", "order", "Order", "", "order_id"),
                toOne("OrderLine", "product", "Product", "", "product_id"), id("Base"));
    }

    private static Entity product() {
        return entity("Product", "product", "Base", Inheritance.SINGLE_TABLE, basic("Product", "name", "name"),
                basic("Product", "sku", "sku"), basic("Product", "price", "price"), id("Base"));
    }

    private static Entity book() {
        return entity("Book", "product", "Product", Inheritance.NONE, basic("Book", "isbn", "isbn"),
                basic("Product", "name", "name"), basic("Product", "sku", "sku"), basic("Product", "price", "price"), id("Base"));
    }

    private static Entity invoice() {
        return entity("Invoice", "invoice", "Base", Inheritance.NONE, basic("Invoice", "dueDate", "due_date"),
                toOne("Invoice", "order", "Order", "", "order_id"), id("Base"));
    }

    private static Entity payment() {
        return entity("Payment", "payment", "Base", Inheritance.JOINED, basic("Payment", "amount", "amount"),
                toOne("Payment", "order", "Order", "", "order_id"), id("Base"));
    }

    private static Entity cardPayment() {
        return entity("CardPayment", "card_payment", "Payment", Inheritance.NONE,
                basic("CardPayment", "cardNumber", "card_number"), basic("Payment", "amount", "amount"),
                toOne("Payment", "order", "Order", "", "order_id"), id("Base"));
    }

    private static Entity stockKey() {
        return new Entity(Entity.Kind.EMBEDDABLE, SHOP + "StockKey", "StockKey", "", "", Inheritance.NONE,
                List.of(basic("StockKey", "warehouse", "warehouse"), basic("StockKey", "sku", "sku")), List.of(), 1, false,
                Entity.IdGeneration.NONE, "", PLACE);
    }

    private static Entity stock() {
        return entity("Stock", "stock", "", Inheritance.NONE, new Attribute.Embedded("key", SHOP + "Stock", true,
                SHOP + "StockKey", Map.of("warehouse", "warehouse_code", "sku", "sku"), PLACE),
                basic("Stock", "amount", "amount"));
    }

    private static Entity entity(String name, String table, String superclass, Inheritance inheritance,
            Attribute... attributes) {
        return new Entity(Entity.Kind.ENTITY, SHOP + name, name, table, superclass.isEmpty() ? "" : SHOP + superclass,
                inheritance, new ArrayList<>(List.of(attributes)), List.of(), 1, false, Entity.IdGeneration.SEQUENCE, "", PLACE);
    }

    private static Attribute id(String owner) {
        return new Attribute.Basic("id", SHOP + owner, true, "id", "java.lang.Long", false, false, false, false, PLACE);
    }

    private static Attribute basic(String owner, String name, String column) {
        return new Attribute.Basic(name, SHOP + owner, false, column, "java.lang.String", false, false, false, false, PLACE);
    }

    private static Attribute flag(String owner, String name) {
        return new Attribute.Basic(name, SHOP + owner, false, name, "boolean", false, false, false, false, PLACE);
    }

    private static Attribute toOne(String owner, String name, String target, String mappedBy, String column) {
        return new Association(name, SHOP + owner, false, Cardinality.MANY_TO_ONE, SHOP + target, mappedBy,
                Association.FetchType.LAZY, true, true, List.of(column), "", 1, Association.FetchMode.DEFAULT, false, false,
                PLACE);
    }

    private static Attribute collection(String owner, String name, Cardinality cardinality, String target, String mappedBy,
            String joinTable, String column) {
        return new Association(name, SHOP + owner, false, cardinality, SHOP + target, mappedBy, Association.FetchType.LAZY,
                false, true, List.of(column), joinTable, 1, Association.FetchMode.DEFAULT, false, false, PLACE);
    }
}
