package com.example.shop.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/orders")
public class OrderController {

    private final OrderService orders;
    private final CheckoutService checkout;
    private final PackingService packing;

    public OrderController(OrderService orders, CheckoutService checkout, PackingService packing) {
        this.orders = orders;
        this.checkout = checkout;
        this.packing = packing;
    }

    @GetMapping("/{number}")
    public OrderDto find(@PathVariable String number) {
        return orders.find(number);
    }

    @GetMapping
    public Page<OrderSummary> withStatus(@RequestParam OrderStatus status, @RequestParam int page, @RequestParam int size) {
        return orders.withStatus(status, page, size);
    }

    @GetMapping("/since")
    public List<OrderSummary> since(@RequestParam Instant since) {
        return orders.placedSince(since);
    }

    @PostMapping
    public String place(@RequestBody Cart cart) {
        return checkout.place(cart);
    }

    @PostMapping("/delivery-days")
    public int deliveryDays(@RequestBody Cart cart) {
        return checkout.deliveryDays(cart);
    }

    @GetMapping("/labels")
    public List<String> labels(@RequestParam String postalCode) {
        return packing.labels(postalCode);
    }

    @PostMapping("/total")
    public BigDecimal total(@RequestBody Cart cart) {
        return checkout.total(cart);
    }

    @GetMapping("/skus")
    public List<String> skus(@RequestParam String postalCode) {
        return packing.skus(postalCode);
    }

    @GetMapping("/round")
    public List<String> round(@RequestParam String postalCode) {
        return packing.round(postalCode);
    }

    @GetMapping("/products")
    public List<String> history(@RequestParam Long customerId) {
        return packing.history(customerId);
    }

    @GetMapping("/selected")
    public List<OrderSummary> selected(@RequestParam List<Long> ids) {
        return orders.selected(ids);
    }

    @GetMapping("/line-counts")
    public Map<String, Integer> lineCounts(@RequestParam Long customerId, @RequestParam Instant since) {
        return orders.lineCounts(customerId, since);
    }

    @GetMapping("/open")
    public List<String> open(@RequestParam Long customerId) {
        return orders.open(customerId);
    }

    @GetMapping("/newest")
    public List<String> newest() {
        return orders.newestNumbers();
    }

    @GetMapping("/counts")
    public Map<OrderStatus, Long> counts() {
        return orders.countsByStatus();
    }

    @GetMapping("/sizes")
    public Map<String, Integer> sizes(@RequestParam int page, @RequestParam int size) {
        return orders.sizes(page, size);
    }

    @GetMapping("/of-customer")
    public List<OrderSummary> ofCustomer(@RequestParam Long customerId, @RequestParam Instant since) {
        return orders.ofCustomer(customerId, since);
    }
}
