package com.example.shop.catalog;

public record NewSupplier(String name, String vatNumber) {

    Supplier toSupplier() {
        return new Supplier(name, vatNumber);
    }
}
