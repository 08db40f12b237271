package com.example.shop;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

    private final OrderRepository orders;

    OrderController(OrderRepository orders) {
        this.orders = orders;
    }

    @GetMapping("/orders")
    List<Order> of(String status) {
        return orders.findByStatus(status);
    }

    @PostMapping("/orders")
    void place(Order order) {
        orders.save(order);
    }
}
