package com.example.shop.customer;

public record OrderCount(String customer, long orders) {
}
