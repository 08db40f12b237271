package com.example.shop.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
public class InvoiceService {

    private final OrderRepository orders;
    private final TransactionTemplate transaction;

    public InvoiceService(OrderRepository orders, TransactionTemplate transaction) {
        this.orders = orders;
        this.transaction = transaction;
    }

    public Map<String, BigDecimal> totals(Instant since) {
        return transaction.execute(status -> orders.findByPlacedAtAfter(since).stream()
                .collect(Collectors.toMap(Order::getNumber, Order::total))); // finding: lazy-load-in-loop
    }

    public List<String> recipients(Instant since) {
        return transaction.execute(status -> {
            List<String> names = new ArrayList<>();
            try (Stream<Order> all = orders.streamByPlacedAtAfter(since)) {
                all.forEach(order -> names.add(order.getCustomer().getName())); // finding: lazy-load-in-loop
            }
            return names;
        });
    }
}
