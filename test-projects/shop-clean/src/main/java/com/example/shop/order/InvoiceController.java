package com.example.shop.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/invoices")
public class InvoiceController {

    private final InvoiceService invoices;

    public InvoiceController(InvoiceService invoices) {
        this.invoices = invoices;
    }

    @GetMapping("/totals")
    public Map<String, BigDecimal> totals(@RequestParam Instant since) {
        return invoices.totals(since);
    }

    @GetMapping("/recipients")
    public List<String> recipients(@RequestParam Instant since) {
        return invoices.recipients(since);
    }
}
