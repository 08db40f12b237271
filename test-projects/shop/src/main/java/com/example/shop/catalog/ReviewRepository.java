package com.example.shop.catalog;

import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

public interface ReviewRepository extends JpaRepository<Review, Long> {

    Page<Review> findByProductId(Long productId, Pageable pageable);

    @EntityGraph(attributePaths = {"customer", "product"})
    List<Review> findTop10ByProductIdOrderByCreatedAtDesc(Long productId);

    @EntityGraph(attributePaths = {"customer", "product"})
    List<Review> findByCustomerId(Long customerId); // finding: unindexed-filter
}
