package com.example.shop;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class OrderQueries {

    private final JdbcTemplate jdbc;

    public OrderQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/orders/of")
    public List<Map<String, Object>> ofCustomer(long customer) {
        return jdbc.queryForList("select id from orders where customer = ?", customer);
    }

    @GetMapping("/orders/at")
    public List<Map<String, Object>> placedAt(java.time.Instant time) {
        return jdbc.queryForList("select id from orders where placed_at = ?", time);
    }
}
