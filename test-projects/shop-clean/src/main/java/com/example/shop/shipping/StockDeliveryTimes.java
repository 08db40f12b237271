package com.example.shop.shipping;

import com.example.shop.stock.StockItem;
import com.example.shop.stock.StockItemRepository;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class StockDeliveryTimes implements DeliveryTimes {

    private static final int FROM_STOCK = 2;
    private static final int FROM_SUPPLIER = 9;

    private final StockItemRepository items;

    StockDeliveryTimes(StockItemRepository items) {
        this.items = items;
    }

    @Override
    public int daysFor(Map<Long, Integer> quantities) {
        Map<Long, Integer> available = items.findByProductIdIn(quantities.keySet()).stream()
                .collect(Collectors.toMap(item -> item.getProduct().getId(), StockItem::getQuantity, Integer::sum));
        boolean inStock = quantities.entrySet().stream()
                .allMatch(wanted -> available.getOrDefault(wanted.getKey(), 0) >= wanted.getValue());
        return inStock ? FROM_STOCK : FROM_SUPPLIER;
    }
}
