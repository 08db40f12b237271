package com.example.shop.order;

import java.util.ArrayList;
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
        for (Order order : orders.findWithProducts(postalCode)) {
            for (OrderLine line : order.getLines()) {
                labels.add(line.getQuantity() + " x " + line.getProduct().getName());
            }
        }
        return labels;
    }

    public List<String> skus(String postalCode) {
        return orders.findWithProducts(postalCode).stream()
                .flatMap(order -> order.getLines().stream())
                .map(line -> line.getProduct().getSku())
                .toList();
    }

    public List<String> history(Long customerId) {
        List<String> names = new ArrayList<>();
        orders.findHistory(customerId).forEach(order ->
                order.getLines().forEach(line -> names.add(line.getProduct().getName())));
        return names;
    }

    public List<String> round(String postalCode) {
        return orders.findRound(postalCode);
    }
}
