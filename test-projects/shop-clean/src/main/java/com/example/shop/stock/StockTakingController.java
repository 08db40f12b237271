package com.example.shop.stock;

import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class StockTakingController {

    private final StockTaking stockTaking;

    public StockTakingController(StockTaking stockTaking) {
        this.stockTaking = stockTaking;
    }

    @PostMapping("/stock/counts")
    public void set(@RequestBody Request request) {
        stockTaking.set(request.warehouseId(), request.rows());
    }

    public record Request(Long warehouseId, List<StockTaking.Counted> rows) {
    }
}
