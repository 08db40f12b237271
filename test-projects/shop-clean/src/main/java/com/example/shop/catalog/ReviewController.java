package com.example.shop.catalog;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ReviewController {

    private static final int PAGE = 20;

    private final ReviewRepository reviews;

    public ReviewController(ReviewRepository reviews) {
        this.reviews = reviews;
    }

    @GetMapping("/products/{productId}/reviews")
    public List<ReviewDto> before(@PathVariable Long productId, @RequestParam Long before) {
        return reviews.findByProductIdAndIdLessThanOrderByIdDesc(productId, before, Limit.of(PAGE)).stream()
                .map(ReviewDto::new)
                .toList();
    }

    @GetMapping("/products/{productId}/reviews/newest")
    public List<ReviewDto> newest(@PathVariable Long productId) {
        return reviews.findTop10ByProductIdOrderByIdDesc(productId).stream().map(ReviewDto::new).toList();
    }

    @GetMapping("/customers/{customerId}/reviews")
    public List<ReviewDto> writtenBy(@PathVariable Long customerId) {
        return reviews.findByCustomerId(customerId).stream().map(ReviewDto::new).toList();
    }
}
