package com.example.shop.catalog;

import com.example.shop.common.BaseEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;

@Entity
@Table(name = "products")
public class Product extends BaseEntity {

    private String sku;
    private String name;
    private BigDecimal price;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Category category;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Supplier supplier;

    protected Product() {
    }

    public Product(String sku, String name, BigDecimal price, Category category, Supplier supplier) {
        this.sku = sku;
        this.name = name;
        this.price = price;
        this.category = category;
        this.supplier = supplier;
    }

    public String getSku() {
        return sku;
    }

    public String getName() {
        return name;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public void setPrice(BigDecimal price) {
        this.price = price;
    }

    public Category getCategory() {
        return category;
    }

    public Supplier getSupplier() {
        return supplier;
    }
}
