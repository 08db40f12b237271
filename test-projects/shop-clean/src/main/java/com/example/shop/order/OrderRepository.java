package com.example.shop.order;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface OrderRepository extends JpaRepository<Order, Long> {

    boolean existsByNumber(String number);

    @EntityGraph(attributePaths = {"customer", "lines", "lines.product"})
    Optional<Order> findByNumber(String number);

    @EntityGraph(attributePaths = "customer")
    Window<Order> findFirst20ByStatusOrderByPlacedAtDescIdDesc(OrderStatus status, ScrollPosition position);

    @Query("select new com.example.shop.order.StatusCount(o.status, count(o)) from Order o group by o.status")
    List<StatusCount> countByStatus();

    @EntityGraph(attributePaths = "customer")
    List<Order> findByPlacedAtAfter(Instant since);

    @Query("select o.number from Order o where o.customer.id = :customerId and o.status = :status")
    List<String> findNumbers(Long customerId, OrderStatus status);

    @Query("""
            select new com.example.shop.order.LineCount(o.number, count(l))
              from Order o left join o.lines l
             where o.customer.id = :customerId and o.placedAt > :since
             group by o.number
            """)
    List<LineCount> countLines(Long customerId, Instant since);

    @Query("select o.number from Order o where o.shippingAddress.postalCode = :postalCode order by o.customer.name")
    List<String> findRound(String postalCode);

    @Query("""
            select distinct o from Order o join fetch o.lines l join fetch l.product
             where o.shippingAddress.postalCode = :postalCode
            """)
    List<Order> findWithProducts(String postalCode);

    @Query("select distinct o from Order o join fetch o.lines l join fetch l.product where o.customer.id = :customerId")
    List<Order> findHistory(Long customerId);

    @Query("select o from Order o join fetch o.customer where o.id in :ids")
    List<Order> findWithCustomer(Collection<Long> ids);

    @Query("select o.number from Order o order by o.id desc")
    List<String> findNewestNumbers(Limit limit);

    @Query("select o.id from Order o where o.id < :before order by o.id desc")
    List<Long> findIdsBefore(Long before, Limit limit);

    @Query("select o from Order o left join fetch o.lines where o.id in :ids order by o.id desc")
    List<Order> findWithLines(Collection<Long> ids);

    @EntityGraph(attributePaths = "lines")
    List<Order> findWithLinesByPlacedAtAfter(Instant since);

    @Query("select o from Order o join fetch o.customer where o.placedAt > :since")
    Stream<Order> streamWithCustomer(Instant since);
}
