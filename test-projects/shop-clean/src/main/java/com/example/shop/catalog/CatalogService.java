package com.example.shop.catalog;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
public class CatalogService {

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

    public List<ProductDto> after(String sku, int size) {
        return products.findBySkuGreaterThanOrderBySku(sku, Limit.of(size)).stream().map(ProductDto::from).toList();
    }

    public Map<String, List<String>> ofSupplierByCategory(Long supplierId) {
        return products.findBySupplierId(supplierId).stream()
                .collect(Collectors.groupingBy(
                        product -> product.getCategory().getName(),
                        Collectors.mapping(Product::getSku, Collectors.toList())));
    }

    public Map<String, Double> averageRatings(Long categoryId) {
        return products.averageRatings(categoryId).stream().collect(Collectors.toMap(Rating::sku, Rating::average));
    }

    public List<String> supplierNames(String vatNumber) {
        return entityManager.createQuery(BY_VAT_NUMBER, Supplier.class)
                .setParameter("vat", vatNumber)
                .getResultStream()
                .map(Supplier::getName)
                .toList();
    }

    public boolean isKnown(String supplierName) {
        return suppliers.existsByName(supplierName);
    }
}
