package com.example.shop;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

@Service
public class OrderService {

    /** Nobody here calls it, so where the orders come from is not known: a warning at most. */
    public List<String> customerNames(List<Order> orders) {
        List<String> names = new ArrayList<>();
        for (Order order : orders) {
            names.add(order.getCustomer().getName());
        }
        return names;
    }
}
