package com.example.shop.returns;

import com.example.shop.catalog.Product;
import com.example.shop.common.BaseEntity;
import com.example.shop.order.Order;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "product_returns")
public class ProductReturn extends BaseEntity {

    @ManyToOne(optional = false)
    private Order order; // finding: eager-association-selects
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Product product;
    private String reason;
    private LocalDate returnedOn;

    protected ProductReturn() {
    }

    public ProductReturn(Order order, Product product, String reason, LocalDate returnedOn) {
        this.order = order;
        this.product = product;
        this.reason = reason;
        this.returnedOn = returnedOn;
    }

    public Order getOrder() {
        return order;
    }

    public Product getProduct() {
        return product;
    }

    public String getReason() {
        return reason;
    }

    public LocalDate getReturnedOn() {
        return returnedOn;
    }
}
