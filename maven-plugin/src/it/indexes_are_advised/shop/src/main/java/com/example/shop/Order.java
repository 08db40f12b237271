package com.example.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;

@Entity
@Table(name = "orders")
class Order {

    @Id
    private Long id;
    private String status;
    private String city;
    private BigDecimal total;
    private LocalDateTime placedAt;
}
