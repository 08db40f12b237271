package com.example.shop.catalog;

import java.math.BigDecimal;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/prices")
public class PriceController {

    private final PriceImport prices;

    public PriceController(PriceImport prices) {
        this.prices = prices;
    }

    @PostMapping
    public void set(@RequestBody Map<String, BigDecimal> bySku) {
        prices.setPrices(bySku);
    }

    @PostMapping("/raise")
    public void raise(@RequestBody BigDecimal factor) {
        prices.raiseAll(factor);
    }
}
