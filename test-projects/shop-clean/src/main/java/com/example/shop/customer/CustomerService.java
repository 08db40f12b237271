package com.example.shop.customer;

import com.example.shop.country.CountryNames;
import com.example.shop.country.CountryRepository;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class CustomerService {

    private final CustomerRepository customers;
    private final CountryRepository countries;
    private final CountryNames countryNames;

    public CustomerService(CustomerRepository customers, CountryRepository countries, CountryNames countryNames) {
        this.customers = customers;
        this.countries = countries;
        this.countryNames = countryNames;
    }

    @Transactional
    public CustomerDto register(NewCustomer request) {
        if (customers.existsByEmail(request.email())) {
            throw new IllegalArgumentException("This e-mail address is taken");
        }
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
        return customers.findAllById(ids).stream().map(CustomerDto::from).toList();
    }

    public Map<String, Long> orderCounts(LocalDate joinedSince) {
        return customers.countOrders(joinedSince).stream()
                .collect(Collectors.toMap(OrderCount::customer, OrderCount::orders));
    }

    public Map<String, String> countryNames(LocalDate joinedSince) {
        Map<String, String> names = new TreeMap<>();
        for (Residence residence : customers.findResidences(joinedSince)) {
            names.put(residence.customer(), countryNames.nameOf(residence.country()));
        }
        return names;
    }

    @Transactional(readOnly = true)
    public Map<String, String> labels(LocalDate joinedSince) {
        Map<String, String> labels = new TreeMap<>();
        for (Customer customer : customers.findWithLabels(joinedSince)) {
            labels.put(customer.getNumber(), String.join(", ", customer.getLabels()));
        }
        return labels;
    }

    /** The name of each country is asked for once. */
    public Map<String, String> countries(LocalDate joinedSince) {
        Map<String, String> nameByCode = new HashMap<>();
        Map<String, String> names = new TreeMap<>();
        for (Residence residence : customers.findResidences(joinedSince)) {
            names.put(residence.customer(), nameByCode.computeIfAbsent(residence.country(), countries::nameOf));
        }
        return names;
    }
}
