package com.example.shop.promotion;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class PromotionService {

    private final PromotionRepository promotions;

    public PromotionService(PromotionRepository promotions) {
        this.promotions = promotions;
    }

    @Transactional(readOnly = true)
    public List<PromotionDto> running(LocalDate day) {
        return promotions.findByEndsOnAfter(day).stream().map(PromotionDto::from).toList();
    }

    public long count() {
        return promotions.count();
    }

    @Transactional
    public void removeEnded(LocalDate day) {
        promotions.deleteCodesOfEnded(day);
        promotions.deleteEnded(day);
    }
}
