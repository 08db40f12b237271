package com.example.shop.payment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface PaymentRepository extends JpaRepository<Payment, Long> {

    List<Payment> findByOrderId(Long orderId);

    @EntityGraph(attributePaths = "order")
    List<Payment> findByPaidOn(LocalDate day);

    @Query(value = "select * from payments where reference = :reference", nativeQuery = true)
    Optional<Payment> findByBankReference(String reference);

    @Query("select p.reference from Payment p where p.reference in :references")
    List<String> findKnownReferences(Collection<String> references);
}
