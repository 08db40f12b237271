package com.example.shop.catalog;

public record Rating(String sku, double average) {
}
