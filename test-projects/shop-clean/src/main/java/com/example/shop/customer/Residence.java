package com.example.shop.customer;

public record Residence(String customer, String country) {
}
