package dev.seqscan.query.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratorExampleTest {

    private static final String CLASSES = """
            class SaleExample {
                protected String orderByClause;
                protected List<Criteria> oredCriteria = new ArrayList<>();
                public void setOrderByClause(String clause) { orderByClause = clause; }
                public void or(Criteria criteria) { oredCriteria.add(criteria); }
                public Criteria or() { Criteria made = new Criteria(); oredCriteria.add(made); return made; }
                public Criteria createCriteria() { Criteria made = new Criteria();
                    if (oredCriteria.size() == 0) { oredCriteria.add(made); } return made; }
                protected abstract static class GeneratedCriteria {
                    protected List<Criterion> criteria = new ArrayList<>();
                    public boolean isValid() { return criteria.size() > 0; }
                    protected void addCriterion(String condition) { criteria.add(new Criterion(condition)); }
                    protected void addCriterion(String condition, Object value, String property) {
                        criteria.add(new Criterion(condition, value)); }
                    protected void addCriterion(String condition, Object one, Object two, String property) {
                        criteria.add(new Criterion(condition, one, two)); }
                    protected void addCriterionForJDBCDate(String condition, Date value, String property) {
                        addCriterion(condition, new java.sql.Date(value.getTime()), property); }
                    public Criteria andNoIsNull() { addCriterion("sale_no is null"); return (Criteria) this; }
                    public Criteria andStatusEqualTo(Integer value) { addCriterion("status =", value, "status");
                        return (Criteria) this; }
                    public Criteria andAmountBetween(Integer one, Integer two) {
                        addCriterion("amount_total between", one, two, "amount"); return (Criteria) this; }
                    public Criteria andNoIn(List<Long> values) { addCriterion("sale_no in", values, "no");
                        return (Criteria) this; }
                    public Criteria andNameLike(String value) { addCriterion("name like", value, "name");
                        return (Criteria) this; }
                    public Criteria andDayGreaterThan(Date value) { addCriterionForJDBCDate("sold_on >", value, "day");
                        return (Criteria) this; }
                }
                public static class Criteria extends GeneratedCriteria {
                    public Criteria andOpen() { return andStatusEqualTo(0).andNoIsNull(); }
                }
                public static class Criterion { Criterion(Object... all) { } }
            }
            """;
    private static final String WHERE = """
            <where><foreach collection="%soredCriteria" item="criteria" separator="or"><if test="criteria.valid">
            <trim prefix="(" prefixOverrides="and" suffix=")"><foreach collection="criteria.criteria" item="criterion"><choose>
            <when test="criterion.noValue">and ${criterion.condition}</when>
            <when test="criterion.singleValue">and ${criterion.condition} #{criterion.value}</when>
            <when test="criterion.betweenValue">and ${criterion.condition} #{criterion.value} and #{criterion.secondValue}</when>
            <when test="criterion.listValue">and ${criterion.condition}<foreach close=")" collection="criterion.value"
              item="listItem" open="(" separator=",">#{listItem}</foreach></when></choose></foreach></trim></if></foreach></where>
            """;
    private static final String FILE = "<mapper namespace='shop.SaleMapper'><sql id='given'>" + WHERE.formatted("") + "</sql>"
            + "<sql id='named'>" + WHERE.formatted("example.") + "</sql>"
            + "<select id='selectByExample'>select <if test='distinct'>distinct</if> sale_no, status from sales"
            + "<if test='_parameter != null'><include refid='given'/></if>"
            + "<if test='orderByClause != null'>order by ${orderByClause}</if></select>"
            + "<delete id='deleteByExample'>delete from sales"
            + " <if test='_parameter != null'><include refid='given'/></if></delete>"
            + "<update id='updateByExample'>update sales set status = #{record.status}"
            + "<if test='_parameter != null'><include refid='named'/></if></update></mapper>";

    @Test
    void the_bodies_of_the_methods_say_column_and_operator() {
        QueryShape shape = found("example.createCriteria().andStatusEqualTo(status).andAmountBetween(1, status).andNoIn(ids)"
                + ".andNoIsNull().andDayGreaterThan(day);");
        assertThat(shape.unknown()).isEmpty();
        assertThat(filters(shape)).containsExactly("status EQUAL", "amount_total RANGE", "sale_no IN", "sale_no IS_NULL",
                "sold_on RANGE");
        assertThat(shape.order()).isEmpty();
    }

    @Test
    void a_method_that_the_author_added_is_followed() {
        assertThat(filters(found("example.createCriteria().andOpen();"))).containsExactly("status EQUAL", "sale_no IS_NULL");
    }

    @Test
    void criteria_in_a_variable_go_on() {
        assertThat(filters(found("SaleExample.Criteria criteria = example.createCriteria().andStatusEqualTo(1);"
                + " criteria.andNoIn(ids); if (status != null) { criteria.andAmountBetween(1, 2); }")))
                .containsExactly("status EQUAL", "sale_no IN", "amount_total RANGE?");
    }

    @Test
    void the_pattern_of_a_like_is_that_of_its_value() {
        assertThat(filters(found("example.createCriteria().andNameLike(\"%\" + text + \"%\");")))
                .containsExactly("name LIKE_ANYWHERE");
        assertThat(filters(found("example.createCriteria().andNameLike(text + \"%\");"))).containsExactly("name LIKE_PREFIX");
        assertThat(filters(found("example.createCriteria().andNameLike(text);"))).containsExactly("name LIKE_PARAMETER");
    }

    @Test
    void alternatives_are_joined_by_or() {
        QueryShape shape = found("example.createCriteria().andStatusEqualTo(1); example.or().andNoIn(ids);");
        assertThat(filters(shape)).containsExactly("status EQUAL|", "sale_no IN|");
        QueryShape given = found("SaleExample.Criteria one = example.createCriteria(); one.andStatusEqualTo(1);"
                + " SaleExample.Criteria two = example.createCriteria(); two.andNoIn(ids); example.or(two);");
        assertThat(filters(given)).containsExactly("status EQUAL|", "sale_no IN|");
    }

    @Test
    void criteria_that_nobody_adds_say_nothing() {
        assertThat(filters(found("example.createCriteria().andStatusEqualTo(1); example.createCriteria().andNoIn(ids);")))
                .containsExactly("status EQUAL");
    }

    @Test
    void the_order_is_a_text() {
        assertThat(found("example.setOrderByClause(\"sold_on desc, sale_no\");").order())
                .extracting(QueryShape.SortKey::column).containsExactly("sold_on", "sale_no");
        assertThat(found("example.setOrderByClause(text);").unknown()).containsExactly(QueryShape.UNREAD_ORDER);
    }

    @Test
    void no_conditions_mean_all_rows() {
        QueryShape all = found("");
        assertThat(all.predicates()).isEmpty();
        assertThat(all.unknown()).isEmpty();
        assertThat(all.roots()).extracting(QueryShape.Root::table).containsExactly("sales");
    }

    @Test
    void an_example_that_is_given_from_outside_is_not_known() {
        assertThat(sent("mapper.selectByExample(outside);").unknown()).isNotEmpty();
        assertThat(sent("mapper.deleteByExample(outside);").unknown()).isNotEmpty();
        assertThat(found("fill(example);").unknown()).isNotEmpty();
    }

    @Test
    void an_example_that_a_method_of_the_class_makes_is_followed() {
        QueryShape shape = sent("mapper.selectByExample(open(status)); } private SaleExample open(Integer wanted) {"
                + " SaleExample made = new SaleExample(); SaleExample.Criteria criteria = made.createCriteria();"
                + " criteria.andStatusEqualTo(wanted); if (wanted != null) { criteria.andNoIsNull(); } return made;");
        assertThat(filters(shape)).containsExactly("status EQUAL", "sale_no IS_NULL?");
        assertThat(shape.unknown()).isEmpty();
    }

    @Test
    void other_arguments_may_stand_beside_it() {
        QueryShape shape = sent("SaleExample example = new SaleExample(); example.createCriteria().andStatusEqualTo(1);"
                + " mapper.updateByExample(sale, example);");
        assertThat(shape.command()).isEqualTo(Command.UPDATE);
        assertThat(filters(shape)).containsExactly("status EQUAL");
    }

    private static QueryShape found(String calls) {
        return sent("SaleExample example = new SaleExample(); " + calls + " mapper.selectByExample(example);");
    }

    private static QueryShape sent(String body) {
        return BoundCalls.of("interface SaleMapper { List<Sale> selectByExample(SaleExample example); int deleteByExample("
                + "SaleExample example); int updateByExample(Sale record, SaleExample example); } class Sale { } " + CLASSES
                + " class Service { SaleMapper mapper; Helper helper; void fill(SaleExample given) { helper.fill(given); }"
                + " void run(Integer status, List<Long> ids, Date day, String text, Sale sale, SaleExample outside) { " + body
                + " } }").withXml("shop/SaleMapper.xml", FILE).only().shape();
    }

    private static List<String> filters(QueryShape shape) {
        return shape.predicates().stream().map(each -> each.column() + " " + each.operator() + (each.optional() ? "?" : "")
                + (each.disjunction() > 0 ? "|" : "")).toList();
    }
}
