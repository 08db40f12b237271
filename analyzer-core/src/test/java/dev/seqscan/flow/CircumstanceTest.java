package dev.seqscan.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.TextFile;
import dev.seqscan.testkit.ProjectFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of loops beside the number of their turns, and from where they are reached. */
class CircumstanceTest {

    private static final String DOMAIN = """
            package com.shop;
            import jakarta.persistence.Entity;
            import jakarta.persistence.Id;
            import org.springframework.data.jpa.repository.JpaRepository;
            @Entity
            class Order {
                @Id
                private Long id;
            }
            interface OrderRepository extends JpaRepository<Order, Long> {
                long countByNumber(String number);
            }
            class Orders {
                OrderRepository orders;
                void count(String number) { orders.countByNumber(number); }
            }
            """;
    private static final String LOOP = "for (String each : numbers) { orders.countByNumber(each); }";

    @TempDir
    private Path folder;

    @Test
    void a_function_that_is_run_for_an_element_handed_beside_it_has_a_context_of_its_own() {
        String locks = "class Locks { java.util.concurrent.locks.Lock of(String key) { return null; }"
                + " void with(String key, Runnable work) { of(key).lock(); work.run(); } }\n";
        assertThat(of(locks + "class Desk { OrderRepository orders; Locks locks; void f(List<String> numbers) {"
                + " for (String each : numbers) { locks.with(each, () -> orders.countByNumber(each)); } } }"))
                .containsExactly("OWN_CONTEXT");
        assertThat(of(locks + "class Desk { OrderRepository orders; Locks locks; void f(List<String> numbers, String key) {"
                + " for (String each : numbers) { locks.with(key, () -> orders.countByNumber(each)); } } }")).containsExactly("");
    }

    @Test
    void a_method_of_another_bean_that_begins_a_transaction_in_any_case_has_one_of_its_own() {
        String bean = "class Desk { Orders orders;"
                + " @Transactional(propagation = Propagation.REQUIRES_NEW) public void alone(String number) { orders.count(number); } }\n";
        assertThat(of(bean + "class Office { Desk desk; void f(List<String> numbers) { numbers.forEach(desk::alone); } }"))
                .containsExactly("OWN_TRANSACTION");
        assertThat(of(bean.replace("REQUIRES_NEW", "REQUIRED")
                + "class Office { Desk desk; void f(List<String> numbers) { numbers.forEach(desk::alone); } }")).containsExactly("");
    }

    @Test
    void a_loop_within_a_turn_has_no_transaction_of_its_own() {
        assertThat(of("class Desk { OrderRepository orders; TransactionTemplate template; void f(List<List<String>> groups) {"
                + " for (int i = 0; i < groups.size(); i++) { List<String> numbers = groups.get(i);"
                + " template.executeWithoutResult(status -> { " + LOOP + " }); } } }")).containsExactly("");
    }

    @Test
    void a_loop_in_a_catch_block_runs_after_a_failure() {
        assertThat(of("class Desk { OrderRepository orders; void f(List<String> numbers) {"
                + " try { orders.flush(); } catch (IllegalStateException e) { " + LOOP + " } } }")).containsExactly("AFTER_FAILURE");
        assertThat(of("class Desk { OrderRepository orders; void f(List<String> numbers) {"
                + " try { " + LOOP + " } catch (IllegalStateException e) { orders.flush(); } } }")).containsExactly("");
    }

    @Test
    void a_loop_of_a_method_that_is_called_in_catch_blocks_only_runs_after_a_failure() {
        String desk = "class Desk { OrderRepository orders; void undo(List<String> numbers) { " + LOOP + " }"
                + " void f(List<String> numbers) { try { orders.flush(); } catch (IllegalStateException e) { undo(numbers); } } %s }";
        assertThat(of(desk.formatted(""))).containsExactly("AFTER_FAILURE");
        assertThat(of(desk.formatted("void g(List<String> numbers) { undo(numbers); }"))).containsExactly("");
    }

    @Test
    void what_is_only_reached_from_the_start_of_an_application_runs_at_its_start() {
        String web = "@RestController class Web { OrderRepository orders; @GetMapping(\"/all\") void all() { orders.findAll(); } }\n";
        String desk = "class Desk { OrderRepository orders; void f(List<String> numbers) { " + LOOP + " } }\n";
        String runner = "class Runner implements ApplicationRunner { Desk desk;"
                + " public void run(ApplicationArguments given) { desk.f(List.of(given.getSourceArgs())); } }\n";
        assertThat(of(web + desk + runner)).containsExactly("AT_START");
        assertThat(of(desk + runner)).as("nothing else is ever called from outside").containsExactly("");
        assertThat(of(web.replace("orders.findAll()", "new Desk().f(List.of())") + desk + runner)).containsExactly("");
        assertThat(of(web + desk + runner + "class Job { Desk desk; void work() { desk.f(null); } }"))
                .as("who calls the job is not known").containsExactly("");
        assertThat(of(web + desk + runner.replace("desk.f(", "while (true) desk.f("))).as("an endless loop").containsExactly("");
    }

