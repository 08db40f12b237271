package com.example.shop;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class OrderService {

    private final OrderRepository orders;

    public OrderService(OrderRepository orders) {
        this.orders = orders;
    }

    /**
     * This text moves all that stands below it
     * by ten lines, which changes nothing about
     * what is known of it.
     *
     * So the baseline holds.
     *
     * And so on.
     *
     */
    @Transactional(readOnly = true)
    public List<String> customerNames() {
        List<String> names = new ArrayList<>();
        for (Order order : orders.findAll()) {
            names.add(order.getCustomer().getName());
        }
        return names;
    }

    @Transactional(readOnly = true)
    public String joinedNames() {
        StringBuilder names = new StringBuilder();
        for (Order order : orders.findAll()) {
            names.append(order.getCustomer().getName());
        }
        return names.toString();
    }
}
