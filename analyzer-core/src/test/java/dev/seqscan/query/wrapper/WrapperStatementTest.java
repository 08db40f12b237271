package dev.seqscan.query.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.schema.Product;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrapperStatementTest {

    private static final String ENTITY = """
            @TableName("sales") class Sale extends Row { @TableId("sale_no") Long no; String status; String customerName;
                @TableField("amount_total") Integer amount; @TableField(exist = false) String shown; boolean isOpen; Boolean paid;
                String getStatus() { return status; } String getCustomerName() { return customerName; }
                Integer getAmount() { return amount; } String getShown() { return shown; } boolean isPaid() { return paid; }
                Long getNo() { return no; } }
            class Row { String createdBy; String getCreatedBy() { return createdBy; } }
            """;

    @Test
    void methods_of_a_wrapper_are_comparisons() {
        assertThat(filters("mapper.selectList(new QueryWrapper<Sale>().eq(\"status\", text).ne(\"a\", 1).gt(\"b\", number)"
                + ".in(\"c\", ids).notIn(\"d\", ids).isNull(\"e\").isNotNull(\"f\").between(\"g\", 1, number))"))
                .containsExactly("sales.status EQUAL PARAMETER", "sales.a NOT_EQUAL CONSTANT", "sales.b RANGE PARAMETER",
                        "sales.c IN PARAMETER", "sales.d NOT_IN PARAMETER", "sales.e IS_NULL NONE", "sales.f IS_NOT_NULL NONE",
                        "sales.g RANGE PARAMETER");
    }

    @Test
    void a_pattern_begins_where_its_name_says() {
        assertThat(filters("mapper.selectList(new QueryWrapper<Sale>().like(\"a\", text).likeLeft(\"b\", text)"
                + ".likeRight(\"c\", text))")).containsExactly("sales.a LIKE_ANYWHERE PARAMETER",
                        "sales.b LIKE_ANYWHERE PARAMETER", "sales.c LIKE_PREFIX PARAMETER");
    }

    @Test
    void a_getter_means_the_column_of_its_field() {
        assertThat(filters("mapper.selectList(new LambdaQueryWrapper<Sale>().eq(Sale::getCustomerName, text)"
                + ".eq(Sale::getAmount, number).eq(Sale::getNo, id).eq(Sale::isPaid, true).eq(Sale::getCreatedBy, text))"))
                .containsExactly("sales.customer_name EQUAL PARAMETER", "sales.amount_total EQUAL PARAMETER",
                        "sales.sale_no EQUAL PARAMETER", "sales.paid EQUAL CONSTANT", "sales.created_by EQUAL PARAMETER");
    }

    @Test
    void a_getter_without_a_column_leaves_a_condition_unread() {
        QueryShape shape = query("mapper.selectList(new LambdaQueryWrapper<Sale>().eq(Sale::getShown, text)"
                + ".eq(Sale::getStatus, text))").shape();
        assertThat(shape.unknown()).containsExactly(QueryShape.UNREAD_CONDITIONS);
        assertThat(filters(shape)).containsExactly("sales.status EQUAL PARAMETER", ". RANGE UNKNOWN");
    }

    @Test
    void a_column_named_at_run_time_leaves_a_condition_unread() {
        QueryShape shape = query("mapper.selectList(new QueryWrapper<Sale>().eq(text, 1).eq(\"status\", 2))").shape();
        assertThat(shape.unknown()).containsExactly(QueryShape.UNREAD_CONDITIONS);
        assertThat(filters(shape)).contains("sales.status EQUAL CONSTANT");
    }

    @Test
    void a_condition_in_front_makes_a_comparison_optional() {
        assertThat(filters("mapper.selectList(new LambdaQueryWrapper<Sale>().eq(text != null, Sale::getStatus, text)"
                + ".in(!ids.isEmpty(), Sale::getNo, ids).eq(true, Sale::getAmount, 1).isNull(flag, Sale::getCreatedBy))"))
                .containsExactly("sales.amount_total EQUAL CONSTANT", "sales.status EQUAL PARAMETER?",
                "sales.sale_no IN PARAMETER?",
                        "sales.created_by IS_NULL NONE?");
    }

    @Test
    void what_stands_under_an_if_is_optional() {
        assertThat(filters("LambdaQueryWrapper<Sale> w = new LambdaQueryWrapper<>(); w.eq(Sale::getStatus, text);"
                + " if (flag) { w.eq(Sale::getAmount, number); } mapper.selectList(w)"))
                .containsExactly("sales.status EQUAL PARAMETER", "sales.amount_total EQUAL PARAMETER?");
    }

    @Test
    void of_two_branches_one_holds_whichever() {
        QueryShape shape = query("LambdaQueryWrapper<Sale> w = Wrappers.lambdaQuery(); if (flag) { w.eq(Sale::getStatus, text); }"
                + " else { w.eq(Sale::getAmount, number); } mapper.selectList(w)").shape();
        assertThat(shape.unknown()).containsExactly(QueryShape.UNREAD_CONDITIONS);
    }

    @Test
    void or_joins_its_neighbours_as_sql_does() {
        assertThat(filters("mapper.selectList(new QueryWrapper<Sale>().eq(\"a\", id).eq(\"b\", id).or().eq(\"c\", id))"))
                .containsExactly("sales.a EQUAL PARAMETER|1", "sales.b EQUAL PARAMETER|1", "sales.c EQUAL PARAMETER|1");
        assertThat(filters("mapper.selectList(new QueryWrapper<Sale>().or().eq(\"a\", id).or())"))
                .as("an OR with one side says nothing").containsExactly("sales.a EQUAL PARAMETER");
    }

    @Test
    void a_function_is_a_parenthesis() {
        assertThat(filters("mapper.selectList(new QueryWrapper<Sale>().eq(\"a\", id).and(w -> w.eq(\"b\", id).or().eq(\"c\","
                + " id)))"))
                .containsExactly("sales.a EQUAL PARAMETER", "sales.b EQUAL PARAMETER|1", "sales.c EQUAL PARAMETER|1");
        assertThat(filters("mapper.selectList(new QueryWrapper<Sale>().eq(\"a\", id).or(w -> w.eq(\"b\", id).eq(\"c\", id)))"))
                .containsExactly("sales.a EQUAL PARAMETER|1", "sales.b EQUAL PARAMETER|1", "sales.c EQUAL PARAMETER|1");
        assertThat(filters("mapper.selectList(new QueryWrapper<Sale>().nested(w -> { w.eq(\"b\", id); if (flag) { w.eq(\"c\","
                + " id); } }))"))
                .containsExactly("sales.b EQUAL PARAMETER", "sales.c EQUAL PARAMETER?");
    }

    @Test
    void an_optional_side_of_an_or_leaves_none_sure() {
        QueryShape shape = query("mapper.selectList(new QueryWrapper<Sale>().eq(\"a\", id).or().eq(flag, \"b\", id))").shape();
        assertThat(shape.unknown()).containsExactly(QueryShape.UNREAD_CONDITIONS);
        assertThat(shape.predicates()).filteredOn(each -> !each.column().isEmpty()).isNotEmpty().allMatch(Predicate::optional);
    }

    @Test
    void columns_and_written_sql_are_read_on_mysql_too() {
        assertThat(filters(calls("mapper.selectList(new QueryWrapper<Sale>().eq(\"`status`\", text).eq(\"order\", 1)"
                + ".apply(\"date(created) = {0}\", text).inSql(\"no\", \"select `sale_no` from paid where `kind` = \\\"a\\\"\"))")
                .on(Product.MYSQL).only().shape()))
                .contains("sales.status EQUAL PARAMETER", "sales.order EQUAL CONSTANT", "sales.created EQUAL PARAMETER",
                        "sales.no IN SUBQUERY", "paid.kind EQUAL CONSTANT");
    }

    @Test
    void written_sql_is_read_where_it_is_a_constant() {
        assertThat(filters("mapper.selectList(new QueryWrapper<Sale>().apply(\"status = {0}\", text)"
                + ".inSql(\"no\", \"select sale_no from paid\"))"))
                .contains("sales.status EQUAL PARAMETER", "sales.no IN SUBQUERY");
        assertThat(query("mapper.selectList(new QueryWrapper<Sale>().apply(text))").shape().unknown())
                .containsExactly(QueryShape.UNREAD_CONDITIONS);
        QueryShape broken = query("mapper.selectList(new QueryWrapper<Sale>().apply(\"((\").eq(\"a\", id))").shape();
        assertThat(filters(broken)).as("the others are read all the same").contains("sales.a EQUAL PARAMETER");
    }

    @Test
    void order_and_limit_are_read() {
        QueryShape shape = query("mapper.selectList(new LambdaQueryWrapper<Sale>().eq(Sale::getStatus, text)"
                + ".orderByDesc(Sale::getAmount).orderByAsc(Sale::getNo, Sale::getStatus).last(\"limit 5\"))").shape();
        assertThat(shape.order()).extracting(each -> each.column() + (each.descending() ? " desc" : ""))
                .containsExactly("amount_total desc", "sale_no", "status");
        assertThat(shape.limit()).isEqualTo(new Limit(5, 0));
        assertThat(query("mapper.selectList(new QueryWrapper<Sale>().last(\"limit 1\"))").rows()).isEqualTo(Query.Rows.ONE);
        assertThat(query("mapper.selectList(new QueryWrapper<Sale>().orderByAsc(flag, \"a\"))").shape().unknown())
                .containsExactly(QueryShape.UNREAD_ORDER);
        assertThat(query("mapper.selectList(new QueryWrapper<Sale>().orderBy(true, false, \"a\"))").shape().order())
                .extracting(each -> each.column() + (each.descending() ? " desc" : "")).containsExactly("a desc");
    }

    @Test
    void chosen_columns_make_no_whole_rows() {
        assertThat(query("mapper.selectList(new LambdaQueryWrapper<Sale>().select(Sale::getNo, Sale::getStatus))").shape()
                .projection()).isEqualTo(Projection.COLUMNS);
        assertThat(query("mapper.selectList(new QueryWrapper<Sale>().select(\"max(amount_total)\"))").shape().projection())
                .isEqualTo(Projection.AGGREGATE);
        assertThat(query("mapper.selectCount(new QueryWrapper<Sale>().eq(\"a\", 1))").shape().projection())
                .isEqualTo(Projection.COUNT);
    }

    @Test
    void no_wrapper_and_an_empty_one_mean_all_rows() {
        assertThat(query("mapper.selectList(null)").shape().predicates()).isEmpty();
        assertThat(query("mapper.selectList(Wrappers.emptyWrapper())").shape().unknown()).isEmpty();
        assertThat(query("mapper.selectList(new QueryWrapper<>())").shape().unknown()).isEmpty();
    }

    @Test
    void a_row_in_the_wrapper_is_a_condition_that_is_not_known() {
        assertThat(query("mapper.selectList(new QueryWrapper<>(sale))").shape().unknown())
                .containsExactly(QueryShape.UNREAD_CONDITIONS);
        assertThat(query("mapper.selectList(Wrappers.lambdaQuery(Sale.class).eq(Sale::getNo, id))").shape().unknown()).isEmpty();
    }

    @Test
    void a_chain_ends_with_its_statement() {
        assertThat(filters("service.lambdaQuery().eq(Sale::getStatus, text).list()"))
                .containsExactly("sales.status EQUAL PARAMETER");
        assertThat(filters("service.query().eq(\"status\", text).one()")).containsExactly("sales.status EQUAL PARAMETER");
        assertThat(filters("new LambdaQueryChainWrapper<>(mapper).eq(Sale::getStatus, text).list()"))
                .containsExactly("sales.status EQUAL PARAMETER");
        Query update = query("service.lambdaUpdate().set(Sale::getStatus, text).eq(Sale::getNo, id).update()");
        assertThat(update.shape().command()).isEqualTo(Command.UPDATE);
        assertThat(filters(update.shape())).containsExactly("sales.sale_no EQUAL PARAMETER");
    }

    @Test
    void changes_and_removals_have_conditions_too() {
        assertThat(filters("mapper.update(sale, new UpdateWrapper<Sale>().eq(\"status\", text))"))
                .containsExactly("sales.status EQUAL PARAMETER");
        Query removal = query("service.remove(new LambdaQueryWrapper<Sale>().eq(Sale::getStatus, text))");
        assertThat(removal.shape().command()).isEqualTo(Command.DELETE);
        assertThat(filters(removal.shape())).containsExactly("sales.status EQUAL PARAMETER");
        assertThat(filters("com.baomidou.mybatisplus.extension.toolkit.Db.list(new QueryWrapper<Sale>().eq(\"status\", text))"))
                .containsExactly("sales.status EQUAL PARAMETER");
    }

    @Test
    void helpers_of_the_program_are_followed() {
        assertThat(filters("mapper.selectList(open(text).eq(Sale::getNo, id))")).containsExactly("sales.status EQUAL PARAMETER",
                "sales.sale_no EQUAL PARAMETER");
        assertThat(filters("LambdaQueryWrapper<Sale> w = new LambdaQueryWrapper<>(); narrow(w, text); mapper.selectList(w)"))
                .containsExactly("sales.amount_total EQUAL PARAMETER?");
    }

    @Test
    void what_a_stranger_may_have_added_is_not_known() {
        assertThat(query("QueryWrapper<Sale> w = new QueryWrapper<>(); w.eq(\"a\", id); tools.extend(w); mapper.selectList(w)")
                .shape()
                .unknown()).containsExactly(QueryShape.UNREAD_CONDITIONS);
        QueryShape given = query("mapper.selectList(given.eq(\"a\", id))").shape();
        assertThat(given.unknown()).containsExactly(QueryShape.UNREAD_CONDITIONS);
        assertThat(filters(given)).contains("sales.a EQUAL PARAMETER");
        assertThat(query("mapper.selectCount(given); mapper.selectList(new QueryWrapper<Sale>())", 1).shape().unknown())
                .isEmpty();
    }

    @Test
    void a_wrapper_of_the_program_is_known_by_the_bodies_of_its_methods() {
        assertThat(filters("mapper.selectList(new Present<Sale>().hasIfGiven(Sale::getStatus, text).eq(Sale::getNo, id)"
                + ".spanIfGiven(Sale::getAmount, 1, number))")).containsExactly("sales.sale_no EQUAL PARAMETER",
                        "sales.status EQUAL PARAMETER?", "sales.amount_total RANGE PARAMETER?",
                        "sales.amount_total RANGE PARAMETER?");
        assertThat(query("mapper.selectList(new Present<Sale>().unheardOf(Sale::getStatus))").shape().unknown())
                .containsExactly(QueryShape.UNREAD_CONDITIONS);
    }

    @Test
    void helpers_that_call_themselves_end() {
        assertThat(query("mapper.selectList(endless(id))").shape().unknown()).containsExactly(QueryShape.UNREAD_CONDITIONS);
        assertThat(query("QueryWrapper<Sale> w = new QueryWrapper<>(); twice(w); mapper.selectList(w)").shape().unknown())
                .containsExactly(QueryShape.UNREAD_CONDITIONS);
        assertThat(query("mapper.selectList(new Present<Sale>().again(id))").shape().unknown())
                .containsExactly(QueryShape.UNREAD_CONDITIONS);
    }

    @Test
    void a_long_chain_is_read() {
        assertThat(filters("mapper.selectList(new QueryWrapper<Sale>()" + ".eq(\"a\", id)".repeat(200) + ")")).hasSize(200);
    }

    @Test
    void a_page_is_asked_for_by_an_argument() {
        Query page = query("mapper.selectPage(page, new LambdaQueryWrapper<Sale>().eq(Sale::getStatus, text))");
        assertThat(page.paging().form()).isEqualTo(Query.Paging.Form.OFFSET);
        assertThat(filters(page.shape())).containsExactly("sales.status EQUAL PARAMETER");
    }

    private static List<String> filters(String body) {
        return filters(query(body).shape());
    }

    private static List<String> filters(QueryShape shape) {
        return shape.predicates().stream().map(each -> each.table() + "." + each.column() + " " + each.operator() + " "
                + each.value() + (each.optional() ? "?" : "") + (each.disjunction() == 0 ? "" : "|" + each.disjunction()))
                .toList();
    }

    private static Query query(String body) {
        return query(body, 0);
    }

    private static Query query(String body, int index) {
        List<Query> all = calls(body).all();
        assertThat(all).as(body).hasSizeGreaterThan(index);
        return all.get(index);
    }

    private static BoundCalls calls(String body) {
        return BoundCalls.ofFile("""
                package shop;
                import com.baomidou.mybatisplus.annotation.*;
                import com.baomidou.mybatisplus.core.conditions.query.*;
                import com.baomidou.mybatisplus.core.conditions.update.*;
                import com.baomidou.mybatisplus.core.mapper.BaseMapper;
                import com.baomidou.mybatisplus.core.toolkit.Wrappers;
                import com.baomidou.mybatisplus.core.toolkit.support.SFunction;
                import com.baomidou.mybatisplus.extension.conditions.query.*;
                import com.baomidou.mybatisplus.extension.plugins.pagination.Page;
                import com.baomidou.mybatisplus.extension.service.IService;
                import java.util.List;
                """ + ENTITY + """
                interface SaleMapper extends BaseMapper<Sale> { }
                interface SaleService extends IService<Sale> { }
                interface Tools { void extend(QueryWrapper<Sale> wrapper); }
                class Present<T> extends LambdaQueryWrapper<T> {
                    Present<T> hasIfGiven(SFunction<T, ?> column, Object value) {
                        if (value != null) { return (Present<T>) super.eq(column, value); } return this; }
                    Present<T> spanIfGiven(SFunction<T, ?> column, Object from, Object to) {
                        if (from == null) { return this; } super.ge(column, from); super.le(column, to); return this; }
                    Present<T> again(Object value) { again(value); again(value); return this; } }
                class Service { SaleMapper mapper; SaleService service; Tools tools;
                    LambdaQueryWrapper<Sale> open(String text) {
                        return new LambdaQueryWrapper<Sale>().eq(Sale::getStatus, text); }
                    void narrow(LambdaQueryWrapper<Sale> wrapper, String text) {
                        if (text != null) { wrapper.eq(Sale::getAmount, text); } }
                    QueryWrapper<Sale> endless(Long id) { return endless(id).eq("a", id); }
                    void twice(QueryWrapper<Sale> wrapper) { twice(wrapper); twice(wrapper); twice(wrapper); }
                    void run(Long id, List<Long> ids, String text, Integer number, boolean flag, Sale sale, Page<Sale> page,
                            QueryWrapper<Sale> given) {
                """ + body + "; } }");
    }
}
