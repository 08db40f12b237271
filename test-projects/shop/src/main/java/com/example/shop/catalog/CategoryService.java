package com.example.shop.catalog;

import java.util.List;
import org.springframework.stereotype.Service;

@Service
public class CategoryService {

    private final CategoryRepository categories;

    public CategoryService(CategoryRepository categories) {
        this.categories = categories;
    }

    public CategoryNode tree(Long rootId) {
        return node(categories.findById(rootId).orElseThrow());
    }

    private CategoryNode node(Category category) {
        return new CategoryNode(category.getId(), category.getName(), below(category));
    }

    private List<CategoryNode> below(Category parent) {
        return categories.findByParentIdOrderByName(parent.getId()).stream().map(this::node).toList(); // finding: query-in-loop
    }
}
