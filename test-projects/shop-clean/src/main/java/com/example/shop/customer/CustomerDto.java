package com.example.shop.customer;

public record CustomerDto(Long id, String number, String name, String city) {

    public static CustomerDto from(Customer customer) {
        return new CustomerDto(customer.getId(), customer.getNumber(), customer.getName(), customer.getAddress().getCity());
    }
}
