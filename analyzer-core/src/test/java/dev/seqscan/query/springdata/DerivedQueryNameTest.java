package dev.seqscan.query.springdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.Shapes;
import dev.seqscan.query.ShopEntities;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivedQueryNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Number                   | 1 | order_number EQUAL PARAMETER
            NumberIs                 | 1 | order_number EQUAL PARAMETER
            NumberEquals             | 1 | order_number EQUAL PARAMETER
            NumberNot                | 1 | order_number NOT_EQUAL PARAMETER
            NumberIsNot              | 1 | order_number NOT_EQUAL PARAMETER
            NumberNull               | 0 | order_number IS_NULL NONE
            NumberIsNull             | 0 | order_number IS_NULL NONE
            NumberNotNull            | 0 | order_number IS_NOT_NULL NONE
            NumberIsNotNull          | 0 | order_number IS_NOT_NULL NONE
            TotalBetween             | 2 | total RANGE PARAMETER
            TotalIsBetween           | 2 | total RANGE PARAMETER
            TotalLessThan            | 1 | total RANGE PARAMETER
            TotalIsLessThan          | 1 | total RANGE PARAMETER
            TotalLessThanEqual       | 1 | total RANGE PARAMETER
            TotalIsLessThanEqual     | 1 | total RANGE PARAMETER
            TotalGreaterThan         | 1 | total RANGE PARAMETER
            TotalIsGreaterThan       | 1 | total RANGE PARAMETER
            TotalGreaterThanEqual    | 1 | total RANGE PARAMETER
            TotalIsGreaterThanEqual  | 1 | total RANGE PARAMETER
            CreatedAtAfter           | 1 | created_at RANGE PARAMETER
            CreatedAtIsAfter         | 1 | created_at RANGE PARAMETER
            CreatedAtBefore          | 1 | created_at RANGE PARAMETER
            CreatedAtIsBefore        | 1 | created_at RANGE PARAMETER
            NumberLike               | 1 | order_number LIKE_PARAMETER PARAMETER
            NumberIsLike             | 1 | order_number LIKE_PARAMETER PARAMETER
            NumberNotLike            | 1 | order_number OTHER PARAMETER
            NumberIsNotLike          | 1 | order_number OTHER PARAMETER
            NumberStartingWith       | 1 | order_number LIKE_PREFIX PARAMETER
            NumberIsStartingWith     | 1 | order_number LIKE_PREFIX PARAMETER
            NumberStartsWith         | 1 | order_number LIKE_PREFIX PARAMETER
            NumberEndingWith         | 1 | order_number LIKE_ANYWHERE PARAMETER
            NumberIsEndingWith       | 1 | order_number LIKE_ANYWHERE PARAMETER
            NumberEndsWith           | 1 | order_number LIKE_ANYWHERE PARAMETER
            NumberContaining         | 1 | order_number LIKE_ANYWHERE PARAMETER
            NumberIsContaining       | 1 | order_number LIKE_ANYWHERE PARAMETER
            NumberContains           | 1 | order_number LIKE_ANYWHERE PARAMETER
            NumberNotContaining      | 1 | order_number OTHER PARAMETER
            NumberIsNotContaining    | 1 | order_number OTHER PARAMETER
            NumberNotContains        | 1 | order_number OTHER PARAMETER
            NumberIn                 | 1 | order_number IN PARAMETER
            NumberIsIn               | 1 | order_number IN PARAMETER
            NumberNotIn              | 1 | order_number NOT_IN PARAMETER
            NumberIsNotIn            | 1 | order_number NOT_IN PARAMETER
            PaidTrue                 | 0 | paid IS_TRUE CONSTANT
            PaidIsTrue               | 0 | paid IS_TRUE CONSTANT
            PaidFalse                | 0 | paid EQUAL CONSTANT
            PaidIsFalse              | 0 | paid EQUAL CONSTANT
            NumberRegex              | 1 | order_number OTHER PARAMETER
            NumberMatches            | 1 | order_number OTHER PARAMETER
            NumberMatchesRegex       | 1 | order_number OTHER PARAMETER
            NumberNear               | 1 | order_number OTHER PARAMETER
            NumberIsNear             | 1 | order_number OTHER PARAMETER
            NumberWithin             | 1 | order_number OTHER PARAMETER
            NumberIsWithin           | 1 | order_number OTHER PARAMETER
            NumberExists             | 0 | order_number OTHER NONE
            """)
    void a_keyword_says_how_the_property_is_compared(String predicate, int parameters, String expected) {
        assertThat(predicates("findBy" + predicate)).containsExactly("orders." + expected);
        assertThat(DerivedQueryName.boundParameters("findBy" + predicate)).hasValue(parameters);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NumberIgnoreCase                     | upper(orders.order_number) EQUAL PARAMETER
            NumberIgnoringCase                   | upper(orders.order_number) EQUAL PARAMETER
            NumberContainingIgnoreCase           | upper(orders.order_number) LIKE_ANYWHERE PARAMETER
            NumberIgnoreCaseStartingWith         | upper(orders.order_number) LIKE_PREFIX PARAMETER
            """)
    void ignoring_case_wraps_the_column(String predicate, String expected) {
        assertThat(predicates("findBy" + predicate)).containsExactly(expected);
    }

    @Test
    void ignoring_case_everywhere_leaves_alone_what_is_no_text() {
        assertThat(predicates("findByNumberAndPaidAllIgnoreCase"))
                .containsExactly("upper(orders.order_number) EQUAL PARAMETER", "orders.paid EQUAL PARAMETER");
        assertThat(predicates("findByNumberAndStatusAllIgnoringCase"))
                .containsExactly("upper(orders.order_number) EQUAL PARAMETER", "upper(orders.status) EQUAL PARAMETER");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CustomerId             | orders.customer_id EQUAL PARAMETER
            Customer_Id            | orders.customer_id EQUAL PARAMETER
            Customer               | orders.customer_id EQUAL PARAMETER
            CustomerIn             | orders.customer_id IN PARAMETER
            CustomerIsNull         | orders.customer_id IS_NULL NONE
            CustomerName           | customer.name EQUAL PARAMETER
            CustomerAddressZipCode | customer.address_zip EQUAL PARAMETER
            Customer_Address_City  | customer.city EQUAL PARAMETER
            CustomerAddress_City   | customer.city EQUAL PARAMETER
            LinesProductSku        | product.sku EQUAL PARAMETER
            LinesProductId         | order_line.product_id EQUAL PARAMETER
            LinesId                | order_line.id EQUAL PARAMETER
            Lines                  | order_line.id EQUAL PARAMETER
            Id                     | orders.id EQUAL PARAMETER
            IdIn                   | orders.id IN PARAMETER
            DeliveryPlaceCity      | orders.delivery_city EQUAL PARAMETER
            DeliveryRecipientId    | orders.delivered_to EQUAL PARAMETER
            InvoiceDueDateBefore   | invoice.due_date RANGE PARAMETER
            LinesIsEmpty           | order_line.order_id EQUAL COLUMN SUBQUERY
            LinesEmpty             | order_line.order_id EQUAL COLUMN SUBQUERY
            LinesIsNotEmpty        | order_line.order_id EQUAL COLUMN SUBQUERY
            LinesNotEmpty          | order_line.order_id EQUAL COLUMN SUBQUERY
            LinesContaining        | order_line.order_id EQUAL COLUMN SUBQUERY
            LinesNotContaining     | order_line.order_id EQUAL COLUMN SUBQUERY
            """)
    void a_property_path_is_resolved_from_the_longest_name_on(String predicate, String expected) {
        assertThat(predicates("findBy" + predicate)).containsExactly(expected);
    }

    @Test
    void embedded_values_and_identifiers_are_stepped_into() {
        assertThat(Shapes.predicates(shape("findByAddressZipCode", "Customer")))
                .containsExactly("customer.address_zip EQUAL PARAMETER");
        assertThat(Shapes.predicates(shape("findByKeyWarehouse", "Stock")))
                .containsExactly("stock.warehouse_code EQUAL PARAMETER");
        assertThat(Shapes.predicates(shape("findByFavouritesName", "Customer"))).containsExactly("product.name EQUAL PARAMETER");
        assertThat(Shapes.predicates(shape("findByTagsContaining", "Customer")))
                .containsExactly("customer_tag.customer_id EQUAL COLUMN SUBQUERY");
        assertThat(Shapes.predicates(shape("findByCardNumber", "Payment")))
                .containsExactly("card_payment.card_number EQUAL PARAMETER");
    }

    @Test
    void associations_on_the_way_are_roots() {
        assertThat(Shapes.roots(shape("findByCustomerNameAndLinesProductSkuOrderByCustomerEmail")))
                .containsExactly("orders", "customer customer", "order_line lines", "product lines.product");
        assertThat(Shapes.roots(shape("findByCustomerId"))).containsExactly("orders");
    }

    @Test
    void and_binds_closer_than_or() {
        assertThat(predicates("findByPaidTrueAndTotalGreaterThan"))
                .containsExactly("orders.paid IS_TRUE CONSTANT", "orders.total RANGE PARAMETER");
        assertThat(predicates("findByStatusAndPaidOrNumber")).containsExactly("orders.status EQUAL PARAMETER or-1",
                "orders.paid EQUAL PARAMETER or-1", "orders.order_number EQUAL PARAMETER or-1");
        assertThat(Shapes.branches(shape("findByStatusAndPaidOrNumber")))
                .containsExactly("status:1.1", "paid:1.1", "order_number:1.2");
        assertThat(predicates("findByStatusOrStatus")).containsExactly("orders.status IN PARAMETER");
        assertThat(DerivedQueryName.boundParameters("findByTotalBetweenAndStatusOrPaidTrueOrderByTotal")).hasValue(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            findByStatus                 | SELECT | ENTITY | false | -1
            findAllByStatus              | SELECT | ENTITY | false | -1
            findOrdersByStatus           | SELECT | ENTITY | false | -1
            readByStatus                 | SELECT | ENTITY | false | -1
            getByStatus                  | SELECT | ENTITY | false | -1
            queryByStatus                | SELECT | ENTITY | false | -1
            searchByStatus               | SELECT | ENTITY | false | -1
            streamAllByStatus            | SELECT | ENTITY | false | -1
            findDistinctByStatus         | SELECT | ENTITY | true  | -1
            findOrderDistinctByStatus    | SELECT | ENTITY | true  | -1
            findFirstByStatus            | SELECT | ENTITY | false | 1
            findTopByStatus              | SELECT | ENTITY | false | 1
            findFirst10OrdersByStatus    | SELECT | ENTITY | false | 10
            findTop3ByStatus             | SELECT | ENTITY | false | 3
            findDistinctTop3ByStatus     | SELECT | ENTITY | true  | 3
            countByStatus                | SELECT | COUNT  | false | -1
            countDistinctOrdersByStatus  | SELECT | COUNT  | true  | -1
            existsByStatus               | SELECT | EXISTS | false | 1
            deleteByStatus               | DELETE | NONE   | false | -1
            removeAllByStatus            | DELETE | NONE   | false | -1
            """)
    void the_subject_says_what_comes_back(String name, Command command, Projection projection, boolean distinct, int rows) {
        QueryShape shape = shape(name);
        assertThat(shape.command()).isEqualTo(command);
        assertThat(shape.projection()).isEqualTo(projection);
        assertThat(shape.distinct()).isEqualTo(distinct);
        assertThat(shape.limit()).isEqualTo(new Limit(rows, 0));
        assertThat(Shapes.predicates(shape)).containsExactly("orders.status EQUAL PARAMETER");
    }

    @Test
    void sort_keys_are_resolved() {
        assertThat(Shapes.order(shape("findByStatusOrderByCreatedAtDescNumberAscCustomerName")))
                .containsExactly("orders.created_at desc", "orders.order_number", "customer.name");
        QueryShape withoutPredicate = shape("findTop10ByOrderByCreatedAtDesc");
        assertThat(Shapes.order(withoutPredicate)).containsExactly("orders.created_at desc");
        assertThat(withoutPredicate.predicates()).isEmpty();
        assertThat(withoutPredicate.limit().rows()).isEqualTo(10);
    }

    @Test
    void a_property_that_is_not_there_is_named() {
        QueryShape shape = shape("findByColourAndStatusOrderByWeight");
        assertThat(shape.unknown()).containsExactly("Order has no property Colour", "Order has no property Weight");
        assertThat(Shapes.predicates(shape)).containsExactly(". EQUAL PARAMETER", "orders.status EQUAL PARAMETER");
        assertThat(shape("findByCustomerColour").unknown()).containsExactly("Order has no property CustomerColour");
        assertThat(shape("findByStatusOrderByTotalOrderByNumber").unknown())
                .containsExactly("the name findByStatusOrderByTotalOrderByNumber cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"findAll", "save", "byStatus", "findstatusBy", "updateByStatus", "", "By"})
    void other_names_are_not_derived(String name) {
        assertThat(DerivedQueryName.shape(name, ShopEntities.entity("Order"), ShopEntities.MODEL)).isEmpty();
        assertThat(DerivedQueryName.boundParameters(name)).isEqualTo(OptionalInt.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"findBy", "findAllBy", "countBy"})
    void nothing_behind_by_asks_for_all(String name) {
        assertThat(shape(name).predicates()).isEmpty();
        assertThat(shape(name).unknown()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"findByOr", "findByAnd", "findByIn", "findBy_", "findBy__Id", "findByCustomer_", "findByStatusOr",
            "findByOrderBy", "findByIgnoreCase", "findTop99999999999ByStatus", "findByÄrger", "findByIs",
                    "findByStatusOrderByDesc"})
    void odd_names_are_read_without_failing(String name) {
        assertThat(shape(name).roots()).isNotEmpty();
    }

    private static List<String> predicates(String name) {
        QueryShape shape = shape(name);
        assertThat(shape.unknown()).as(name).isEmpty();
        return Shapes.predicates(shape);
    }

    private static QueryShape shape(String name) {
        return shape(name, "Order");
    }

    private static QueryShape shape(String name, String entity) {
        return DerivedQueryName.shape(name, ShopEntities.entity(entity), ShopEntities.MODEL).orElseThrow();
    }
}
