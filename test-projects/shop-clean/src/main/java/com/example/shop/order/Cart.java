package com.example.shop.order;

import com.example.shop.common.Address;
import java.util.List;

public record Cart(Long customerId, String street, String city, String postalCode, String countryCode, List<Item> items) {

    public record Item(Long productId, int quantity) {
    }

    Address address() {
        return new Address(street, city, postalCode, countryCode);
    }
}
