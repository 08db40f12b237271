package com.example.shop.shipping;

public interface DeliveryTimes {

    int daysFor(Long productId, int quantity);
}
