package com.example.shop.promotion;

import com.example.shop.common.BaseEntity;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "promotion_codes")
public class PromotionCode extends BaseEntity {

    @JsonIgnore
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Promotion promotion;
    private String code;

    protected PromotionCode() {
    }

    public PromotionCode(Promotion promotion, String code) {
        this.promotion = promotion;
        this.code = code;
    }

    public Promotion getPromotion() {
        return promotion;
    }

    public String getCode() {
        return code;
    }
}
