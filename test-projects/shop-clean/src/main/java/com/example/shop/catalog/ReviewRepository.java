package com.example.shop.catalog;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

public interface ReviewRepository extends JpaRepository<Review, Long> {

    @EntityGraph(attributePaths = {"customer", "product"})
    List<Review> findByProductIdAndIdLessThanOrderByIdDesc(Long productId, Long before, Limit limit);

    @EntityGraph(attributePaths = {"customer", "product"})
    List<Review> findTop10ByProductIdOrderByIdDesc(Long productId);

    @EntityGraph(attributePaths = {"customer", "product"})
    List<Review> findByCustomerId(Long customerId);
}
