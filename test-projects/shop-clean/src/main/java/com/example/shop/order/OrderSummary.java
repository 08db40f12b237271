package com.example.shop.order;

import java.time.Instant;

public record OrderSummary(String number, String customer, Instant placedAt) {
}
