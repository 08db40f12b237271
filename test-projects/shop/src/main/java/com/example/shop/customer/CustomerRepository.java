package com.example.shop.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

public interface CustomerRepository extends JpaRepository<Customer, Long> {

    Optional<Customer> findByNumber(String number);

    Optional<Customer> findByEmail(String email); // finding: unindexed-filter

    // The index that helps findByEmail helps here too: no finding of its own.
    boolean existsByEmail(String email);

    List<Customer> findByJoinedOnGreaterThanEqual(LocalDate since);

    List<Customer> findTop10ByOrderByJoinedOnDesc();
}
