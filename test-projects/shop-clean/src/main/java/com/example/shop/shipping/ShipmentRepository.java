package com.example.shop.shipping;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface ShipmentRepository extends JpaRepository<Shipment, Long> {

    @EntityGraph(attributePaths = {"order", "warehouse"})
    Optional<Shipment> findByOrderId(Long orderId);

    @EntityGraph(attributePaths = {"order", "warehouse"})
    List<Shipment> findByCarrier(String carrier);

    @EntityGraph(attributePaths = "order")
    List<Shipment> findByWarehouseId(Long warehouseId);

    @Query("select s from Shipment s join fetch s.order join fetch s.warehouse where s.trackingCode = :trackingCode")
    Optional<Shipment> track(String trackingCode);
}
