package com.example.shop.stock;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
public class StockService {

    private static final int RESERVE = 5;

    private final StockItemRepository items;
    private final WarehouseRepository warehouses;

    public StockService(StockItemRepository items, WarehouseRepository warehouses) {
        this.items = items;
        this.warehouses = warehouses;
    }

    public BigDecimal value(String warehouseCode) {
        Warehouse warehouse = warehouses.findByCode(warehouseCode).orElseThrow();
        BigDecimal value = BigDecimal.ZERO;
        for (StockItem item : items.findByWarehouseId(warehouse.getId())) {
            value = value.add(Valuation.of(item)); // finding: lazy-load-in-loop
        }
        return value;
    }

    public List<Long> toReorder(List<Long> productIds) {
        List<Long> result = new ArrayList<>();
        for (Long productId : productIds) {
            if (isShort(productId)) { // finding: query-in-loop
                result.add(productId);
            }
        }
        return result;
    }

    @Transactional
    public void take(Long warehouseId, Long productId, int pieces) {
        items.findByWarehouseIdAndProductId(warehouseId, productId).orElseThrow().take(pieces);
    }

    private boolean isShort(Long productId) {
        return missing(productId) > 0;
    }

    private long missing(Long productId) {
        return RESERVE - items.available(productId);
    }
}
