package com.example.shop.customer;

import com.example.shop.common.Address;
import java.time.LocalDate;

/** What a registration form or a line of an import holds. */
public record NewCustomer(String number, String name, String email, String street, String city, String postalCode, String country) {

    Customer toCustomer(String countryCode) {
        return new Customer(number, name, email, LocalDate.now(), new Address(street, city, postalCode, countryCode));
    }
}
