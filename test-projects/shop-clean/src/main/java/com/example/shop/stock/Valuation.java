package com.example.shop.stock;

import java.math.BigDecimal;

final class Valuation {

    private Valuation() {
    }

    static BigDecimal of(StockItem item) {
        return item.getProduct().getPrice().multiply(BigDecimal.valueOf(item.getQuantity()));
    }
}
