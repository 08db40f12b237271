package com.example.shop.order;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
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
        return orders.findByPlacedAtAfter(since).stream().map(order -> mapper.toSummary(order)).toList();
    }

    public List<OrderSummary> withStatus(OrderStatus status, Instant placedAt, Long id) {
        ScrollPosition last = ScrollPosition.forward(Map.of("placedAt", placedAt, "id", id));
        Window<Order> found = orders.findFirst20ByStatusOrderByPlacedAtDescIdDesc(status, last);
        return found.map(mapper::toSummary).toList();
    }

    public List<OrderSummary> selected(Collection<Long> ids) {
        return orders.findWithCustomer(ids).stream().map(mapper::toSummary).toList();
    }

    public Map<String, Long> lineCounts(Long customerId, Instant since) {
        return orders.countLines(customerId, since).stream().collect(Collectors.toMap(LineCount::order, LineCount::lines));
    }

    public List<String> open(Long customerId) {
        return orders.findNumbers(customerId, OrderStatus.PLACED);
    }

    public List<String> newestNumbers() {
        return orders.findNewestNumbers(Limit.of(10));
    }

    public Map<OrderStatus, Long> countsByStatus() {
        Map<OrderStatus, Long> counts = new EnumMap<>(OrderStatus.class);
        for (OrderStatus status : OrderStatus.values()) {
            counts.put(status, 0L);
        }
        orders.countByStatus().forEach(count -> counts.put(count.status(), count.orders()));
        return counts;
    }

    public Map<String, Integer> sizesBefore(Long id, int size) {
        List<Order> page = orders.findWithLines(orders.findIdsBefore(id, Limit.of(size)));
        return page.stream().collect(Collectors.toMap(Order::getNumber, order -> order.getLines().size()));
    }
}
