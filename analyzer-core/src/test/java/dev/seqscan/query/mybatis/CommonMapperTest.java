package dev.seqscan.query.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.Shapes;
import org.junit.jupiter.api.Test;

class CommonMapperTest {

    @Test
    void a_look_up_goes_by_the_annotated_identifier() {
        Query query = call("mapper.selectByPrimaryKey(id)").only();
        assertThat(query.label()).isEqualTo("SaleMapper.selectByPrimaryKey");
        assertThat(query.rows()).isEqualTo(Rows.ONE);
        assertThat(query.shape().predicates()).extracting(each -> each.table(), each -> each.column())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("sales", "sale_no"));
        assertThat(query.advice().many()).isEqualTo("one query whose Example has andIn(..)");
    }

    @Test
    void an_example_holds_the_conditions() {
        assertThat(call("mapper.selectByExample(null)").only().rows()).isEqualTo(Rows.MANY);
        assertThat(call("mapper.select(sale)").only().shape().unknown()).isNotEmpty();
        assertThat(call("mapper.deleteByExample(null)").only().shape().command()).isEqualTo(Command.DELETE);
    }

    @Test
    void the_conditions_of_an_example_are_those_of_the_statement() {
        Query query = call("tk.mybatis.mapper.entity.Example e = new tk.mybatis.mapper.entity.Example(Sale.class);"
                + " e.createCriteria().andEqualTo(\"no\", id).andIn(\"shopName\", names).andLike(\"state\", \"%a\");"
                + " e.setOrderByClause(\"shop_name desc\"); mapper.selectByExample(e)").only();
        assertThat(Shapes.predicates(query.shape())).containsExactly("sales.sale_no EQUAL PARAMETER",
                "sales.shop_name IN PARAMETER", "sales.state LIKE_ANYWHERE CONSTANT");
        assertThat(Shapes.order(query.shape())).containsExactly("sales.shop_name desc");
        assertThat(query.shape().unknown()).isEmpty();
        assertThat(query.acceptsMany()).isTrue();
    }

    @Test
    void criteria_may_be_kept_added_under_a_condition_and_be_alternatives() {
        Query kept = call("tk.mybatis.mapper.entity.Example e = new tk.mybatis.mapper.entity.Example(Sale.class);"
                + " tk.mybatis.mapper.entity.Example.Criteria c = e.createCriteria(); c.andEqualTo(\"state\", id);"
                + " if (id != null) { c.andGreaterThan(\"no\", id); } mapper.deleteByExample(e)").only();
        assertThat(Shapes.predicates(kept.shape())).containsExactly("sales.state EQUAL PARAMETER",
                "sales.sale_no RANGE PARAMETER optional");
        Query either = call("tk.mybatis.mapper.entity.Example e = new tk.mybatis.mapper.entity.Example(Sale.class);"
                + " e.createCriteria().andEqualTo(\"state\", id).orEqualTo(\"no\", id); mapper.selectCountByExample(e)").only();
        assertThat(Shapes.predicates(either.shape())).containsExactly("sales.state EQUAL PARAMETER or-1",
                "sales.sale_no EQUAL PARAMETER or-1");
    }

    @Test
    void a_weekend_names_getters() {
        Query query = call("tk.mybatis.mapper.weekend.Weekend<Sale> w = tk.mybatis.mapper.weekend.Weekend.of(Sale.class);"
                + " w.weekendCriteria().andEqualTo(Sale::getShopName, id); mapper.selectByExample(w)").only();
        assertThat(Shapes.predicates(query.shape())).containsExactly("sales.shop_name EQUAL PARAMETER");
    }

    @Test
    void what_an_example_says_otherwise_is_not_known() {
        assertThat(call("tk.mybatis.mapper.entity.Example e = new tk.mybatis.mapper.entity.Example(Sale.class);"
                + " e.createCriteria().andCondition(\"state = 1\"); e.orderBy(\"no\").desc(); mapper.selectByExample(e)").only()
                .shape().unknown()).isNotEmpty();
        assertThat(call("mapper.selectByExample(given)").only().shape().predicates()).extracting(each -> each.column())
                .containsExactly("");
    }

    @Test
    void methods_for_lists_take_many() {
        assertThat(call("mapper.insertList(sales)").only().acceptsMany()).isTrue();
        assertThat(call("mapper.insertSelective(sale)").only().acceptsMany()).isFalse();
    }

    @Test
    void what_puts_an_example_together_sends_nothing() {
        assertThat(call("new tk.mybatis.mapper.entity.Example(Sale.class).createCriteria()").all()).isEmpty();
    }

    private static BoundCalls call(String call) {
        return BoundCalls.of("@javax.persistence.Table(name = \"sales\") class Sale {"
                + " @javax.persistence.Id @javax.persistence.Column(name = \"sale_no\") Long no;"
                + " String shopName; String state; String getShopName() { return shopName; } }"
                + " interface OwnMapper<T> extends tk.mybatis.mapper.common.Mapper<T>, tk.mybatis.mapper.common.MySqlMapper<T>"
                + " { }"
                + " interface SaleMapper extends OwnMapper<Sale> { }"
                + " class Service { SaleMapper mapper; void run(Long id, Sale sale, List<Sale> sales, List<String> names,"
                + " tk.mybatis.mapper.entity.Example given) { " + call + "; } }");
    }
}
