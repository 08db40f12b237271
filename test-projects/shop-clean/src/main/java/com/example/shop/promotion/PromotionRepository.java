package com.example.shop.promotion;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

public interface PromotionRepository extends JpaRepository<Promotion, Long> {

    List<Promotion> findByEndsOnAfter(LocalDate day);

    @Modifying
    @Query("delete from PromotionCode c where c.promotion.id in (select p.id from Promotion p where p.endsOn < :day)")
    void deleteCodesOfEnded(LocalDate day);

    @Modifying
    @Query("delete from Promotion p where p.endsOn < :day")
    void deleteEnded(LocalDate day);
}
