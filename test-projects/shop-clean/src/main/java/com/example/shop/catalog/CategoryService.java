package com.example.shop.catalog;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;

@Service
public class CategoryService {

    private final CategoryRepository categories;

    public CategoryService(CategoryRepository categories) {
        this.categories = categories;
    }

    public CategoryNode tree(Long rootId) {
        List<Category> all = categories.findAll(Sort.by("name"));
        Map<Long, List<Category>> byParent = all.stream()
                .filter(category -> category.getParent() != null)
                .collect(Collectors.groupingBy(category -> category.getParent().getId()));
        return all.stream()
                .filter(category -> category.getId().equals(rootId))
                .findFirst()
                .map(root -> node(root, byParent))
                .orElseThrow();
    }

    private static CategoryNode node(Category category, Map<Long, List<Category>> byParent) {
        List<CategoryNode> children = byParent.getOrDefault(category.getId(), List.of()).stream()
                .map(child -> node(child, byParent))
                .toList();
        return new CategoryNode(category.getId(), category.getName(), children);
    }
}
