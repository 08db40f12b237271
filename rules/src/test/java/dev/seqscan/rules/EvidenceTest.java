package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.rule.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a finding tells beside its message: the other places, and the cost. */
class EvidenceTest {

    @TempDir
    private Path folder;

    @Test
    void a_call_that_reads_two_associations_shows_where_each_is_read() throws IOException {
        write("Order.java", """
                package com.shop;
                import jakarta.persistence.*;
                @Entity
                class Order {
                    @Id Long id;
                    @ManyToOne(fetch = FetchType.LAZY) Customer customer;
                    @ManyToOne(fetch = FetchType.LAZY) Customer payer;
                }
                @Entity
                class Customer {
                    @Id Long id;
                    private String name;
                    String getName() { return name; }
                }
                """);
        write("Orders.java", """
                package com.shop;
                import java.util.List;
                import org.springframework.data.jpa.repository.JpaRepository;
                interface OrderRepository extends JpaRepository<Order, Long> {
                }
                class Orders {
                    OrderRepository orders;
                    void print() {
                        for (Order order : orders.findAll()) {
                            print(order);
                        }
                    }
                    private void print(Order order) {
                        System.out.println(order.customer.getName());
                        System.out.println(order.payer.getName());
                    }
                }
                """);

        Finding lazy = lazyLoad();
        assertThat(lazy.path()).last().extracting(step -> step.place().span().startLine()).isEqualTo(14);
        assertThat(lazy.related()).extracting(Step::message).contains("Order.payer is read here");
        assertThat(lazy.related()).filteredOn(step -> step.message().equals("Order.payer is read here"))
                .extracting(step -> step.place().span().startLine()).containsExactly(15);
    }

    @Test
    void a_list_behind_a_to_one_is_loaded_once_for_each_target() throws IOException {
        write("Order.java", """
                package com.shop;
                import jakarta.persistence.*;
                import java.util.List;
                @Entity
                class Order {
                    @Id Long id;
                    @ManyToOne Customer customer;
                }
                @Entity
                class Customer {
                    @Id Long id;
                    @OneToMany List<Address> addresses;
                }
                @Entity
                class Address {
                    @Id Long id;
                }
                """);
        write("Orders.java", """
                package com.shop;
                import org.springframework.data.jpa.repository.JpaRepository;
                interface OrderRepository extends JpaRepository<Order, Long> {
                }
                class Orders {
                    OrderRepository orders;
                    void print() {
                        for (Order order : orders.findAll()) {
                            System.out.println(order.customer.addresses.size());
                        }
                    }
                }
                """);

        assertThat(lazyLoad().cost()).isEqualTo("1 + N statements, N = distinct Customer among orders.findAll()");
    }

    private Finding lazyLoad() {
        return new Analyzer(RuleCatalog.load(getClass().getClassLoader()))
                .analyze(new AnalysisRequest(folder, List.of(), Set.of(), false, false, progress -> { })).findings().stream()
                .filter(each -> each.ruleId().equals("lazy-load-in-loop")).findFirst().orElseThrow();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("src/main/java/com/shop").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
