package com.example.shop.order;

public record LineCount(String order, long lines) {
}
