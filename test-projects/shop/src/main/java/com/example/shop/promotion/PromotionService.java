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

    public List<Promotion> running(LocalDate day) {
        return promotions.findByEndsOnAfter(day);
    }

    /** Loads all rows to count them, though with one statement. */
    public int count() {
        return promotions.findAll().size(); // finding: over-fetching
    }

    @Transactional
    public void removeEnded(LocalDate day) {
        promotions.deleteByEndsOnBefore(day);
    }
}
