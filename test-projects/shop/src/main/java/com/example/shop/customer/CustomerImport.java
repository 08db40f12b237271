package com.example.shop.customer;

import java.util.List;
import org.springframework.stereotype.Service;

/** Takes over customers of other shops. */
@Service
public class CustomerImport {

    private static final int CHUNK = 200;

    private final CustomerRepository customers;

    public CustomerImport(CustomerRepository customers) {
        this.customers = customers;
    }

    public int addNew(List<NewCustomer> rows) {
        int added = 0;
        for (NewCustomer row : rows) {
            if (customers.existsByEmail(row.email())) { // finding: query-in-loop
                continue;
            }
            customers.save(row.toCustomer("DE")); // finding: write-in-loop
            added++;
        }
        return added;
    }

    public void addAll(List<NewCustomer> rows) {
        for (int from = 0; from < rows.size(); from += CHUNK) {
            List<NewCustomer> chunk = rows.subList(from, Math.min(from + CHUNK, rows.size()));
            customers.saveAll(chunk.stream().map(row -> row.toCustomer("DE")).toList());
        }
    }
}
