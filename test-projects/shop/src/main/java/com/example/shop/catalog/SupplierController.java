package com.example.shop.catalog;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/suppliers")
public class SupplierController {

    private final CatalogService catalog;

    public SupplierController(CatalogService catalog) {
        this.catalog = catalog;
    }

    @GetMapping
    public List<String> names(@RequestParam String vatNumber) {
        return catalog.supplierNames(vatNumber);
    }

    @GetMapping("/known")
    public boolean isKnown(@RequestParam String name) {
        return catalog.isKnown(name);
    }
}
