package dev.seqscan.query.hql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.entity.EntityModel;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.ShopEntities;
import dev.seqscan.query.Shapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HqlQueriesTest {

    private final HqlQueries queries = new HqlQueries();

    @Test
    void joined_associations_are_roots_with_their_path() {
        assertThat(Shapes.roots(shape("select o from Order o join o.lines as l left join l.product p, Customer c")))
                .containsExactly("orders o", "order_line l lines", "product p lines.product", "customer c");
        assertThat(Shapes.roots(shape("select o from Order o, in(o.lines) l where l.product.sku = :s")))
                .containsExactly("orders o", "order_line l lines", "product lines.product");
        assertThat(Shapes.roots(shape("select c from Customer c join c.tags t where t = 'vip'")))
                .containsExactly("customer c", "customer_tag t tags");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select o from Order o join fetch o.lines l join fetch l.product               | lines;lines.product
            from Order o left outer join fetch o.customer c where c.id = :id              | customer
            select o from Order o join o.lines l left join fetch l.product                | lines.product
            select l from Order o join o.lines l join fetch l.product                     | product
            select l from OrderLine l join fetch l.order.customer                         | order.customer
            select object(o) from Order o join fetch o.lines                              | lines
            """)
    void fetched_paths_start_at_the_selected_entity(String text, String fetches) {
        assertThat(shape(text).fetches()).containsExactlyElementsOf(Arrays.asList(fetches.split(";")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from Order                                                                    | Order
            select l from Order o join o.lines l                                          | OrderLine
            select object(l) from Order o join o.lines l                                  | OrderLine
            select distinct l.order.customer from OrderLine l                             | Customer
            select o.total, o.customer from Order o                                       | Customer
            """)
    void the_entity_that_is_selected_is_told(String text, String entity) {
        assertThat(shape(text).yields()).endsWith("." + entity);
    }

    @Test
    void a_query_for_columns_yields_no_entity() {
        assertThat(shape("select o.customer.name from Order o").yields()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            from Order                                                                    | ENTITY
            select o from Order o                                                         | ENTITY
            select object(o) from Order o                                                 | ENTITY
            select (o) from Order o                                                       | ENTITY
            select o.customer from Order o                                                | ENTITY
            select o, o.total from Order o                                                | ENTITY
            select o.total from Order o                                                   | COLUMNS
            select o.id, o.total from Order o                                             | COLUMNS
            select o.customer.address from Order o                                        | COLUMNS
            select 1 from Order o                                                         | COLUMNS
            select upper(o.number) from Order o                                           | COLUMNS
            select new shop.Summary(o.id, count(l)) from Order o join o.lines l group by o.id | CONSTRUCTOR
            select new map(o.id as id) from Order o                                       | CONSTRUCTOR
            select count(o) from Order o                                                  | COUNT
            select count(distinct o.customer) from Order o                                | COUNT
            select count(*) from Order o                                                  | COUNT
            select count(o) > 0 from Order o                                              | EXISTS
            select case when count(o) > 0 then true else false end from Order o           | EXISTS
            select (count(o) > 0) from Order o                                            | EXISTS
            select max(o.total) from Order o                                              | AGGREGATE
            select coalesce(sum(o.total), 0) from Order o                                 | AGGREGATE
            select sum(o.total), count(*) from Order o                                    | AGGREGATE
            select o.status, count(o) from Order o group by o.status                      | COLUMNS
            """)
    void the_projection_is_told(String text, Projection projection) {
        assertThat(shape(text).projection()).isEqualTo(projection);
        assertThat(shape(text).command()).isEqualTo(Command.SELECT);
        assertThat(shape(text).unknown()).isEmpty();
    }

    @Test
    void distinct_and_groups_are_told() {
        assertThat(shape("select distinct o from Order o").distinct()).isTrue();
        assertThat(shape("select count(distinct o) from Order o").distinct()).isFalse();
        assertThat(shape("select o.status, count(o) from Order o group by o.status").grouped()).isTrue();
    }

    @Test
    void sort_keys_are_resolved() {
        assertThat(Shapes.order(shape("select o from Order o order by o.createdAt desc, o.customer.name, o.customer, o, lower(o.status)")))
                .containsExactly("orders.created_at desc", "customer.name", "orders.customer_id", "orders.id", ".");
        assertThat(Shapes.order(shape("select o.status as s, count(o) as n from Order o group by o.status order by n desc, s, 1")))
                .containsExactly(". desc", "orders.status", "orders.status");
        assertThat(Shapes.order(shape("from Order order by createdAt desc nulls last"))).containsExactly("orders.created_at desc");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',                                       -1, 0
            limit 10,                                 10, 0
            limit :n offset 20,                       -2, 20
            limit 10 offset :o,                       10, -2
            offset 5 rows fetch next 10 rows only,    10, 5
            fetch first 3 rows only,                  3, 0
            """)
    void limit_and_offset_are_told(String clause, int rows, int offset) {
        assertThat(shape("select o from Order o order by o.id " + clause).limit()).isEqualTo(new Limit(rows, offset));
        assertThat(shape("select o from Order o " + clause).limit()).isEqualTo(new Limit(rows, offset));
    }

    @Test
    void statements_that_write_have_no_projection() {
        QueryShape update = shape("update Order o set o.status = 'X', o.total = o.total + 1 where o.customer.id in (:ids)");
        assertThat(update.command()).isEqualTo(Command.UPDATE);
        assertThat(update.projection()).isEqualTo(Projection.NONE);
        assertThat(Shapes.predicates(update)).containsExactly("orders.customer_id IN PARAMETER");
        QueryShape delete = shape("delete from OrderLine where order.id = :id");
        assertThat(delete.command()).isEqualTo(Command.DELETE);
        assertThat(Shapes.predicates(delete)).containsExactly("order_line.order_id EQUAL PARAMETER");
        QueryShape insert = shape("insert into Invoice (dueDate) select o.createdAt from Order o where o.paid = false");
        assertThat(insert.command()).isEqualTo(Command.INSERT);
        assertThat(insert.projection()).isEqualTo(Projection.NONE);
        assertThat(Shapes.roots(insert)).containsExactly("invoice", "orders o");
        assertThat(Shapes.predicates(insert)).containsExactly("orders.paid EQUAL CONSTANT");
    }

    @Test
    void the_branches_of_a_union_are_searched_on_their_own() {
        QueryShape union = shape("select o.number from Order o where o.status = 'A' union select p.sku from Product p where p.name = :n");
        assertThat(Shapes.predicates(union)).containsExactly("orders.status EQUAL CONSTANT", "product.name EQUAL PARAMETER SUBQUERY");
        assertThat(union.unknown()).isEmpty();
    }

    @Test
    void a_common_table_is_no_entity() {
        QueryShape shape = shape("with open as (select o.id as id from Order o where o.paid = false) select x.id from open x where x.id = 3");
        assertThat(shape.unknown()).isEmpty();
        assertThat(Shapes.roots(shape)).containsExactly("orders o subquery");
        assertThat(Shapes.predicates(shape)).containsExactly("orders.paid EQUAL CONSTANT SUBQUERY", ". EQUAL CONSTANT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"select o from Order o where o.status = :s;", "select o from Order o where o.status = :s ; \n",
            "select o from Order o fetch all properties where o.status = :s", "select o from shop.Order o where o.status = :1",
            "select o from Order o where o.status = :#{#filter.status} -- the status of the filter",
            "select o from Order o where o.status = ?#{[0]}", "select o /* all; of 'them */ from Order as o where o.status = :s",
            "select order from Order order where order.status = :order"})
    void what_other_versions_accept_is_accepted(String text) {
        assertThat(shape(text).unknown()).isEmpty();
        assertThat(Shapes.predicates(shape(text))).containsExactly("orders.status EQUAL PARAMETER");
    }

    @Test
    void the_entity_name_of_spring_data_is_the_given_one() {
        String text = "select e from #{#entityName} e where e.status = ?1";
        assertThat(Shapes.predicates(queries.shape(text, "Order", ShopEntities.MODEL))).containsExactly("orders.status EQUAL PARAMETER");
        assertThat(queries.shape(text, "", ShopEntities.MODEL).unknown()).containsExactly("the entity of #{#entityName} is not known");
        assertThat(queries.shape(text, "Ordr", ShopEntities.MODEL).unknown()).containsExactly("unknown entity Ordr");
    }

    @Test
    void a_replaced_part_is_left_alone_in_a_string() {
        QueryShape shape = shape("select o from Order o where o.status = ':1 -- #{#entityName} like %:p%' and o.number = :n");
        assertThat(Shapes.predicates(shape)).containsExactly("orders.status EQUAL CONSTANT", "orders.order_number EQUAL PARAMETER");
    }

    @Test
    void a_column_may_be_named_without_an_alias() {
        QueryShape shape = shape("select o from Order o where CREATED_AT > :day and customer_id = :customer");
        assertThat(shape.unknown()).isEmpty();
        assertThat(shape.predicates()).extracting(QueryShape.Predicate::column).containsExactly("created_at", "customer_id");
        assertThat(shape("select o from Order o where created_by = 1").unknown()).isNotEmpty();
    }

    @Test
    void what_the_entities_do_not_have_is_named() {
        assertThat(shape("select x from Basket x where x.size = 1").unknown()).containsExactly("unknown entity Basket");
        assertThat(shape("select o from Order o where o.colour = 1").unknown()).containsExactly("Order has no attribute colour");
        assertThat(shape("select o from Order o join o.parcels p").unknown()).containsExactly("Order has no attribute parcels");
        assertThat(shape("select o from Order o where x.status = 1").unknown())
                .containsExactly("no alias and no attribute is named x.status");
        QueryShape function = shape("select o from Order o where fuzzy(o.status, 2) = :s");
        assertThat(function.unknown()).containsExactly("unknown function fuzzy");
        assertThat(Shapes.predicates(function)).containsExactly("fuzzy(orders.status) EQUAL PARAMETER");
    }

    @Test
    void an_unknown_part_is_said_and_the_rest_is_read() {
        for (String text : List.of("select o from Order o where o.status = ?!", "select o from Order o where o.status = :s ?!",
                "select o from Order o where o.status = :s order by ?!")) {
            assertThat(Shapes.predicates(shape(text))).containsExactly("orders.status EQUAL PARAMETER");
            assertThat(shape(text).unknown()).containsExactly("a part of the statement is known at run time only");
        }
    }

    @Test
    void an_unknown_entity_has_unknown_columns() {
        QueryShape shape = shape("select e from ?! e where e.status = :s");
        assertThat(Shapes.predicates(shape)).containsExactly(". EQUAL PARAMETER");
        assertThat(shape.unknown()).containsExactly("a part of the statement is known at run time only");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select o from Order o where o.status ==   | syntax error in line 1, column 39 at '='
            select o from Order o where               | syntax error in line 1, column 28 at the end
            select o from Order o where o.x = 'open   | syntax error in line 1, column 35
            from Order o where o.x regexp 'a'         | syntax error in line 1, column 24 at 'regexp'
            selct o from Order o                      | syntax error in line 1, column 1 at 'selct'
            from Order o where o.?! = 1               | a part of the statement is known at run time only
            `  `                                      | the statement is empty
            """)
    void a_text_that_breaks_the_grammar_gives_the_reason(String text, String reason) {
        assertThat(shape(text)).isEqualTo(QueryShape.unknown(reason));
    }

    @Test
    void positions_are_those_of_the_source() {
        assertThat(shape("select o\nfrom #{#entityName} o\nwhere o.a like %:p% and o.b = :#{#x.y} or =").unknown())
                .containsExactly("syntax error in line 3, column 43 at '='");
    }

    @Test
    void texts_that_are_too_long_or_too_deep_are_not_parsed() {
        assertThat(shape("select o from Order o where o.number = '" + "x".repeat(70_000) + "'").unknown())
                .containsExactly("the statement is out of bounds: it is longer than 65536 characters");
        assertThat(shape("(".repeat(3_000)).unknown()).singleElement().asString().startsWith("the statement is out of bounds: it is nested too deeply");
        assertThat(shape("select o from Order o where " + "(".repeat(11) + "o.paid" + ")".repeat(11)).unknown())
                .singleElement().asString().startsWith("the statement is out of bounds: it is nested too deeply");
        String tooDeep = "(o.paid = true and ".repeat(101) + "o.paid" + ")".repeat(101);
        assertThat(shape("select o from Order o where " + tooDeep).unknown())
                .singleElement().asString().startsWith("the statement is out of bounds: it is nested too deeply");
        assertThat(shape("select o from Order o where " + "(".repeat(10) + "o.paid" + ")".repeat(10)).unknown()).isEmpty();
        assertThat(shape("select o from Order o where o" + ".customer".repeat(5_000) + ".name = 'x'").unknown())
                .singleElement().asString().startsWith("the statement is out of bounds: it is nested too deeply");
        assertThat(shape("select o from Order o where " + "not ".repeat(3_000) + "o.paid").unknown())
                .singleElement().asString().startsWith("the statement is out of bounds: it is nested too deeply");
    }

    /** They are parsed by themselves, so that only what stands in other parentheses counts. */
    @ParameterizedTest
    @ValueSource(ints = {11, 16, 60})
    void conditions_in_parentheses_may_be_nested_deeper(int depth) {
        String conditions = "(o.paid = true and ".repeat(depth) + "o.number = 1" + " or o.total = 2)".repeat(depth);
        assertThat(shape("select o from Order o where " + conditions).unknown()).isEmpty();
        assertThat(shape("select o from Order o where " + conditions).predicates()).hasSize(2 * depth + 1);
        assertThat(shape("select o from Order o where " + conditions + " =").unknown()).singleElement().asString()
                .startsWith("the statement is out of bounds: it is nested too deeply");
        assertThat(shape("select o from Order o where o.number in (select 1 from Order p where " + conditions + ")").unknown())
                .isEmpty();
    }

    @Test
    void long_chains_need_no_deep_stack() throws Exception {
        String alternatives = "o.number = 1" + " or o.total = 2".repeat(3_000);
        String sum = " and o.discount = 1" + " + 1".repeat(3_000);
        List<Integer> sizes = new ArrayList<>();
        Thread thread = new Thread(null, () -> sizes.add(shape("from Order o where (" + alternatives + ")" + sum).predicates().size()),
                "small stack", 256 * 1024);
        thread.start();
        thread.join();
        assertThat(sizes).containsExactly(3_002);
    }

    @Test
    void several_threads_get_the_same_remembered_shape() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<QueryShape>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String text = "select o from Order o where o.total > " + i % 5;
                answers.add(pool.submit(() -> shape(text)));
            }
            for (Future<QueryShape> answer : answers) {
                assertThat(Shapes.predicates(answer.get())).containsExactly("orders.total RANGE CONSTANT");
            }
        } finally {
            pool.shutdown();
        }
        assertThat(shape("from Order")).isSameAs(shape("from Order"));
    }

    @Test
    void another_model_gives_another_answer() {
        assertThat(shape("from Order").unknown()).isEmpty();
        assertThat(queries.shape("from Order", new EntityModel(Map.of())).unknown()).containsExactly("unknown entity Order");
    }

    private QueryShape shape(String text) {
        return queries.shape(text, ShopEntities.MODEL);
    }
}
