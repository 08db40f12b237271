package com.example.shop.shipping;

import com.example.shop.stock.StockItem;
import com.example.shop.stock.StockItemRepository;
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
    public int daysFor(Long productId, int quantity) {
        int available = items.findByProductId(productId).stream().mapToInt(StockItem::getQuantity).sum();
        return available >= quantity ? FROM_STOCK : FROM_SUPPLIER;
    }
}
