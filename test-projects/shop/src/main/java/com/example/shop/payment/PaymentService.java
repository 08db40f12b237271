package com.example.shop.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
public class PaymentService {

    private final PaymentRepository payments;

    public PaymentService(PaymentRepository payments) {
        this.payments = payments;
    }

    public BigDecimal paid(Long orderId) {
        return payments.findByOrderId(orderId).stream().map(Payment::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Map<String, String> dayBook(LocalDate day) {
        return payments.findByPaidOn(day).stream().collect(Collectors.toMap(
                Payment::getReference,
                payment -> payment.getOrder().getNumber())); // finding: lazy-load-in-loop
    }

    /** The references of a bank statement to which no payment is known. */
    public List<String> unknown(List<String> references) {
        return references.stream()
                .filter(reference -> payments.findByBankReference(reference).isEmpty()) // finding: query-in-loop
                .toList();
    }
}
