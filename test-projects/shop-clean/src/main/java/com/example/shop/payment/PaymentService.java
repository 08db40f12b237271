package com.example.shop.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        return payments.findByPaidOn(day).stream()
                .collect(Collectors.toMap(Payment::getReference, payment -> payment.getOrder().getNumber()));
    }

    /** The references of a bank statement to which no payment is known. */
    public List<String> unknown(List<String> references) {
        Set<String> known = new HashSet<>(payments.findKnownReferences(references));
        return references.stream().filter(reference -> !known.contains(reference)).toList();
    }

    public BigDecimal amountOf(String reference) {
        return payments.findByBankReference(reference).map(Payment::getAmount).orElseThrow();
    }
}
