package com.example.shop.stock;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface StockItemRepository extends JpaRepository<StockItem, Long> {

    Optional<StockItem> findByWarehouseIdAndProductId(Long warehouseId, Long productId);

    @EntityGraph(attributePaths = "product")
    List<StockItem> findByWarehouseId(Long warehouseId);

    List<StockItem> findByProductIdIn(Collection<Long> productIds);

    @Query("select s.product.id from StockItem s where s.product.id in :ids group by s.product.id having sum(s.quantity) >= :pieces")
    List<Long> findWithAtLeast(long pieces, Collection<Long> ids);
}
