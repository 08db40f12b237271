package com.example.shop.catalog;

import java.util.List;
import org.springframework.stereotype.Service;

@Service
public class SupplierImport {

    private final SupplierRepository suppliers;

    public SupplierImport(SupplierRepository suppliers) {
        this.suppliers = suppliers;
    }

    public void add(List<NewSupplier> rows) {
        for (NewSupplier row : rows) {
            suppliers.save(row.toSupplier()); // finding: write-in-loop
        }
    }
}
