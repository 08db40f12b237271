package com.example.shop.shipping;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
public class ShipmentService {

    private static final Logger LOG = LoggerFactory.getLogger(ShipmentService.class);

    private final ShipmentRepository shipments;

    public ShipmentService(ShipmentRepository shipments) {
        this.shipments = shipments;
    }

    public ShipmentDto track(String trackingCode) {
        return shipments.track(trackingCode).map(ShipmentDto::from).orElseThrow();
    }

    public ShipmentDto ofOrder(Long orderId) {
        return shipments.findByOrderId(orderId).map(ShipmentDto::from).orElseThrow();
    }

    public List<ShipmentDto> withCarrier(String carrier) {
        return shipments.findByCarrier(carrier).stream()
                .map(ShipmentDto::from)
                .toList();
    }

    @EventListener
    public void announce(TruckArrived truck) {
        shipments.findByWarehouseId(truck.warehouseId()).forEach(shipment ->
                LOG.info("Leaves today: order {}", shipment.getOrder().getNumber()));
    }
}
