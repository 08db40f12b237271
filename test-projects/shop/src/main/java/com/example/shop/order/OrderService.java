package com.example.shop.order;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
public class OrderService {

    private final OrderRepository orders;
    private final OrderMapper mapper;

    public OrderService(OrderRepository orders, OrderMapper mapper) {
        this.orders = orders;
        this.mapper = mapper;
    }

    public OrderDto find(String number) {
        return orders.findByNumber(number).map(mapper::toDto).orElseThrow();
    }

    public List<OrderSummary> placedSince(Instant since) {
        return orders.findByPlacedAtAfter(since).stream()
                .map(order -> mapper.toSummary(order)) // finding: lazy-load-in-loop
                .toList();
    }

    public Page<OrderSummary> withStatus(OrderStatus status, int page, int size) {
        PageRequest request = PageRequest.of(page, size, Sort.by("placedAt").descending());
        Page<Order> found = orders.findByStatus(status, request); // finding: offset-pagination
        return found.map(mapper::toSummary); // finding: lazy-load-in-loop
    }

    public List<OrderSummary> selected(Collection<Long> ids) {
        return orders.findWithCustomer(ids).stream().map(mapper::toSummary).toList();
    }

    public Map<String, Integer> lineCounts(Long customerId, Instant since) {
        return orders.findByCustomerIdAndPlacedAtAfter(customerId, since).stream()
                .collect(Collectors.toMap(Order::getNumber, order -> order.getLines().size())); // finding: lazy-load-in-loop
    }

    public List<String> open(Long customerId) {
        return orders.findByCustomerIdAndStatus(customerId, OrderStatus.PLACED).stream().map(Order::getNumber).toList(); // finding: over-fetching
    }

    public List<String> newestNumbers() {
        return orders.findNewestNumbers(PageRequest.of(0, 10));
    }

    public Map<OrderStatus, Long> countsByStatus() {
        Map<OrderStatus, Long> counts = new EnumMap<>(OrderStatus.class);
        for (OrderStatus status : OrderStatus.values()) {
            counts.put(status, orders.countByStatus(status));
        }
        return counts;
    }

    public Map<String, Integer> sizes(int page, int size) {
        List<Order> found = orders.findPageWithLines(PageRequest.of(page, size)); // finding: in-memory-pagination, offset-pagination
        return found.stream().collect(Collectors.toMap(Order::getNumber, order -> order.getLines().size()));
    }

    /** All orders have one customer: a query more, not one for each order. */
    public List<OrderSummary> ofCustomer(Long customerId, Instant since) {
        return orders.findByCustomerIdAndPlacedAtAfter(customerId, since).stream().map(mapper::toSummary).toList();
    }
}
