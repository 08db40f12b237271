package com.example.shop.stock;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
public class StockTaking {

    private static final String SET = "update stock_items set quantity = ? where warehouse_id = ? and product_id = ?";

    private final JdbcTemplate jdbc;

    public StockTaking(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void set(Long warehouseId, List<Counted> rows) {
        for (Counted row : rows) {
            jdbc.update(SET, row.quantity(), warehouseId, row.productId()); // finding: write-in-loop
        }
    }

    public record Counted(Long productId, int quantity) {
    }
}
