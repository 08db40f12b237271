package com.example.shop.promotion;

import com.example.shop.common.BaseEntity;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;

@Entity
@Table(name = "promotions")
public class Promotion extends BaseEntity {

    private String name;
    private LocalDate endsOn;

    @OneToMany(mappedBy = "promotion", cascade = CascadeType.ALL, orphanRemoval = true)
    @BatchSize(size = 100)
    private List<PromotionCode> codes = new ArrayList<>();

    protected Promotion() {
    }

    public Promotion(String name, LocalDate endsOn) {
        this.name = name;
        this.endsOn = endsOn;
    }

    public void add(String code) {
        codes.add(new PromotionCode(this, code));
    }

    public String getName() {
        return name;
    }

    public LocalDate getEndsOn() {
        return endsOn;
    }

    public List<PromotionCode> getCodes() {
        return codes;
    }
}
