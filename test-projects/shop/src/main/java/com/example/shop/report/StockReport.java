package com.example.shop.report;

import com.example.shop.stock.StockItem;
import com.example.shop.stock.StockItemRepository;
import org.springframework.stereotype.Component;

@Component
class StockReport extends TextReport<StockItem> {

    private final StockItemRepository items;

    StockReport(StockItemRepository items) {
        this.items = items;
    }

    String of(Long warehouseId) {
        return print(items.findByWarehouseId(warehouseId));
    }

    @Override
    String title() {
        return "Stock";
    }

    @Override
    String line(StockItem item) {
        return item.getProduct().getId() + ": " + item.getQuantity();
    }
}
