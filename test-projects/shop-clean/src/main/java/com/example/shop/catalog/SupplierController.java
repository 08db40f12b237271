package com.example.shop.catalog;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/suppliers")
public class SupplierController {

    private final CatalogService catalog;
    private final SupplierImport supplierImport;

    public SupplierController(CatalogService catalog, SupplierImport supplierImport) {
        this.catalog = catalog;
        this.supplierImport = supplierImport;
    }

    @GetMapping
    public List<String> names(@RequestParam String vatNumber) {
        return catalog.supplierNames(vatNumber);
    }

    @GetMapping("/known")
    public boolean isKnown(@RequestParam String name) {
        return catalog.isKnown(name);
    }

    @PostMapping("/import")
    public void importAll(@RequestBody List<NewSupplier> rows) {
        supplierImport.add(rows);
    }
}
