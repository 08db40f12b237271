package com.example.shop.report;

import com.example.shop.catalog.Product;
import com.example.shop.catalog.ProductRepository;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
public class SupplierReportJob {

    private static final Logger LOG = LoggerFactory.getLogger(SupplierReportJob.class);

    private final ProductRepository products;

    public SupplierReportJob(ProductRepository products) {
        this.products = products;
    }

    @Scheduled(cron = "${shop.reports.cron}")
    @Transactional(readOnly = true)
    public void run() {
        Map<String, Integer> productsPerSupplier = new TreeMap<>();
        for (Product product : products.findAll()) { // finding: unbounded-query
            String supplier = product.getSupplier().getName(); // finding: lazy-load-in-loop
            productsPerSupplier.merge(supplier, 1, Integer::sum);
        }
        LOG.info("Products per supplier: {}", productsPerSupplier);
    }
}
