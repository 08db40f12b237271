package com.example.shop.stock;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface StockItemRepository extends JpaRepository<StockItem, Long> {

    Optional<StockItem> findByWarehouseIdAndProductId(Long warehouseId, Long productId);

    List<StockItem> findByWarehouseId(Long warehouseId);

    List<StockItem> findByProductId(Long productId); // finding: unindexed-filter

    // Helped by the same index as findByProductId.
    @Query("select coalesce(sum(s.quantity), 0) from StockItem s where s.product.id = :productId")
    long available(Long productId);
}
