package com.example.shop.stock;

public record Withdrawal(Long warehouseId, Long productId, int pieces) {
}
