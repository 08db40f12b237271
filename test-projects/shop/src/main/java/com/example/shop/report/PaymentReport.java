package com.example.shop.report;

import com.example.shop.payment.Payment;
import com.example.shop.payment.PaymentRepository;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class PaymentReport extends TextReport<Payment> {

    private final PaymentRepository payments;

    PaymentReport(PaymentRepository payments) {
        this.payments = payments;
    }

    @Transactional(readOnly = true)
    public String of(LocalDate day) {
        return print(payments.findByPaidOn(day));
    }

    @Override
    String title() {
        return "Payments";
    }

    @Override
    String line(Payment payment) {
        return payment.getAmount() + " for order " + payment.getOrder().getNumber();
    }
}
