package com.example.shop.stock;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
            value = value.add(Valuation.of(item));
        }
        return value;
    }

    public List<Long> toReorder(List<Long> productIds) {
        Set<Long> enough = new HashSet<>(items.findWithAtLeast(RESERVE, productIds));
        return productIds.stream().filter(id -> !enough.contains(id)).toList();
    }

    @Transactional
    public void take(Long warehouseId, Long productId, int pieces) {
        items.findByWarehouseIdAndProductId(warehouseId, productId).orElseThrow().take(pieces);
    }
}
