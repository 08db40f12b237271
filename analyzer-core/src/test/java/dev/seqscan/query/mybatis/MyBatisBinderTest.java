package dev.seqscan.query.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Paging.Form;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.schema.Product;
import org.junit.jupiter.api.Test;

class MyBatisBinderTest {

    private static final String ANNOTATIONS = "org.apache.ibatis.annotations.";

    @Test
    void an_annotation_holds_the_text() {
        Query query = annotated("@" + ANNOTATIONS + "Select(\"select * from orders where status = #{status}\")"
                + " List<Order> open(String status);", "mapper.open(text)").only();
        assertThat(query.label()).isEqualTo("OrderMapper.open");
        assertThat(query.rows()).isEqualTo(Rows.MANY);
        assertThat(query.shape().predicates()).extracting(each -> each.table(), each -> each.column())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("orders", "status"));
        assertThat(query.advice().many()).contains("<foreach>");
    }

    @Test
    void the_parts_of_a_text_are_joined_by_spaces() {
        Query query = annotated("@" + ANNOTATIONS
                + "Select({\"select * from orders\", \"where id = #{id}\"}) Order byId(Long id);",
                "mapper.byId(id)").only();
        assertThat(query.text()).isEqualTo("select * from orders where id = #{id}");
        assertThat(query.rows()).isEqualTo(Rows.ONE);
    }

    @Test
    void a_script_over_a_list_is_one_statement_for_many() {
        Query query = annotated("@" + ANNOTATIONS + "Insert(\"<script>insert into orders (id) values <foreach collection='list'"
                + " item='each' separator=','>(#{each.id})</foreach></script>\") int insertAll(List<Order> list);",
                "mapper.insertAll(List.of(order))").only();
        assertThat(query.acceptsMany()).isTrue();
        assertThat(query.writes()).isTrue();
        assertThat(query.rows()).isEqualTo(Rows.NONE);
    }

    @Test
    void a_provider_makes_the_text_at_run_time() {
        Query query = annotated("@" + ANNOTATIONS + "DeleteProvider(type = Sql.class, method = \"delete\") int delete(Long id);",
                "mapper.delete(id)").only();
        assertThat(query.shape().command()).isEqualTo(Command.DELETE);
        assertThat(query.shape().unknown()).isNotEmpty();
    }

    @Test
    void a_script_is_read_as_a_mapper_file_is() {
        Query query = annotated("@" + ANNOTATIONS + "Select({\"<script>\", \"select * from orders\","
                + " \"<where><if test='status != null'>and status = #{status}</if> and id &gt; #{id}</where>\", \"</script>\"})"
                + " List<Order> newer(String status, Long id);", "mapper.newer(text, id)").only();
        assertThat(query.shape().predicates()).extracting(each -> each.column(), each -> each.optional())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("status", true),
                org.assertj.core.groups.Tuple.tuple("id", false));
    }

    @Test
    void a_script_that_is_not_well_formed_is_left_open() {
        Query query = annotated("@" + ANNOTATIONS + "Select(\"<script>select * from orders where id < #{id}</script>\")"
                + " List<Order> older(Long id);", "mapper.older(id)").only();
        assertThat(query.shape().command()).isEqualTo(Command.SELECT);
        assertThat(query.shape().unknown()).isNotEmpty();
    }

    @Test
    void a_provider_that_always_gives_the_same_text_is_read() {
        Query query = BoundCalls.of("class Texts { static final String ALL = \"select * from orders\";"
                + " public String open() { return ALL + \" where status = #{status}\"; } } interface OrderMapper { @"
                + ANNOTATIONS
                + "SelectProvider(type = Texts.class, method = \"open\") List<Order> open(String status); }"
                + service("mapper.open(text)")).only();
        assertThat(query.shape().predicates()).extracting(each -> each.column()).containsExactly("status");
    }

    @Test
    void a_condition_in_all_branches_always_holds_and_one_in_some_is_optional() {
        Query query = xml("List<Order> some(Long id);", "mapper.some(id)", "<select id='some'>select * from orders where"
                + " <choose><when test='id != null'>status = 'a' and id = #{id}</when>"
                + "<otherwise>status = 'b'</otherwise></choose></select>");
        assertThat(query.shape().predicates()).extracting(each -> each.column(), each -> each.optional())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("status", false),
                org.assertj.core.groups.Tuple.tuple("id", true));
    }

    @Test
    void a_form_of_the_text_that_is_not_read_is_told() {
        Query query = xml("List<Order> some(Long id);", "mapper.some(id)", "<select id='some'>select * from orders where"
                + " <choose><when test='id != null'>id = #{id}</when><otherwise>)) nonsense ((</otherwise></choose></select>");
        assertThat(query.shape().predicates()).extracting(each -> each.column()).containsExactly("id");
        assertThat(query.shape().unknown()).singleElement().asString().startsWith("one form of the text: not parsed");
    }

    @Test
    void conditions_in_each_others_way_are_optional() {
        Query query = xml("List<Order> some(Long id);", "mapper.some(id)",
                "<select id='some'>select * from orders where total = 1"
                + "<if test='a'>and id = #{id}</if> <if test='b'>status = 'x'</if></select>");
        assertThat(query.shape().predicates()).extracting(each -> each.column(), each -> each.optional())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("total", false),
                org.assertj.core.groups.Tuple.tuple("id", true));
    }

    @Test
    void what_stands_at_once_behind_the_value_of_a_like_is_its_escape() {
        Query query = xml("List<Order> some(Long id);", "mapper.some(id)", "<select id='some'>select * from orders"
                + "<where><if test='a'>name like #{name}${escapeClause}</if><if test='b'>and total = #{total}</if></where></select>");
        assertThat(query.shape().unknown()).isEmpty();
        assertThat(query.shape().predicates()).extracting(each -> each.column()).containsExactly("name", "total");
    }

    @Test
    void a_part_that_does_not_fit_may_hide_conditions() {
        assertThat(xml("List<Order> some(Long id);", "mapper.some(id)", "<select id='some'>select * from orders"
                + "<if test='a'>where and ${condition} ${operator} (</if></select>").shape().unknown())
                .containsExactly(QueryShape.UNREAD_CONDITIONS);
    }

    @Test
    void a_setting_before_the_name_of_a_table_is_left_out() {
        Query query = xml("List<Order> some(Long id);", "mapper.some(id)", "<select id='some'>select RES.* ${between} from"
                + " ${prefix}orders RES where ${start}RES.id${end} = #{id} ${after}</select>");
        assertThat(query.shape().roots()).extracting(each -> each.table()).containsExactly("orders");
        assertThat(query.shape().predicates()).extracting(each -> each.column(), each -> each.function().isEmpty())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("id", false));
        assertThat(query.shape().unknown()).isNotEmpty();
    }

    @Test
    void empty_lines_do_not_end_a_statement() {
        Query query = xml("List<Order> some(Long id);", "mapper.some(id)",
                "<select id='some'>select * from orders\n\n\n\nwhere id = #{id}</select>");
        assertThat(query.shape().predicates()).extracting(each -> each.column()).containsExactly("id");
    }

    @Test
    void default_methods_are_code_of_the_program() {
        assertThat(annotated("default int two() { return 2; }", "mapper.two()").all()).isEmpty();
    }

    @Test
    void a_mapper_file_names_the_interface() {
        Query query = xml("Order byId(Long id);", "mapper.byId(id)",
                "<sql id='columns'>id, status</sql>"
                        + "<select id='byId'>select <include refid='columns'/> from orders where id = #{id}</select>");
        assertThat(query.text()).isEqualTo("select id, status from orders where id = #{id}");
        assertThat(query.shape().predicates()).extracting(each -> each.column()).containsExactly("id");
        assertThat(query.place().file()).isEqualTo("shop/OrderMapper.xml");
        assertThat(query.rows()).isEqualTo(Rows.ONE);
    }

    @Test
    void a_list_in_a_mapper_file_is_read_as_in() {
        Query query = xml("List<Order> byIds(List<Long> ids);", "mapper.byIds(ids)", "<select id='byIds'>select * from orders"
                + " where id in <foreach collection='ids' item='id' open='(' close=')' separator=','>#{id}</foreach></select>");
        assertThat(query.acceptsMany()).isTrue();
        assertThat(query.shape().predicates()).extracting(each -> each.operator()).containsExactly(Operator.IN);
    }

    @Test
    void a_text_that_is_given_whole_is_left_open() {
        Query query = xml("void close(Long id);", "mapper.close(id)", "<update id='close'>${sql}</update>");
        assertThat(query.writes()).isTrue();
        assertThat(query.shape().unknown()).isNotEmpty();
    }

    @Test
    void the_statement_of_an_inherited_method_is_that_of_the_mapper_that_is_asked() {
        Query query = BoundCalls.of("interface Finder<T> { T find(Long id); } interface OrderMapper extends Finder<Order> { }"
                + " class Service { OrderMapper mapper; void run(Long id) { mapper.find(id); } }")
                .withXml("shop/OrderMapper.xml", mapper("<select id='find'>select * from orders where id = #{id}</select>"))
                .only();
        assertThat(query.label()).isEqualTo("OrderMapper.find");
    }

    @Test
    void the_statement_for_all_databases_comes_before_that_of_one() {
        Query query = xml("long count();", "mapper.count()", "<select id='count' databaseId='oracle'>select 1 from dual</select>"
                + "<select id='count'>select count(*) from orders</select>");
        assertThat(query.text()).isEqualTo("select count(*) from orders");
    }

    @Test
    void the_statement_for_the_product_in_use_comes_first() {
        String file = "<mapper namespace='shop.OrderMapper'><select id='count'>select count(*) from orders</select>"
                + "<select id='count' databaseId='oracle'>select count(*) from orders_o</select>"
                + "<select id='count' databaseId='pg'>select count(*) from orders_p</select></mapper>";
        String source = "interface OrderMapper { long count(); } class Service { OrderMapper mapper; void run() {"
                + " mapper.count(); } }";
        assertThat(BoundCalls.of(source).on(Product.POSTGRESQL).withXml("shop/OrderMapper.xml", file).only().text())
                .endsWith("orders_p");
        assertThat(BoundCalls.of(source).on(Product.ORACLE).withXml("shop/OrderMapper.xml", file).only().text())
                .endsWith("orders_o");
        assertThat(BoundCalls.of(source).on(Product.MYSQL).withXml("shop/OrderMapper.xml", file).only().text())
                .endsWith("orders");
    }

    @Test
    void a_mapper_by_annotation_or_scan_sends_even_where_its_file_is_not_at_hand() {
        assertThat(BoundCalls.of("@" + ANNOTATIONS + "Mapper interface OrderMapper { List<Order> all(); }"
                + service("mapper.all()")).only().rows()).isEqualTo(Rows.MANY);
        assertThat(BoundCalls.of("@org.mybatis.spring.annotation.MapperScan(\"shop\") class Config { }"
                + " interface OrderMapper { List<Order> all(); }" + service("mapper.all()")).only().label())
                .isEqualTo("OrderMapper.all");
    }

    @Test
    void an_interface_that_a_class_implements_is_no_mapper() {
        assertThat(BoundCalls.of("@org.mybatis.spring.annotation.MapperScan(\"shop\") class Config { }"
                + " interface OrderMapper { List<Order> all(); }"
                + " class Fixed implements OrderMapper { public List<Order> all() { return null; } }"
                + service("mapper.all()")).all()).isEmpty();
    }

    @Test
    void a_session_finds_its_statement_by_name() {
        Query query = BoundCalls.of("class Service { org.apache.ibatis.session.SqlSession session; void run(Long id) {"
                + " session.selectOne(\"shop.OrderMapper.byId\", id); } }")
                .withXml("shop/OrderMapper.xml", mapper("<select id='byId'>select * from orders where id = #{id}</select>"))
                .only();
        assertThat(query.label()).isEqualTo("OrderMapper.byId");
        assertThat(query.shape().predicates()).hasSize(1);
    }

    @Test
    void a_batch_session_sends_writes_together() {
        Query query = BoundCalls.of("interface OrderMapper { @" + ANNOTATIONS
                + "Insert(\"insert into orders (id) values (#{id})\")"
                + " int insert(Order order); } class Service { org.apache.ibatis.session.SqlSessionFactory factory;"
                + " void run(Order order) { var session = factory.openSession(org.apache.ibatis.session.ExecutorType.BATCH);"
                + " OrderMapper mapper = session.getMapper(OrderMapper.class); mapper.insert(order); } }").only();
        assertThat(query.writing().inserts()).isEqualTo(Query.Delivery.BATCHED);
    }

    @Test
    void rows_before_a_page_are_skipped_in_the_result() {
        Query query = xml("List<Order> all(org.apache.ibatis.session.RowBounds bounds);", "mapper.all(null)",
                "<select id='all'>select * from orders</select>");
        assertThat(query.paging().form()).isEqualTo(Form.SKIPPED);
        assertThat(query.paging().argument()).isZero();
    }

    @Test
    void a_cache_counts_only_where_caching_is_enabled() {
        String mapper = "@" + ANNOTATIONS + "Mapper interface OrderMapper {"
                + " @org.springframework.cache.annotation.Cacheable(\"orders\") Order byId(Long id); }"
                + service("mapper.byId(1L)");
        assertThat(BoundCalls.of(mapper).only().cached()).isFalse();
        assertThat(BoundCalls.of("@org.springframework.cache.annotation.EnableCaching class Config { }" + mapper).only().cached())
                .isTrue();
    }

    private static BoundCalls annotated(String method, String call) {
        return BoundCalls.of("interface OrderMapper { " + method + " } class Sql { }" + service(call));
    }

    private static Query xml(String method, String call, String statements) {
        return annotated(method, call).withXml("shop/OrderMapper.xml", mapper(statements)).only();
    }

    private static String mapper(String statements) {
        return "<?xml version='1.0'?><!DOCTYPE mapper PUBLIC '-//mybatis.org//DTD Mapper 3.0//EN'"
                + " 'http://mybatis.org/dtd/mybatis-3-mapper.dtd'><mapper namespace='shop.OrderMapper'>" + statements
                + "</mapper>";
    }

    private static String service(String call) {
        return " class Service { OrderMapper mapper; void run(Long id, List<Long> ids, String text, Order order) { " + call
                + "; } }";
    }
}