    @Test
    void a_start_that_sends_many_statements_in_each_turn_is_waited_for() {
        String web = "@RestController class Web { @GetMapping(\"/all\") void all() { } }\n";
        String runner = "class Runner implements ApplicationRunner { OrderRepository orders;"
                + " public void run(ApplicationArguments given) { for (String each : given.getSourceArgs()) { fill(each); } }"
                + " private void fill(String each) { orders.countByNumber(each); %s } }\n";
        assertThat(of(web + runner.formatted("orders.count();"))).containsExactly("AT_START");
        assertThat(of(web + runner.formatted("orders.count(); orders.findAll(); orders.deleteAll();"))).containsExactly("");
    }

    @Test
    void a_migration_runs_when_the_application_is_installed() {
        assertThat(of("@RestController class Web { @GetMapping(\"/all\") void all() { } }\n"
                + "class V2 extends BaseJavaMigration { OrderRepository orders; public void migrate(Context context) {"
                + " List<String> numbers = read(); " + LOOP + " } List<String> read() { return new ArrayList<>(); } }"))
                .containsExactly("AT_START");
    }

    @Test
    void a_mapping_on_the_method_of_an_interface_makes_an_entry_point() {
        String type = "@RequestMapping(\"/orders\") interface OrderApi { @GetMapping(\"count\") void f(List<String> numbers); }\n";
        String controller = "class OrderController implements OrderApi { OrderRepository orders;"
                + " public void f(List<String> numbers) { " + LOOP + " } }";
        assertThat(entryPoint(type + controller)).isEqualTo("GET /orders/count, OrderController.f");
        assertThat(entryPoint("@FeignClient " + type + controller)).as("the interface of another program").isEmpty();
    }

    @Test
    void a_resource_may_be_described_by_an_interface() {
        assertThat(entryPoint("@Path(\"/orders\") interface OrderApi { @jakarta.ws.rs.POST void f(List<String> numbers); }\n"
                + "class OrderResource implements OrderApi { OrderRepository orders;"
                + " public void f(List<String> numbers) { " + LOOP + " } }")).isEqualTo("POST /orders, OrderResource.f");
    }

    private List<String> of(String classes) {
        return repeated(classes).stream().map(each -> each.circumstance().map(Enum::name).orElse("")).toList();
    }

    private String entryPoint(String classes) {
        List<RepeatedStatement> found = repeated(classes);
        assertThat(found).hasSize(1);
        return found.get(0).site().entryPoint();
    }

    private List<RepeatedStatement> repeated(String classes) {
        String imports = """
                package com.shop;
                import java.util.*;
                import jakarta.ws.rs.Path;
                import org.flywaydb.core.api.migration.BaseJavaMigration;
                import org.flywaydb.core.api.migration.Context;
                import org.springframework.boot.ApplicationArguments;
                import org.springframework.boot.ApplicationRunner;
                import org.springframework.cloud.openfeign.FeignClient;
                import org.springframework.transaction.annotation.*;
                import org.springframework.transaction.support.TransactionTemplate;
                import org.springframework.web.bind.annotation.*;
                """;
        ProjectFolder.write(List.of(new TextFile("src/main/java/com/shop/Domain.java", DOMAIN),
                new TextFile("src/main/java/com/shop/Classes.java", imports + classes)), folder);
        Probe probe = new Probe();
        new Analyzer(RuleCatalog.of(List.of(probe))).analyze(AnalysisRequest.of(folder));
        return probe.repeated;
    }

    /** Keeps what rules are told. */
    private static final class Probe implements Rule {

        private final List<RepeatedStatement> repeated = new ArrayList<>();

        @Override
        public void check(Model model, Consumer<Finding> findings) {
            repeated.addAll(model.flow().repeatedStatements());
        }

        @Override
        public RuleCard card() {
            return new RuleCard("probe", "Probe", "Keeps the model.", Level.NOTE, "0.1.0", "preview", List.of(), Map.of(), "");
        }
    }
}
