package com.example.shop.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class SalesReport {

    private static final String TURNOVER = """
            select product_id, sum(quantity * unit_price) as amount
              from order_lines
             where product_id in (:ids)
             group by product_id
            """;
    private static final String NUMBERS = "select order_number from orders where id < ? order by id desc limit ?";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    public SalesReport(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    public Map<Long, BigDecimal> turnover(List<Long> productIds) {
        return client.sql(TURNOVER)
                .param("ids", productIds)
                .query((row, number) -> Map.entry(row.getLong("product_id"), row.getBigDecimal("amount")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public List<String> orderNumbers(Long before, int size) {
        return jdbc.queryForList(NUMBERS, String.class, before, size);
    }

    public List<Map<String, Object>> bestSellers() {
        return jdbc.queryForList("select product_id, sum(quantity) as pieces from order_lines"
                + " group by product_id order by pieces desc limit 10");
    }
}
