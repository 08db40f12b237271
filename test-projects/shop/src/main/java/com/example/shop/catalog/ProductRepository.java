package com.example.shop.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface ProductRepository extends JpaRepository<Product, Long> {

    @Override
    @EntityGraph(attributePaths = "category")
    Page<Product> findAll(Pageable pageable); // finding: unindexed-order-by

    @Query("select p from Product p join fetch p.category where p.sku = :sku")
    Optional<Product> findBySku(String sku);

    List<Product> findBySkuIn(Collection<String> skus);

    List<Product> findByCategoryId(Long categoryId);

    List<Product> findBySupplierId(Long supplierId);

    List<Product> findTop500ByIdGreaterThanOrderById(Long id);
}
