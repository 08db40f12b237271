package com.example.shop.customer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        for (int from = 0; from < rows.size(); from += CHUNK) {
            added += addChunk(rows.subList(from, Math.min(from + CHUNK, rows.size())));
        }
        return added;
    }

    private int addChunk(List<NewCustomer> chunk) {
        Set<String> known = new HashSet<>(customers.findKnownEmails(chunk.stream().map(NewCustomer::email).toList()));
        List<Customer> unknown = chunk.stream()
                .filter(row -> known.add(row.email()))
                .map(row -> row.toCustomer("DE"))
                .toList();
        return customers.saveAll(unknown).size();
    }
}
