package com.example.shop.returns;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface ProductReturnRepository extends JpaRepository<ProductReturn, Long> {

    @Query("select r from ProductReturn r join fetch r.order where r.returnedOn = :day")
    List<ProductReturn> findWithOrder(LocalDate day);
}
