package com.example.shop.customer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface CustomerRepository extends JpaRepository<Customer, Long> {

    Optional<Customer> findByNumber(String number);

    Optional<Customer> findByEmail(String email);

    boolean existsByEmail(String email);

    @Query("select c.email from Customer c where c.email in :emails")
    List<String> findKnownEmails(Collection<String> emails);

    @Query("""
            select new com.example.shop.customer.OrderCount(c.number, count(o))
              from Customer c left join Order o on o.customer = c
             where c.joinedOn >= :since
             group by c.number
            """)
    List<OrderCount> countOrders(LocalDate since);

    @Query("""
            select new com.example.shop.customer.Residence(c.number, c.address.countryCode)
              from Customer c where c.joinedOn >= :since
            """)
    List<Residence> findResidences(LocalDate since);

    List<Customer> findTop10ByOrderByJoinedOnDesc();

    @Query("select distinct c from Customer c left join fetch c.labels where c.joinedOn >= :since")
    List<Customer> findWithLabels(LocalDate since);
}
