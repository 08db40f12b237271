package dev.seqscan.query.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Paging.Form;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Operator;
import org.junit.jupiter.api.Test;

class MyBatisPlusTest {

    private static final String PLUS = "com.baomidou.mybatisplus.";

    @Test
    void a_look_up_goes_by_the_identifier_of_the_table() {
        Query query = call("mapper.selectById(id)").only();
        assertThat(query.label()).isEqualTo("SaleMapper.selectById");
        assertThat(query.kind()).isEqualTo(Query.Kind.CRUD);
        assertThat(query.rows()).isEqualTo(Rows.ONE);
        assertThat(query.shape().predicates()).extracting(each -> each.table(), each -> each.column())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("sales", "sale_no"));
        assertThat(query.advice().many()).isEqualTo("selectBatchIds(ids)");
    }

    @Test
    void methods_for_lists_take_many() {
        Query read = call("mapper.selectBatchIds(ids)").only();
        assertThat(read.acceptsMany()).isTrue();
        assertThat(read.rows()).isEqualTo(Rows.MANY);
        assertThat(read.shape().predicates()).extracting(each -> each.operator()).containsExactly(Operator.IN);
        assertThat(call("service.saveBatch(sales)").only().acceptsMany()).isTrue();
        assertThat(call("mapper.insert(sales)").only().acceptsMany()).isTrue();
        assertThat(call("mapper.insert(sale)").only().acceptsMany()).isFalse();
    }

    @Test
    void conditions_in_a_map_are_open() {
        Query query = call("mapper.selectByMap(null)").only();
        assertThat(query.rows()).isEqualTo(Rows.MANY);
        assertThat(query.shape().unknown()).isNotEmpty();
    }

    @Test
    void rows_that_are_marked_as_deleted_are_left_out() {
        Query read = marked("mapper.selectById(id)");
        assertThat(read.shape().predicates()).extracting(each -> each.column()).containsExactly("id", "is_gone");
        assertThat(read.shape().predicates().get(1).operator()).isEqualTo(Operator.IS_TRUE);
        assertThat(marked("mapper.selectList(null)").shape().predicates()).as("alone it leaves out few").isEmpty();
    }

    @Test
    void a_removal_that_marks_rows_changes_them() {
        assertThat(marked("mapper.deleteById(id)").shape().command()).isEqualTo(Command.UPDATE);
        assertThat(call("mapper.deleteById(id)").only().shape().command()).isEqualTo(Command.DELETE);
    }

    private static Query marked(String call) {
        return BoundCalls.of("class Sale { Long id; @" + PLUS + "annotation.TableLogic Integer isGone; }"
                + " interface SaleMapper extends " + PLUS + "core.mapper.BaseMapper<Sale> { }"
                + " class Service { SaleMapper mapper; void run(Long id) { " + call + "; } }").only();
    }

    @Test
    void services_send_by_their_own_names() {
        assertThat(call("service.getById(id)").only().rows()).isEqualTo(Rows.ONE);
        assertThat(call("service.list()").only().shape().unknown()).isEmpty();
        assertThat(call("service.updateById(sale)").only().shape().command()).isEqualTo(Command.UPDATE);
        assertThat(call("service.removeById(id)").only().shape().command()).isEqualTo(Command.DELETE);
        assertThat(call("service.count()").only().rows()).isEqualTo(Rows.ONE);
    }

    @Test
    void the_last_call_of_a_chain_sends() {
        assertThat(call("service.lambdaQuery().eq(Sale::getStatus, text).list()").only().rows()).isEqualTo(Rows.MANY);
        assertThat(call("service.query().eq(\"status\", text).one()").only().rows()).isEqualTo(Rows.ONE);
        assertThat(call("service.lambdaUpdate().set(Sale::getStatus, text).update()").only().writes()).isTrue();
        assertThat(call("service.lambdaQuery().eq(Sale::getStatus, text)").all()).isEmpty();
    }

    @Test
    void the_static_class_sends_too() {
        assertThat(call(PLUS + "extension.toolkit.Db.save(sale)").only().writes()).isTrue();
        assertThat(call(PLUS + "extension.toolkit.Db.getById(id, Sale.class)").only().rows()).isEqualTo(Rows.ONE);
    }

    @Test
    void a_page_is_an_argument() {
        Query query = call("mapper.selectPage(page, null)").only();
        assertThat(query.paging().form()).isEqualTo(Form.OFFSET);
        assertThat(query.paging().argument()).isZero();
        assertThat(query.paging().counts()).isTrue();
    }

    @Test
    void a_redeclared_method_is_the_inherited_one() {
        assertThat(call("named.deleteById(id)").only().shape().command()).isEqualTo(Command.DELETE);
    }

    @Test
    void a_service_that_overrides_is_followed_as_code() {
        assertThat(call("own.getById(id)").only().label()).as("the call of the superclass").isEqualTo("CachedSales.getById");
    }

    @Test
    void an_in_house_mapper_above_others_hands_the_class_of_rows_on() {
        Query read = join("mapper.selectById(id)").only();
        assertThat(read.label()).isEqualTo("SaleMapper.selectById");
        assertThat(read.shape().roots()).extracting(each -> each.table()).containsExactly("sales");
        assertThat(join("mapper.selectList(null).get(0).getStatus()").only().rows()).as("the element's method is no query")
                .isEqualTo(Rows.MANY);
    }

    @Test
    void joined_reads_are_sent() {
        Query query = join("mapper.selectJoinList(Sale.class, null)").only();
        assertThat(query.rows()).isEqualTo(Rows.MANY);
        assertThat(query.shape().unknown()).isNotEmpty();
    }

    @Test
    void the_mapper_s_own_method_for_lists_is_what_to_call() {
        assertThat(join("mapper.insert(sale)").only().advice().many()).isEqualTo("insertBatch(list)");
        assertThat(join("mapper.updateById(sale)").only().advice().many())
                .isEqualTo("a mapper method with <foreach> over the rows, or a session with ExecutorType.BATCH");
    }

    @Test
    void methods_of_services_are_advised_where_there_are_services() {
        assertThat(call("mapper.updateById(sale)").only().advice().many())
                .isEqualTo("a mapper method with <foreach> over the rows, or a session with ExecutorType.BATCH");
        assertThat(BoundCalls.ofFile("import " + PLUS + "extension.service.IService; class Sale { }"
                + " interface SaleMapper extends " + PLUS + "core.mapper.BaseMapper<Sale> { }"
                + " interface SaleService extends IService<Sale> { }"
                + " class Service { SaleMapper mapper; void run(Sale sale) { mapper.updateById(sale); } }").only().advice()
                .many())
                .isEqualTo("updateBatchById(list) of a service or of Db");
        assertThat(call("service.updateById(sale)").only().advice().many()).isEqualTo("updateBatchById(list)");
    }

    @Test
    void a_default_method_of_an_in_house_mapper_sends_what_its_body_says_of_the_arguments() {
        Query one = common("mapper.selectOne(Sale::getOrderNo, text)");
        assertThat(one.label()).isEqualTo("SaleMapper.selectOne");
        assertThat(one.rows()).isEqualTo(Rows.ONE);
        assertThat(one.shape().predicates()).extracting(each -> each.table(), each -> each.column())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("sale", "order_no"));
        assertThat(common("mapper.selectFirst(Sale::getOrderNo, text)").rows()).isEqualTo(Rows.ONE);
        assertThat(common("mapper.deleteBatch(Sale::getOrderNo, ids)").acceptsMany()).isTrue();
        assertThat(common("mapper.selectEach(\"status\", text)").shape().predicates()).extracting(each -> each.column())
                .as("through another one").containsExactly("status");
    }

    private static Query common(String call) {
        String wrapper = "new " + PLUS + "core.conditions.query.LambdaQueryWrapper<T>()";
        String column = PLUS + "core.toolkit.support.SFunction<T, ?> column";
        return BoundCalls.of("class Sale { Long id; String orderNo; String getOrderNo() { return orderNo; } }"
                + " interface BaseMapperX<T> extends " + PLUS + "core.mapper.BaseMapper<T> {"
                + " default T selectOne(" + column + ", Object value) { return selectOne(" + wrapper + ".eq(column, value)); }"
                + " default T selectFirst(" + column + ", Object value) { List<T> all = selectList(" + wrapper
                + ".eq(column, value)); return all.isEmpty() ? null : all.get(0); }"
                + " default List<T> selectEach(String name, Object value) { return selectAll(name, value, true); }"
                + " default List<T> selectAll(String name, Object value, boolean all) { return selectList(new " + PLUS
                + "core.conditions.query.QueryWrapper<T>().eq(name, value)); }"
                + " default int deleteBatch(" + column + ", Collection<?> values) { if (values.isEmpty()) { return 0; }"
                + " return delete(" + wrapper + ".in(column, values)); } }"
                + " interface SaleMapper extends BaseMapperX<Sale> { }"
                + " class Service { SaleMapper mapper; void run(String text, List<Long> ids) { " + call + "; } }").all().stream()
                .filter(each -> each.label().startsWith("SaleMapper.")).findFirst().orElseThrow();
    }

    private static BoundCalls join(String call) {
        return BoundCalls.of("@" + PLUS
                + "annotation.TableName(\"sales\") class Sale { Long id; String getStatus() { return null; } }"
                + " interface BaseMapperX<T> extends com.github.yulichang.base.MPJBaseMapper<T> {"
                + " boolean insertBatch(Collection<T> rows); }"
                + " interface SaleMapper extends BaseMapperX<Sale> { }"
                + " class Service { SaleMapper mapper; void run(Long id, Sale sale) { " + call + "; } }");
    }

    private static BoundCalls call(String call) {
        boolean overriding = call.startsWith("own.");
        return BoundCalls.of("@" + PLUS + "annotation.TableName(\"sales\") class Sale {"
                + " @" + PLUS + "annotation.TableId(\"sale_no\") Long no; String status;"
                + " String getStatus() { return status; } }"
                + " interface SaleMapper extends " + PLUS + "core.mapper.BaseMapper<Sale> { }"
                + " interface NamedMapper extends " + PLUS + "core.mapper.BaseMapper<Sale> { int deleteById(Long id); }"
                + " interface SaleService extends " + PLUS + "extension.service.IService<Sale> { }"
                + " interface OwnSales extends " + PLUS + "extension.service.IService<Sale> { }"
                + (overriding ? " class CachedSales extends " + PLUS + "extension.service.impl.ServiceImpl<SaleMapper, Sale>"
                        + " implements OwnSales { @Override public Sale getById(java.io.Serializable id) {"
                        + " return super.getById(id); } }" : "")
                + " class Service { SaleMapper mapper; SaleService service; NamedMapper named; OwnSales own;"
                + " void run(Long id, List<Long> ids, String text, Sale sale, List<Sale> sales, " + PLUS
                + "extension.plugins.pagination.Page<Sale> page) { " + call + "; } }");
    }
}
