package com.example.shop.order;

import java.util.List;

public record OrderDto(String number, String customer, OrderStatus status, List<Line> lines) {

    public record Line(String product, int quantity) {
    }
}
