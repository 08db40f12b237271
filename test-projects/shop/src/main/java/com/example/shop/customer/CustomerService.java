package com.example.shop.customer;

import com.example.shop.country.CountryRepository;
import com.example.shop.order.OrderRepository;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class CustomerService {

    private final CustomerRepository customers;
    private final CountryRepository countries;
    private final OrderRepository orders;

    public CustomerService(CustomerRepository customers, CountryRepository countries, OrderRepository orders) {
        this.customers = customers;
        this.countries = countries;
        this.orders = orders;
    }

    @Transactional
    public CustomerDto register(NewCustomer request) {
        if (customers.existsByEmail(request.email())) {
            throw new IllegalArgumentException("This e-mail address is taken");
        }
        // Six countries, filled by a migration: no index is needed for the name.
        String country = countries.findByName(request.country()).orElseThrow().getCode();
        return CustomerDto.from(customers.save(request.toCustomer(country)));
    }

    public CustomerDto find(String number) {
        return customers.findByNumber(number).map(CustomerDto::from).orElseThrow();
    }

    public CustomerDto signIn(String email) {
        return customers.findByEmail(email).map(CustomerDto::from).orElseThrow();
    }

    public List<CustomerDto> newest() {
        return customers.findTop10ByOrderByJoinedOnDesc().stream().map(CustomerDto::from).toList();
    }

    public List<CustomerDto> byIds(List<Long> ids) {
        return ids.stream()
                .map(id -> customers.findById(id).orElseThrow()) // finding: query-in-loop
                .map(CustomerDto::from)
                .toList();
    }

    public Map<String, Long> orderCounts(LocalDate joinedSince) {
        Map<String, Long> counts = new LinkedHashMap<>();
        customers.findByJoinedOnGreaterThanEqual(joinedSince).forEach(customer -> {
            long count = orders.countByCustomerId(customer.getId()); // finding: query-in-loop
            counts.put(customer.getNumber(), count);
        });
        return counts;
    }

    public Map<String, String> countryNames(LocalDate joinedSince) {
        Map<String, String> names = new TreeMap<>();
        for (Customer customer : customers.findByJoinedOnGreaterThanEqual(joinedSince)) { // finding: over-fetching
            names.put(customer.getNumber(), countries.nameOf(customer.getAddress().getCountryCode())); // finding: query-in-loop
        }
        return names;
    }

    @Transactional(readOnly = true)
    public Map<String, String> labels(LocalDate joinedSince) {
        Map<String, String> labels = new TreeMap<>();
        for (Customer customer : customers.findByJoinedOnGreaterThanEqual(joinedSince)) {
            labels.put(customer.getNumber(), String.join(", ", customer.getLabels())); // finding: lazy-load-in-loop
        }
        return labels;
    }

    /** The name of each country is asked for once. */
    public Map<String, String> countries(LocalDate joinedSince) {
        Map<String, String> nameByCode = new HashMap<>();
        Map<String, String> names = new TreeMap<>();
        for (Customer customer : customers.findByJoinedOnGreaterThanEqual(joinedSince)) { // finding: over-fetching
            String code = customer.getAddress().getCountryCode();
            names.put(customer.getNumber(), nameByCode.computeIfAbsent(code, countries::nameOf));
        }
        return names;
    }
}
