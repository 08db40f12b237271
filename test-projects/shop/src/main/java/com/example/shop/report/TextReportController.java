package com.example.shop.report;

import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/reports/text")
class TextReportController {

    private final PaymentReport payments;
    private final StockReport stock;

    TextReportController(PaymentReport payments, StockReport stock) {
        this.payments = payments;
        this.stock = stock;
    }

    @GetMapping("/payments")
    String payments(@RequestParam LocalDate day) {
        return payments.of(day);
    }

    @GetMapping("/stock/{warehouseId}")
    String stock(@PathVariable Long warehouseId) {
        return stock.of(warehouseId);
    }
}
