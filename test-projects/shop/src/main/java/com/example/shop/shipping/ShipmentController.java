package com.example.shop.shipping;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/shipments")
public class ShipmentController {

    private final ShipmentService shipments;

    public ShipmentController(ShipmentService shipments) {
        this.shipments = shipments;
    }

    @GetMapping("/{trackingCode}")
    public ShipmentDto track(@PathVariable String trackingCode) {
        return shipments.track(trackingCode);
    }

    @GetMapping("/of-order")
    public ShipmentDto ofOrder(@RequestParam Long orderId) {
        return shipments.ofOrder(orderId);
    }

    @GetMapping
    public List<ShipmentDto> withCarrier(@RequestParam String carrier) {
        return shipments.withCarrier(carrier);
    }
}
