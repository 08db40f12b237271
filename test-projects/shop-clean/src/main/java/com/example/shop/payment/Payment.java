package com.example.shop.payment;

import com.example.shop.common.BaseEntity;
import com.example.shop.order.Order;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

@Entity
@Table(name = "payments")
public class Payment extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Order order;

    private BigDecimal amount;
    private String reference;
    private LocalDate paidOn;

    protected Payment() {
    }

    public Payment(Order order, BigDecimal amount, String reference, LocalDate paidOn) {
        this.order = order;
        this.amount = amount;
        this.reference = reference;
        this.paidOn = paidOn;
    }

    public Order getOrder() {
        return order;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public String getReference() {
        return reference;
    }

    public LocalDate getPaidOn() {
        return paidOn;
    }
}
