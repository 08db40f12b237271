package com.example.shop.catalog;

import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ReviewController {

    private final ReviewRepository reviews;

    public ReviewController(ReviewRepository reviews) {
        this.reviews = reviews;
    }

    @GetMapping("/products/{productId}/reviews")
    public Page<ReviewDto> page(@PathVariable Long productId, Pageable pageable) {
        Page<Review> page = reviews.findByProductId(productId, pageable); // finding: offset-pagination
        return page.map(ReviewDto::new); // finding: lazy-load-in-loop
    }

    @GetMapping("/products/{productId}/reviews/newest")
    public List<ReviewDto> newest(@PathVariable Long productId) {
        return reviews.findTop10ByProductIdOrderByCreatedAtDesc(productId).stream().map(ReviewDto::new).toList();
    }

    @GetMapping("/customers/{customerId}/reviews")
    public List<ReviewDto> writtenBy(@PathVariable Long customerId) {
        return reviews.findByCustomerId(customerId).stream().map(ReviewDto::new).toList();
    }
}
