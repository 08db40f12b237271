package com.example.shop;

import com.example.shop.audit.AuditEntry;
import com.example.shop.catalog.Category;
import com.example.shop.catalog.Product;
import com.example.shop.catalog.Review;
import com.example.shop.catalog.Supplier;
import com.example.shop.common.Address;
import com.example.shop.common.BaseEntity;
import com.example.shop.customer.Customer;
import com.example.shop.order.Order;
import com.example.shop.payment.Payment;
import com.example.shop.promotion.Promotion;
import com.example.shop.returns.ProductReturn;
import com.example.shop.shipping.Shipment;
import com.example.shop.stock.StockItem;
import com.example.shop.stock.Warehouse;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores a shop of a given size n: n orders of which no two share a customer or a product, and n orders of one regular
 * customer; n products of n categories and suppliers, n of one supplier, n of one category, and one with n reviews.
 */
final class ShopData {

    static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    static final String POSTAL_CODE = "10115";
    static final String WAREHOUSE = "W1";
    static final String CARRIER = "ParcelCo";

    private static final List<String> COUNTRIES = List.of("AT", "CH", "DE", "FR", "IT", "NL");

    private final EntityManager entityManager;
    private final Warehouse warehouse = new Warehouse(WAREHOUSE, "North");
    private final Category root = new Category("All", null);
    private final Category offers = new Category("Offers", null);
    private final Supplier wholesaler = new Supplier("Supplier 0", "VAT-0");
    private final Product bestSeller = product("BEST", offers, wholesaler);
    private final Customer regular = customer(0);
    private final List<Product> products = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<ProductReturn> returns = new ArrayList<>();
    private final List<AuditEntry> audited = new ArrayList<>();

    ShopData(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Stores {@code size} rows of each kind. */
    void store(int size) {
        persist(warehouse, root, offers, wholesaler, bestSeller, regular);
        for (int i = 1; i <= size; i++) {
            storeRow(i);
        }
    }

    private void storeRow(int i) {
        Category category = new Category("Category " + i, root);
        Supplier supplier = new Supplier("Supplier " + i, "VAT-" + i);
        Product own = product("SKU-" + i, category, supplier);
        Product sold = product("ONE-" + i, category, wholesaler);
        Product offered = product("ALL-" + i, offers, supplier);
        persist(category, supplier, own, sold, offered, new StockItem(warehouse, own, i));
        Customer customer = customer(i);
        persist(customer, new Review(own, customer, 4, "Good", NOON.plusSeconds(i)),
                new Review(bestSeller, customer, 5, "Better", NOON.plusSeconds(i)),
                new Review(sold, regular, 4, "Again", NOON.plusSeconds(i)));
        store(i, customer, own);
        store(new Order("R-" + i, regular, NOON.plusSeconds(3600), address()), own, sold, offered, bestSeller);
        products.add(own);
    }

    private void store(int i, Customer customer, Product product) {
        Order order = store(new Order("O-" + i, customer, NOON.plusSeconds(i), address()), product);
        ProductReturn returned = new ProductReturn(order, product, "Too small", DAY);
        orders.add(order);
        returns.add(returned);
        AuditEntry entry = new AuditEntry("Order", (long) i, "placed", "shop", NOON);
        audited.add(entry);
        persist(new Payment(order, new BigDecimal("19.80"), "REF-" + i, DAY), new Shipment(order, warehouse, CARRIER, "T-" + i),
                returned, promotion(i), entry);
    }

    private Order store(Order order, Product... sold) {
        for (Product product : sold) {
            order.add(product, 2);
        }
        entityManager.persist(order);
        return order;
    }

    private void persist(Object... entities) {
        for (Object entity : entities) {
            entityManager.persist(entity);
        }
    }

    private static Product product(String sku, Category category, Supplier supplier) {
        return new Product(sku, "Product " + sku.replaceAll("\\D", ""), new BigDecimal("9.90"), category, supplier);
    }

    private static Customer customer(int i) {
        Address address = new Address("Street 1", "Berlin", POSTAL_CODE, COUNTRIES.get(i % COUNTRIES.size()));
        Customer customer = new Customer("C-" + i, "Customer " + i, "c" + i + "@example.com", DAY, address);
        customer.getLabels().add("regular");
        return customer;
    }

    private static Promotion promotion(int i) {
        Promotion promotion = new Promotion("Promotion " + i, DAY);
        promotion.add("CODE-" + i);
        return promotion;
    }

    private static Address address() {
        return new Address("Street 1", "Berlin", POSTAL_CODE, "DE");
    }

    Long rootCategory() {
        return root.getId();
    }

    Long offers() {
        return offers.getId();
    }

    Long wholesaler() {
        return wholesaler.getId();
    }

    Long bestSeller() {
        return bestSeller.getId();
    }

    Long regular() {
        return regular.getId();
    }

    Long warehouse() {
        return warehouse.getId();
    }

    Long firstReturn() {
        return returns.get(0).getId();
    }

    List<Long> products() {
        return products.stream().map(BaseEntity::getId).toList();
    }

    List<Long> orders() {
        return orders.stream().map(BaseEntity::getId).toList();
    }

    List<Long> auditEntries() {
        return audited.stream().map(BaseEntity::getId).toList();
    }

    List<Long> customers() {
        return orders.stream().map(order -> order.getCustomer().getId()).toList();
    }
}
