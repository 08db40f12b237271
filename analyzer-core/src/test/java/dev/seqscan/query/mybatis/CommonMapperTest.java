package dev.seqscan.query.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
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
                + " @javax.persistence.Id @javax.persistence.Column(name = \"sale_no\") Long no; }"
                + " interface OwnMapper<T> extends tk.mybatis.mapper.common.Mapper<T>, tk.mybatis.mapper.common.MySqlMapper<T>"
                + " { }"
                + " interface SaleMapper extends OwnMapper<Sale> { }"
                + " class Service { SaleMapper mapper; void run(Long id, Sale sale, List<Sale> sales) { " + call + "; } }");
    }
}
