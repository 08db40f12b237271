package com.example.shop.shipping;

import com.example.shop.common.BaseEntity;
import com.example.shop.order.Order;
import com.example.shop.stock.Warehouse;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "shipments")
public class Shipment extends BaseEntity {

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    private Order order;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Warehouse warehouse;

    private String carrier;
    private String trackingCode;

    protected Shipment() {
    }

    public Shipment(Order order, Warehouse warehouse, String carrier, String trackingCode) {
        this.order = order;
        this.warehouse = warehouse;
        this.carrier = carrier;
        this.trackingCode = trackingCode;
    }

    public Order getOrder() {
        return order;
    }

    public Warehouse getWarehouse() {
        return warehouse;
    }

    public String getCarrier() {
        return carrier;
    }

    public String getTrackingCode() {
        return trackingCode;
    }
}
