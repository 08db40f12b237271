package com.example.shop.returns;

public record ReturnDto(Long id, String reason) {

    public static ReturnDto from(ProductReturn returned) {
        return new ReturnDto(returned.getId(), returned.getReason());
    }
}
