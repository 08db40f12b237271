package com.example.shop.catalog;

import java.math.BigDecimal;

public record ProductDto(String sku, String name, BigDecimal price, String category) {

    public static ProductDto from(Product product) {
        return new ProductDto(product.getSku(), product.getName(), product.getPrice(), product.getCategory().getName());
    }
}
