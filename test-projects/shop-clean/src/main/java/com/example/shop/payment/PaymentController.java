package com.example.shop.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/payments")
public class PaymentController {

    private final PaymentService payments;

    public PaymentController(PaymentService payments) {
        this.payments = payments;
    }

    @GetMapping("/paid")
    public BigDecimal paid(@RequestParam Long orderId) {
        return payments.paid(orderId);
    }

    @GetMapping("/day-book")
    public Map<String, String> dayBook(@RequestParam LocalDate day) {
        return payments.dayBook(day);
    }

    @GetMapping("/unknown")
    public List<String> unknown(@RequestParam List<String> references) {
        return payments.unknown(references);
    }

    @GetMapping("/amount")
    public BigDecimal amountOf(@RequestParam String reference) {
        return payments.amountOf(reference);
    }
}
