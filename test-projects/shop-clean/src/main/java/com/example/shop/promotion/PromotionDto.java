package com.example.shop.promotion;

import java.time.LocalDate;
import java.util.List;

public record PromotionDto(String name, LocalDate endsOn, List<String> codes) {

    static PromotionDto from(Promotion promotion) {
        List<String> codes = promotion.getCodes().stream().map(PromotionCode::getCode).toList();
        return new PromotionDto(promotion.getName(), promotion.getEndsOn(), codes);
    }
}
