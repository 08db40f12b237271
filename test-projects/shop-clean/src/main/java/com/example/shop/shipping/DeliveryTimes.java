package com.example.shop.shipping;

import java.util.Map;

public interface DeliveryTimes {

    /** The days until all is there; takes the quantity wanted per product id. */
    int daysFor(Map<Long, Integer> quantities);
}
