package com.example.shop.stock;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/stock")
public class StockController {

    private final StockService stock;

    public StockController(StockService stock) {
        this.stock = stock;
    }

    @GetMapping("/{warehouseCode}/value")
    public BigDecimal value(@PathVariable String warehouseCode) {
        return stock.value(warehouseCode);
    }

    @GetMapping("/to-reorder")
    public List<Long> toReorder(@RequestParam List<Long> productIds) {
        return stock.toReorder(productIds);
    }

    @PostMapping("/withdrawals")
    public void take(@RequestBody Withdrawal withdrawal) {
        stock.take(withdrawal.warehouseId(), withdrawal.productId(), withdrawal.pieces());
    }
}
