package com.example.shop;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class OrderService {

    private final OrderRepository orders;

    public OrderService(OrderRepository orders) {
        this.orders = orders;
    }

    /** A warning only: the provider may send these writes in batches. */
    @Transactional
    public void place(List<Order> placed) {
        for (Order order : placed) {
            orders.save(order);
        }
    }
}
