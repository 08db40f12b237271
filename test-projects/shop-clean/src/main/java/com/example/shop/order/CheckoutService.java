package com.example.shop.order;

import com.example.shop.catalog.Product;
import com.example.shop.catalog.ProductRepository;
import com.example.shop.customer.CustomerRepository;
import com.example.shop.shipping.DeliveryTimes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class CheckoutService {

    private static final int ATTEMPTS = 5;

    private final OrderRepository orders;
    private final ProductRepository products;
    private final CustomerRepository customers;
    private final DeliveryTimes deliveryTimes;

    public CheckoutService(OrderRepository orders, ProductRepository products, CustomerRepository customers,
            DeliveryTimes deliveryTimes) {
        this.orders = orders;
        this.products = products;
        this.customers = customers;
        this.deliveryTimes = deliveryTimes;
    }

    @Transactional
    public String place(Cart cart) {
        var customer = customers.findById(cart.customerId()).orElseThrow();
        Order order = new Order(freeNumber(), customer, Instant.now(), cart.address());
        Map<Long, Product> byId = products(cart);
        for (Cart.Item item : cart.items()) {
            order.add(byId.get(item.productId()), item.quantity());
        }
        return orders.save(order).getNumber();
    }

    @Transactional(readOnly = true)
    public BigDecimal total(Cart cart) {
        Map<Long, Product> byId = products(cart);
        BigDecimal total = BigDecimal.ZERO;
        for (Cart.Item item : cart.items()) {
            BigDecimal price = byId.get(item.productId()).getPrice();
            total = total.add(price.multiply(BigDecimal.valueOf(item.quantity())));
        }
        return total;
    }

    public int deliveryDays(Cart cart) {
        Map<Long, Integer> quantities = cart.items().stream()
                .collect(Collectors.toMap(Cart.Item::productId, Cart.Item::quantity, Integer::sum));
        return deliveryTimes.daysFor(quantities);
    }

    private Map<Long, Product> products(Cart cart) {
        List<Long> ids = cart.items().stream().map(Cart.Item::productId).toList();
        return products.findAllById(ids).stream().collect(Collectors.toMap(Product::getId, Function.identity()));
    }

    private String freeNumber() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String number = "O-" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
            if (!orders.existsByNumber(number)) {
                return number;
            }
        }
        throw new IllegalStateException("No free order number found");
    }
}
