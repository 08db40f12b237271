package com.example.shop.order;

import org.springframework.stereotype.Component;

@Component
public class OrderMapper {

    public OrderSummary toSummary(Order order) {
        return new OrderSummary(order.getNumber(), order.getCustomer().getName(), order.getPlacedAt());
    }

    public OrderDto toDto(Order order) {
        var lines = order.getLines().stream().map(this::toLine).toList();
        return new OrderDto(order.getNumber(), order.getCustomer().getName(), order.getStatus(), lines);
    }

    private OrderDto.Line toLine(OrderLine line) {
        return new OrderDto.Line(line.getProduct().getName(), line.getQuantity());
    }
}
