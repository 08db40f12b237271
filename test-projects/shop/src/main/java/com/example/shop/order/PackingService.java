package com.example.shop.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
public class PackingService {

    private final OrderRepository orders;

    public PackingService(OrderRepository orders) {
        this.orders = orders;
    }

    public List<String> labels(String postalCode) {
        List<String> labels = new ArrayList<>();
        for (Order order : orders.findByShippingAddressPostalCode(postalCode)) {
            for (OrderLine line : order.getLines()) { // finding: lazy-load-in-loop
                labels.add(line.getQuantity() + " x " + line.getProduct().getName()); // finding: lazy-load-in-loop
            }
        }
        return labels;
    }

    public List<String> skus(String postalCode) {
        List<String> skus = new ArrayList<>();
        for (Order order : orders.findWithLines(postalCode)) {
            for (OrderLine line : order.getLines()) {
                skus.add(line.getProduct().getSku()); // finding: lazy-load-in-loop
            }
        }
        return skus;
    }

    public List<String> history(Long customerId) {
        List<String> names = new ArrayList<>();
        for (Order order : orders.findWithProducts(customerId)) {
            for (OrderLine line : order.getLines()) {
                names.add(line.getProduct().getName());
            }
        }
        return names;
    }

    public List<String> round(String postalCode) {
        List<Order> round = orders.findByShippingAddressPostalCode(postalCode); // finding: over-fetching
        round.sort(Comparator.comparing(order -> order.getCustomer().getName())); // finding: lazy-load-in-loop
        return round.stream().map(Order::getNumber).toList();
    }
}
