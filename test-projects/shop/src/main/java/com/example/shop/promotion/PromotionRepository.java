package com.example.shop.promotion;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

public interface PromotionRepository extends JpaRepository<Promotion, Long> {

    List<Promotion> findByEndsOnAfter(LocalDate day);

    // Loads each promotion, and then its codes to delete them too: one query more for each promotion.
    void deleteByEndsOnBefore(LocalDate day); // finding: derived-delete-loads-entities
}
