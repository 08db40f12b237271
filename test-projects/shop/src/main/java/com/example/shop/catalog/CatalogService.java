package com.example.shop.catalog;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
public class CatalogService {

    private static final String AVERAGE_RATING = "select avg(r.rating) from Review r where r.product.id = :product";
    private static final String BY_VAT_NUMBER = "select s from Supplier s where s.vatNumber = :vat";

    private final ProductRepository products;
    private final SupplierRepository suppliers;
    private final EntityManager entityManager;

    public CatalogService(ProductRepository products, SupplierRepository suppliers, EntityManager entityManager) {
        this.products = products;
        this.suppliers = suppliers;
        this.entityManager = entityManager;
    }

    public ProductDto find(String sku) {
        return products.findBySku(sku).map(ProductDto::from).orElseThrow();
    }

    public Page<ProductDto> page(int page, int size) {
        Page<Product> found = products.findAll(PageRequest.of(page, size, Sort.by("name"))); // finding: non-deterministic-pagination, offset-pagination
        return found.map(ProductDto::from);
    }

    public Map<String, List<String>> ofSupplierByCategory(Long supplierId) {
        return products.findBySupplierId(supplierId).stream()
                .collect(Collectors.groupingBy(
                        product -> product.getCategory().getName(), // finding: lazy-load-in-loop
                        Collectors.mapping(Product::getSku, Collectors.toList())));
    }

    public List<Long> categoryIdsOfSupplier(Long supplierId) {
        return products.findBySupplierId(supplierId).stream()
                .map(product -> product.getCategory().getId())
                .distinct()
                .toList();
    }

    public Map<String, Double> averageRatings(Long categoryId) {
        Map<String, Double> ratings = new TreeMap<>();
        for (Product product : products.findByCategoryId(categoryId)) {
            var query = entityManager.createQuery(AVERAGE_RATING, Double.class).setParameter("product", product.getId());
            ratings.put(product.getSku(), query.getSingleResult()); // finding: query-in-loop
        }
        return ratings;
    }

    public List<String> supplierNames(String vatNumber) {
        var query = entityManager.createQuery(BY_VAT_NUMBER, Supplier.class).setParameter("vat", vatNumber);
        List<Supplier> found = query.getResultList(); // finding: unindexed-filter
        return found.stream().map(Supplier::getName).toList();
    }

    public boolean isKnown(String supplierName) {
        return !suppliers.findByName(supplierName).isEmpty(); // finding: over-fetching
    }
}
