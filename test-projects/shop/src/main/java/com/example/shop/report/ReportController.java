package com.example.shop.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/reports")
public class ReportController {

    private final SalesReport sales;

    public ReportController(SalesReport sales) {
        this.sales = sales;
    }

    @GetMapping("/turnover")
    public Map<Long, BigDecimal> turnover(@RequestParam List<Long> productIds) {
        return sales.turnover(productIds);
    }

    @GetMapping("/order-numbers")
    public List<String> orderNumbers(@RequestParam int page, @RequestParam int size) {
        return sales.orderNumbers(page, size);
    }

    @GetMapping("/best-sellers")
    public List<Map<String, Object>> bestSellers() {
        return sales.bestSellers();
    }

    @GetMapping("/turnover/{productId}")
    public BigDecimal turnover(@PathVariable Long productId) {
        return sales.turnover(productId);
    }
}
