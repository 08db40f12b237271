package com.example.shop.catalog;

import java.time.Instant;

public record ReviewDto(String product, String customer, int rating, String comment, Instant createdAt) {

    public ReviewDto(Review review) {
        this(review.getProduct().getName(), review.getCustomer().getName(), review.getRating(), review.getComment(),
                review.getCreatedAt());
    }
}
