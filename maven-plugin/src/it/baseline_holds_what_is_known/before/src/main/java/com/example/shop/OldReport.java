package com.example.shop;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class OldReport {

    private final OrderRepository orders;

    public OldReport(OrderRepository orders) {
        this.orders = orders;
    }

    @Transactional(readOnly = true)
    public int letters() {
        int letters = 0;
        for (Order order : orders.findAll()) {
            letters += order.getCustomer().getName().length();
        }
        return letters;
    }
}
