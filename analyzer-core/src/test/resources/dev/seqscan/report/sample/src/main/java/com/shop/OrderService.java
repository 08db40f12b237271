package com.shop;

import java.util.List;

class OrderService {

    private final OrderRepository orders;
    private final OrderMapper mapper;

    OrderService(OrderRepository orders, OrderMapper mapper) {
        this.orders = orders;
        this.mapper = mapper;
    }

    List<OrderView> list() {
        return orders.findAll().stream()
                .map(order -> mapper.toView(order))
                .toList();
    }

    List<OrderView> open() {
        return orders.findByStatus("OPEN").stream().map(mapper::toView).toList();
    }
}
