package com.example.shop;

import com.example.shop.audit.AuditEntry;
import com.example.shop.catalog.Category;
import com.example.shop.catalog.Product;
import com.example.shop.catalog.Review;
import com.example.shop.catalog.Supplier;
import com.example.shop.common.Address;
import com.example.shop.customer.Customer;
import com.example.shop.order.Order;
import com.example.shop.payment.Payment;
import com.example.shop.shipping.Shipment;
import com.example.shop.stock.StockItem;
import com.example.shop.stock.Warehouse;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Stores a shop of a given size, in which no two orders share a customer or a product. */
final class ShopData {

    static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    static final String POSTAL_CODE = "10115";
    static final String WAREHOUSE = "W1";
    static final String CARRIER = "ParcelCo";

    private final EntityManager entityManager;
    private final Warehouse warehouse = new Warehouse(WAREHOUSE, "North");
    private final Category root = new Category("All", null);

    ShopData(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Stores {@code size} orders with all that belongs to each, and gives the id of the root category. */
    Long store(int size) {
        entityManager.persist(warehouse);
        entityManager.persist(root);
        for (int i = 1; i <= size; i++) {
            storeOrder(i, storeProduct(i), storeCustomer(i));
        }
        return root.getId();
    }

    private Product storeProduct(int i) {
        Category category = new Category("Category " + i, root);
        Supplier supplier = new Supplier("Supplier " + i, "VAT-" + i);
        Product product = new Product("SKU-" + i, "Product " + i, new BigDecimal("9.90"), category, supplier);
        entityManager.persist(category);
        entityManager.persist(supplier);
        entityManager.persist(product);
        entityManager.persist(new StockItem(warehouse, product, i));
        return product;
    }

    private Customer storeCustomer(int i) {
        Customer customer = new Customer("C-" + i, "Customer " + i, "c" + i + "@example.com", DAY, address());
        entityManager.persist(customer);
        return customer;
    }

    private void storeOrder(int i, Product product, Customer customer) {
        Order order = new Order("O-" + i, customer, NOON.plusSeconds(i), address());
        order.add(product, 2);
        entityManager.persist(order);
        entityManager.persist(new Payment(order, new BigDecimal("19.80"), "REF-" + i, DAY));
        entityManager.persist(new Shipment(order, warehouse, CARRIER, "T-" + i));
        entityManager.persist(new Review(product, customer, 4, "Good", NOON.plusSeconds(i)));
        entityManager.persist(new AuditEntry("Order", (long) i, "placed", "shop", NOON));
    }

    private static Address address() {
        return new Address("Street 1", "Berlin", POSTAL_CODE, "DE");
    }
}
