package com.example.shop.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface ProductRepository extends JpaRepository<Product, Long> {

    @EntityGraph(attributePaths = "category")
    List<Product> findBySkuGreaterThanOrderBySku(String after, Limit limit);

    @Query("select p from Product p join fetch p.category where p.sku = :sku")
    Optional<Product> findBySku(String sku);

    List<Product> findBySkuIn(Collection<String> skus);

    @EntityGraph(attributePaths = "category")
    List<Product> findBySupplierId(Long supplierId);

    List<Product> findTop500ByIdGreaterThanOrderById(Long id);

    @Query("select p from Product p join fetch p.supplier where p.id > :last order by p.id")
    List<Product> findWithSupplier(Long last, Limit limit);

    @Query("""
            select new com.example.shop.catalog.Rating(p.sku, avg(r.rating))
              from Product p join Review r on r.product = p
             where p.category.id = :categoryId
             group by p.sku
            """)
    List<Rating> averageRatings(Long categoryId);
}
