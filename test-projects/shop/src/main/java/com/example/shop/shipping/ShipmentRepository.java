package com.example.shop.shipping;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface ShipmentRepository extends JpaRepository<Shipment, Long> {

    Optional<Shipment> findByOrderId(Long orderId);

    List<Shipment> findByCarrier(String carrier);

    List<Shipment> findByWarehouseId(Long warehouseId);

    @Query("select s from Shipment s join fetch s.order join fetch s.warehouse where s.trackingCode = :trackingCode")
    Optional<Shipment> track(String trackingCode); // finding: unindexed-filter
}
