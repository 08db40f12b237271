package com.example.shop.catalog;

import java.util.List;

public record CategoryNode(Long id, String name, List<CategoryNode> children) {
}
