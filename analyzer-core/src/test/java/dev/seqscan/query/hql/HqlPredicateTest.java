package dev.seqscan.query.hql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.QueryShape;
import dev.seqscan.query.ShopEntities;
import dev.seqscan.query.Shapes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HqlPredicateTest {

    private final HqlQueries queries = new HqlQueries();

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            o.status = :s                                   => orders.status EQUAL PARAMETER
            o.status = ?1                                   => orders.status EQUAL PARAMETER
            o.status = ?                                    => orders.status EQUAL PARAMETER
            :s = o.status                                   => orders.status EQUAL PARAMETER
            o.status = 'OPEN'                               => orders.status EQUAL CONSTANT
            o.status = shop.Status.OPEN                     => orders.status EQUAL CONSTANT
            o.status = OPEN                                 => orders.status EQUAL CONSTANT
            o.status <> :s                                  => orders.status NOT_EQUAL PARAMETER
            not o.status = :s                               => orders.status NOT_EQUAL PARAMETER
            not (o.status <> :s)                            => orders.status EQUAL PARAMETER
            o.total >= :t                                   => orders.total RANGE PARAMETER
            o.total between 1 and :t                        => orders.total RANGE PARAMETER
            o.total not between 1 and 2                     => orders.total OTHER CONSTANT
            o.createdAt < current_date - 30 day             => orders.created_at RANGE CONSTANT
            o.status in (:s)                                => orders.status IN PARAMETER
            o.status in :s                                  => orders.status IN PARAMETER
            o.status in ('A', 'B')                          => orders.status IN CONSTANT
            o.status not in ?1                              => orders.status NOT_IN PARAMETER
            o.status is null                                => orders.status IS_NULL NONE
            o.status is not null                            => orders.status IS_NOT_NULL NONE
            not o.status is null                            => orders.status IS_NOT_NULL NONE
            o.paid                                          => orders.paid IS_TRUE NONE
            not o.paid                                      => orders.paid EQUAL CONSTANT
            o.paid is true                                  => orders.paid IS_TRUE NONE
            o.paid is false                                 => orders.paid EQUAL CONSTANT
            o.number like 'A%'                              => orders.order_number LIKE_PREFIX CONSTANT
            o.number like '%A'                              => orders.order_number LIKE_ANYWHERE CONSTANT
            o.number like '_A'                              => orders.order_number LIKE_ANYWHERE CONSTANT
            o.number like :n                                => orders.order_number LIKE_PARAMETER PARAMETER
            o.number like concat('%', :n, '%')              => orders.order_number LIKE_ANYWHERE PARAMETER
            o.number like concat(:n, '%')                   => orders.order_number LIKE_PREFIX PARAMETER
            o.number like :n || '%'                         => orders.order_number LIKE_PREFIX PARAMETER
            o.number like '%' || :n || '%'                  => orders.order_number LIKE_ANYWHERE PARAMETER
            o.number like %:n%                              => orders.order_number LIKE_ANYWHERE PARAMETER
            o.number like ?1%                               => orders.order_number LIKE_PREFIX PARAMETER
            o.number not like 'A%'                          => orders.order_number OTHER CONSTANT
            o.number ilike 'A%'                             => ilike(orders.order_number) LIKE_PREFIX CONSTANT
            ilike(o.number, :n) = true                      => ilike(orders.order_number) OTHER CONSTANT
            lower(o.number) like lower(concat('%', :n, '%'))=> lower(orders.order_number) LIKE_ANYWHERE PARAMETER
            upper(trim(o.number)) = :n                      => upper(orders.order_number) EQUAL PARAMETER
            year(o.createdAt) = 2020                        => year(orders.created_at) EQUAL CONSTANT
            extract(year from o.createdAt) = :y             => extract(orders.created_at) EQUAL PARAMETER
            date(o.createdAt) = :d                          => date(orders.created_at) EQUAL PARAMETER
            function('date_trunc', 'day', o.createdAt) = :d => date_trunc(orders.created_at) EQUAL PARAMETER
            cast(o.total as string) = :t                    => cast(orders.total) EQUAL PARAMETER
            coalesce(o.discount, 0) > 3                     => coalesce(orders.discount) RANGE CONSTANT
            o.total * 2 > 5                                 => *(orders.total) RANGE CONSTANT
            -o.total < :t                                   => -(orders.total) RANGE PARAMETER
            o.total = (select max(p.price) from Product p)  => orders.total EQUAL SUBQUERY
            o.total >= all (select p.price from Product p)  => orders.total RANGE SUBQUERY
            `o`.`status` = :s                               => orders.status EQUAL PARAMETER
            O.status = :s                                   => orders.status EQUAL PARAMETER
            """)
    void an_attribute_is_compared(String condition, String predicate) {
        assertThat(where(condition)).containsExactly(predicate);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            o.id = :id              | orders.id EQUAL PARAMETER
            id(o) = :id             | orders.id EQUAL PARAMETER
            o = :order              | orders.id EQUAL PARAMETER
            o in (:orders)          | orders.id IN PARAMETER
            version(o) = 3          | orders.revision EQUAL CONSTANT
            o.customer = :c         | orders.customer_id EQUAL PARAMETER
            o.customer.id = :id     | orders.customer_id EQUAL PARAMETER
            id(o.customer) = :id    | orders.customer_id EQUAL PARAMETER
            fk(o.customer) = :id    | orders.customer_id EQUAL PARAMETER
            o.customer is null      | orders.customer_id IS_NULL NONE
            o.customer.name = :n    | customer.name EQUAL PARAMETER
            o.customer.address.city = :c    | customer.city EQUAL PARAMETER
            o.customer.address.zipCode = :z | customer.address_zip EQUAL PARAMETER
            o.delivery.recipient = :c       | orders.delivered_to EQUAL PARAMETER
            o.delivery.recipient.id = :c    | orders.delivered_to EQUAL PARAMETER
            o.delivery.recipient.name = :n  | customer.name EQUAL PARAMETER
            o.delivery.place.city = :c      | orders.delivery_city EQUAL PARAMETER
            o.invoice.dueDate < :d  | invoice.due_date RANGE PARAMETER
            o.invoice.id = :id      | invoice.id EQUAL PARAMETER
            """)
    void a_path_ends_in_the_column_that_holds_it(String condition, String predicate) {
        assertThat(where(condition)).containsExactly(predicate);
    }

    @Test
    void the_condition_of_a_parameter_makes_its_alternative_optional() {
        assertThat(where("(:s is null or o.status = :s) and (o.number = :n or :n is null or :all = true)"))
                .containsExactly("orders.status EQUAL PARAMETER optional", "orders.order_number EQUAL PARAMETER optional");
        assertThat(where("(:s is not null and o.status = :s) or (:n is not null and o.number = :n)"))
                .containsExactly("orders.status EQUAL PARAMETER optional or-1",
                        "orders.order_number EQUAL PARAMETER optional or-1");
        assertThat(where("o.status = coalesce(:s, o.status)")).containsExactly("orders.status EQUAL PARAMETER optional");
    }

    @Test
    void a_condition_of_parameters_beside_a_comparison_leaves_it_mandatory() {
        assertThat(where(":flag = true and o.status = :s")).containsExactly("orders.status EQUAL PARAMETER");
    }

    @Test
    void alternatives_share_a_group() {
        assertThat(where("o.paid = true and (o.status = :s or o.number = :n and o.total > 3) and (o.total = 1 or o.id = 2)"))
                .containsExactly("orders.paid EQUAL CONSTANT", "orders.status EQUAL PARAMETER or-1",
                        "orders.order_number EQUAL PARAMETER or-1", "orders.total RANGE CONSTANT or-1",
                        "orders.total EQUAL CONSTANT or-2", "orders.id EQUAL CONSTANT or-2");
    }

    @Test
    void alternatives_of_one_column_are_a_list_of_values() {
        assertThat(where("o.status = 'A' or (o.status = :b or o.status is null)")).containsExactly("orders.status IN PARAMETER");
    }

    @Test
    void not_turns_alternatives_into_conditions_and_back() {
        assertThat(where("not (o.status = 'A' or o.number = :n)"))
                .containsExactly("orders.status NOT_EQUAL CONSTANT", "orders.order_number NOT_EQUAL PARAMETER");
        assertThat(where("not (o.status = 'A' and o.number = :n)"))
                .containsExactly("orders.status NOT_EQUAL CONSTANT or-1", "orders.order_number NOT_EQUAL PARAMETER or-1");
    }

    @Test
    void tuples_compare_column_by_column() {
        assertThat(where("(o.createdAt, o.id) < (:at, :id)"))
                .containsExactly("orders.created_at RANGE PARAMETER", "orders.id RANGE PARAMETER");
    }

    @Test
    void two_columns_give_a_predicate_each() {
        assertThat(predicates("select o from Order o, Customer c where o.customer = c and o.total > o.discount"))
                .containsExactly("orders.customer_id EQUAL COLUMN", "customer.id EQUAL COLUMN", "orders.total RANGE COLUMN",
                        "orders.discount RANGE COLUMN");
    }

    @Test
    void a_value_may_lie_between_or_among_columns() {
        assertThat(where(":d between o.createdAt and o.total"))
                .containsExactly("orders.created_at RANGE PARAMETER", "orders.total RANGE PARAMETER");
        assertThat(where(":d in (o.createdAt, o.total)"))
                .containsExactly("orders.created_at EQUAL PARAMETER or-1", "orders.total EQUAL PARAMETER or-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c.orders is empty                | orders.customer_id EQUAL COLUMN SUBQUERY
            c.orders is not empty            | orders.customer_id EQUAL COLUMN SUBQUERY
            size(c.orders) > 3               | orders.customer_id EQUAL COLUMN SUBQUERY
            c.orders.size > 3                | orders.customer_id EQUAL COLUMN SUBQUERY
            :o member of c.orders            | orders.customer_id EQUAL COLUMN SUBQUERY
            :o not member c.orders           | orders.customer_id EQUAL COLUMN SUBQUERY
            :o in elements(c.orders)         | orders.customer_id EQUAL COLUMN SUBQUERY
            exists elements(c.orders)        | orders.customer_id EQUAL COLUMN SUBQUERY
            :p member of c.favourites        | customer_favourite.customer_id EQUAL COLUMN SUBQUERY
            'vip' member of c.tags           | customer_tag.customer_id EQUAL COLUMN SUBQUERY
            exists (from c.orders)           | orders.customer_id EQUAL COLUMN SUBQUERY
            """)
    void a_test_of_a_collection_searches_its_foreign_key(String condition, String predicate) {
        assertThat(predicates("select c from Customer c where " + condition)).containsExactly(predicate);
    }

    @Test
    void predicates_of_subqueries_are_marked() {
        String text = "select o from Order o where exists (select 1 from OrderLine l where l.order = o and l.product.sku = :s)"
                + " and o.id in (select i.order.id from Invoice i where i.dueDate < :d)";
        assertThat(predicates(text)).containsExactly("order_line.order_id EQUAL COLUMN SUBQUERY",
                "orders.id EQUAL COLUMN SUBQUERY", "product.sku EQUAL PARAMETER SUBQUERY",
                "invoice.due_date RANGE PARAMETER SUBQUERY", "orders.id IN SUBQUERY");
        assertThat(Shapes.roots(shape(text))).containsExactly("orders o", "order_line l subquery", "product product subquery",
                "invoice i subquery");
    }

    @Test
    void conditions_of_joins_and_groups_are_marked() {
        assertThat(predicates("select o.status, count(o) from Order o left join o.lines l on l.quantity > 2"
                + " join Customer c on c.id = o.customer.id group by o.status having count(o) > :n"))
                .containsExactly("order_line.quantity RANGE CONSTANT ON", "customer.id EQUAL COLUMN ON",
                        "orders.customer_id EQUAL COLUMN ON", "count(orders.id) RANGE PARAMETER HAVING");
    }

    @Test
    void attributes_of_subclasses_stand_in_their_table() {
        assertThat(predicates("select p from Payment p where treat(p as CardPayment).cardNumber = :n and p.amount = 1"))
                .containsExactly("card_payment.card_number EQUAL PARAMETER", "payment.amount EQUAL CONSTANT");
        assertThat(predicates("select p from CardPayment p where p.cardNumber = :n and p.amount = 1"))
                .containsExactly("card_payment.card_number EQUAL PARAMETER", "payment.amount EQUAL CONSTANT");
        assertThat(predicates("select p from Product p where p.isbn = :i and type(p) = Book"))
                .containsExactly("product.isbn EQUAL PARAMETER", "type(product.) EQUAL CONSTANT");
    }

    @Test
    void an_embedded_identifier_has_several_columns() {
        assertThat(predicates("select s from Stock s where s.key.warehouse = :w")).containsExactly(
                "stock.warehouse_code EQUAL PARAMETER");
        assertThat(predicates("select s from Stock s where s.key = :k"))
                .containsExactlyInAnyOrder("stock.warehouse_code EQUAL PARAMETER", "stock.sku EQUAL PARAMETER");
    }

    @Test
    void a_path_needs_no_alias() {
        assertThat(predicates("from Order where customer.id = :id and status = 'A'"))
                .containsExactly("orders.customer_id EQUAL PARAMETER", "orders.status EQUAL CONSTANT");
    }

    @Test
    void the_path_starts_at_the_entity_of_the_alias() {
        assertThat(shape("select o from Order o join o.lines l where l.product.sku = :s").predicates())
                .singleElement().extracting(QueryShape.Predicate::path).isEqualTo("product.sku");
    }

    private List<String> where(String condition) {
        return predicates("select o from Order o where " + condition);
    }

    private List<String> predicates(String text) {
        assertThat(shape(text).unknown()).as(text).isEmpty();
        return Shapes.predicates(shape(text));
    }

    private QueryShape shape(String text) {
        return queries.shape(text, ShopEntities.MODEL);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            o.status = :s or o.total = :t                           => status:1.1 total:1.2
            (o.status = :s and o.paid) or o.total = :t              => status:1.1 paid:1.1 total:1.2
            o.status = :s or (o.total = :t or o.number = :n)        => status:1.1 total:1.2 order_number:1.3
            o.paid and (o.status = :s or o.total = :t)              => paid status:1.1 total:1.2
            :p in (o.status, o.number)                              => status:1.1 order_number:1.2
            o.status = :s or exists (select 1 from Product p)       => status:1.1 :1.2
            (:s is null or o.status = :s) and o.total = :t          => status total
            """)
    void each_alternative_of_an_or_has_a_number(String condition, String expected) {
        assertThat(Shapes.branches(shape("select o from Order o where " + condition))).containsExactly(expected.split(" "));
    }

    @Test
    void a_parameter_switches_off_what_stays_in_the_text() {
        assertThat(shape("select o from Order o where (:s is null or o.status = :s) and o.total = :t").predicates())
                .extracting(QueryShape.Predicate::switched).containsExactly(true, false);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            o.id not in (select l.order.id from OrderLine l)                       => order_line.order_id
            o.id not in (select max(l.order.id) from OrderLine l)                  => .
            o.id not in (select l.order.id from OrderLine l union select 1)        => .
            o.id not in (:ids)                                                     => .
            o.customer.id = o.id                                                   => orders.id
            """)
    void the_other_side_of_a_comparison_is_known_where_it_is_one_column(String condition, String expected) {
        QueryShape.Other other = shape("select o from Order o where " + condition).predicates().stream()
                .filter(each -> each.table().equals("orders")).findFirst().orElseThrow().other();
        assertThat(other.table() + "." + other.column()).isEqualTo(expected);
    }
}
