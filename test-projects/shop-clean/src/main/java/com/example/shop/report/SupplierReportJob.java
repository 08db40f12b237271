package com.example.shop.report;

import com.example.shop.catalog.Product;
import com.example.shop.catalog.ProductRepository;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class SupplierReportJob {

    private static final Logger LOG = LoggerFactory.getLogger(SupplierReportJob.class);
    private static final Limit CHUNK = Limit.of(500);

    private final ProductRepository products;

    public SupplierReportJob(ProductRepository products) {
        this.products = products;
    }

    @Scheduled(cron = "${shop.reports.cron}")
    public void run() {
        Map<String, Integer> productsPerSupplier = new TreeMap<>();
        List<Product> chunk = products.findWithSupplier(0L, CHUNK);
        while (!chunk.isEmpty()) {
            for (Product product : chunk) {
                productsPerSupplier.merge(product.getSupplier().getName(), 1, Integer::sum);
            }
            chunk = products.findWithSupplier(chunk.get(chunk.size() - 1).getId(), CHUNK);
        }
        LOG.info("Products per supplier: {}", productsPerSupplier);
    }
}
