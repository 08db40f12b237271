package com.example.shop.order;

public record StatusCount(OrderStatus status, long orders) {
}
