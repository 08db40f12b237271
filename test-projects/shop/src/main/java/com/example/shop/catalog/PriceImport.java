package com.example.shop.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
public class PriceImport {

    private static final int CHUNK = 500;

    private final ProductRepository products;

    public PriceImport(ProductRepository products) {
        this.products = products;
    }

    public void setPrices(Map<String, BigDecimal> prices) {
        List<String> skus = new ArrayList<>(prices.keySet());
        for (int from = 0; from < skus.size(); from += CHUNK) {
            List<String> chunk = skus.subList(from, Math.min(from + CHUNK, skus.size()));
            Map<String, Product> bySku = products.findBySkuIn(chunk).stream()
                    .collect(Collectors.toMap(Product::getSku, Function.identity()));
            bySku.forEach((sku, product) -> product.setPrice(prices.get(sku)));
            products.saveAll(bySku.values());
        }
    }

    public void raiseAll(BigDecimal factor) {
        long last = 0;
        List<Product> chunk = products.findTop500ByIdGreaterThanOrderById(last);
        while (!chunk.isEmpty()) {
            chunk.forEach(product -> product.setPrice(raised(product, factor)));
            products.saveAll(chunk);
            last = chunk.get(chunk.size() - 1).getId();
            chunk = products.findTop500ByIdGreaterThanOrderById(last);
        }
    }

    private static BigDecimal raised(Product product, BigDecimal factor) {
        return product.getPrice().multiply(factor).setScale(2, RoundingMode.HALF_UP);
    }
}
