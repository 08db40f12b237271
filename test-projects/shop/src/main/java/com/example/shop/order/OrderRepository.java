package com.example.shop.order;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface OrderRepository extends JpaRepository<Order, Long> {

    boolean existsByNumber(String number);

    @EntityGraph(attributePaths = {"customer", "lines", "lines.product"})
    Optional<Order> findByNumber(String number);

    // Its index is dropped by a migration.
    Page<Order> findByStatus(OrderStatus status, Pageable pageable);

    // Searches by the same index as findByStatus.
    long countByStatus(OrderStatus status);

    List<Order> findByPlacedAtAfter(Instant since); // finding: unindexed-filter

    List<Order> findByCustomerIdAndStatus(Long customerId, OrderStatus status);

    List<Order> findByCustomerIdAndPlacedAtAfter(Long customerId, Instant since);

    long countByCustomerId(Long customerId);

    List<Order> findByShippingAddressPostalCode(String postalCode);

    @Query("select distinct o from Order o join fetch o.lines where o.shippingAddress.postalCode = :postalCode")
    List<Order> findWithLines(String postalCode);

    @Query("select distinct o from Order o join fetch o.lines l join fetch l.product where o.customer.id = :customerId")
    List<Order> findWithProducts(Long customerId);

    @Query("select o from Order o join fetch o.customer where o.id in :ids")
    List<Order> findWithCustomer(Collection<Long> ids);

    @Query("select o.number from Order o order by o.id desc")
    List<String> findNewestNumbers(Pageable pageable);

    // The page is cut in memory, after all orders and their lines are loaded.
    @Query("select o from Order o left join fetch o.lines order by o.id")
    List<Order> findPageWithLines(Pageable pageable);

    Stream<Order> streamByPlacedAtAfter(Instant since);
}
