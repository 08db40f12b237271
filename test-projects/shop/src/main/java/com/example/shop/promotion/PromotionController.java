package com.example.shop.promotion;

import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/promotions")
public class PromotionController {

    private final PromotionService promotions;

    public PromotionController(PromotionService promotions) {
        this.promotions = promotions;
    }

    /** The codes are loaded while the answer is written, promotion after promotion. */
    @GetMapping
    public List<Promotion> running(@RequestParam LocalDate day) {
        return promotions.running(day); // finding: lazy-load-in-serialization
    }

    @GetMapping("/count")
    public int count() {
        return promotions.count();
    }

    @DeleteMapping
    public void removeEnded(@RequestParam LocalDate before) {
        promotions.removeEnded(before);
    }
}
