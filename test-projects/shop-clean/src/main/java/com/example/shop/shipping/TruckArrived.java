package com.example.shop.shipping;

/** A truck waits at a warehouse. */
public record TruckArrived(Long warehouseId) {
}
