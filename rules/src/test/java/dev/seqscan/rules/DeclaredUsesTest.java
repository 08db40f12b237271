package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.finding.Finding;
import dev.seqscan.rule.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredUsesTest {

    @TempDir
    private Path project;

    @BeforeEach
    void a_mapper_that_nobody_calls() throws IOException {
        write("schema.sql", """
                create table orders (id bigint primary key, status varchar(20) not null, city varchar(80), placed_at timestamp);
                create index idx_orders_city on orders (city);
                """);
        write("OrderMapper.xml", """
                <mapper namespace="com.shop.OrderMapper">
                    <insert id="addAll">
                        insert into orders (id, status) values
                        <foreach collection="orders" item="order" separator=",">(#{order.id}, #{order.status})</foreach>
                    </insert>
                    <select id="ofStatus" resultType="map">select * from orders where status = #{status}</select>
                </mapper>
                """);
        write("OrderMapper.java", """
                package com.shop;

                import java.util.List;
                import java.util.Map;
                import org.apache.ibatis.annotations.Mapper;

                @Mapper
                interface OrderMapper {
                    int addAll(List<Map<String, Object>> orders);

                    List<Map<String, Object>> ofStatus(String status);

                    int clean();
                }
                """);
    }

    @Test
    void what_a_library_declares_is_sent_by_others() {
        assertThat(analyze().findings()).extracting(Finding::ruleId, each -> each.place().file() + ":" + each.place().line())
                .containsExactly(tuple("unindexed-filter", "OrderMapper.xml:6"));
    }

    @Test
    void what_an_application_declares_and_does_not_send_is_left_over() throws IOException {
        write("OrderController.java", """
                package com.shop;

                import org.springframework.web.bind.annotation.PostMapping;
                import org.springframework.web.bind.annotation.RestController;

                @RestController
                class OrderController {
                    private final OrderMapper orders;

                    OrderController(OrderMapper orders) {
                        this.orders = orders;
                    }

                    @PostMapping("/orders")
                    void add(java.util.List<java.util.Map<String, Object>> added) {
                        orders.addAll(added);
                    }
                }
                """);

        assertThat(analyze().findings()).extracting(Finding::ruleId).doesNotContain("unindexed-filter");
    }

    private AnalysisReport analyze() {
        return new Analyzer(RuleCatalog.load(getClass().getClassLoader())).analyze(AnalysisRequest.of(project));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(project.resolve(name), text);
    }
}
