package com.example.shop.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
public class SalesReport {

    private static final String TURNOVER = "select coalesce(sum(quantity * unit_price), 0) from order_lines where product_id = ?";
    private static final String NUMBERS = """
            select order_number
              from orders
             order by id
             limit ? offset ?
            """;

    private final JdbcTemplate jdbc;

    public SalesReport(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Map<Long, BigDecimal> turnover(List<Long> productIds) {
        Map<Long, BigDecimal> turnover = new LinkedHashMap<>();
        for (Long id : productIds) {
            turnover.put(id, jdbc.queryForObject(TURNOVER, BigDecimal.class, id)); // finding: query-in-loop
        }
        return turnover;
    }

    public BigDecimal turnover(Long productId) {
        return jdbc.queryForObject(TURNOVER, BigDecimal.class, productId);
    }

    public List<String> orderNumbers(int page, int size) {
        return jdbc.queryForList(NUMBERS, String.class, size, page * size); // finding: offset-pagination
    }

    public List<Map<String, Object>> bestSellers() {
        return jdbc.queryForList("select product_id, sum(quantity) as pieces from order_lines"
                + " group by product_id order by pieces desc limit 10");
    }
}
