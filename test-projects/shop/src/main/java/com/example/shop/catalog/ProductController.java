package com.example.shop.catalog;

import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/products")
public class ProductController {

    private final CatalogService catalog;
    private final CategoryService categories;

    public ProductController(CatalogService catalog, CategoryService categories) {
        this.catalog = catalog;
        this.categories = categories;
    }

    @GetMapping("/{sku}")
    public ProductDto find(@PathVariable String sku) {
        return catalog.find(sku);
    }

    @GetMapping
    public Page<ProductDto> page(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        return catalog.page(page, size);
    }

    @GetMapping("/categories/{rootId}")
    public CategoryNode categories(@PathVariable Long rootId) {
        return categories.tree(rootId);
    }

    @GetMapping("/categories/{categoryId}/ratings")
    public Map<String, Double> ratings(@PathVariable Long categoryId) {
        return catalog.averageRatings(categoryId);
    }

    @GetMapping("/suppliers/{supplierId}")
    public Map<String, List<String>> ofSupplier(@PathVariable Long supplierId) {
        return catalog.ofSupplierByCategory(supplierId);
    }

    @GetMapping("/suppliers/{supplierId}/categories")
    public List<Long> categoriesOfSupplier(@PathVariable Long supplierId) {
        return catalog.categoryIdsOfSupplier(supplierId);
    }
}
