package com.example.shop.shipping;

public record ShipmentDto(String order, String warehouse, String carrier, String trackingCode) {

    public static ShipmentDto from(Shipment shipment) {
        return new ShipmentDto(shipment.getOrder().getNumber(), shipment.getWarehouse().getName(), shipment.getCarrier(),
                shipment.getTrackingCode());
    }
}
