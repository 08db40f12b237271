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

    @Transactional(readOnly = true)
    public List<String> customerNames() {
        List<String> names = new ArrayList<>();
        for (Order order : orders.findAll()) {
            names.add(order.getCustomer().getName());
        }
        return names;
    }
}
