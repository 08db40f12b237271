package dev.seqscan.query.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.Text;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlFile;
import dev.seqscan.source.xml.XmlReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class DynamicSqlTest {

    @Test
    void whatStandsUnderAnIfIsOptional() {
        Text text = only("select * from orders where id = 1 <if test='s != null'>and status = #{s}</if>");
        assertThat(full(text)).isEqualTo("select * from orders where id = 1 and status = #{s}");
        assertThat(mandatory(text)).isEqualTo("select * from orders where id = 1");
    }

    @Test
    void whereDropsTheFirstAndWithAndWithoutTheOptionalParts() {
        Text text = only("select * from orders <where><if test='s != null'>status = #{s}</if> and id = #{id}</where>");
        assertThat(full(text)).isEqualTo("select * from orders where status = #{s} and id = #{id}");
        assertThat(mandatory(text)).isEqualTo("select * from orders where id = #{id}");
    }

    @Test
    void aWhereOfOptionalPartsIsOptional() {
        Text text = only("select * from orders <where><if test='s != null'>AND status = #{s}</if></where> order by id");
        assertThat(full(text)).isEqualTo("select * from orders where status = #{s} order by id");
        assertThat(mandatory(text)).isEqualTo("select * from orders order by id");
    }

    @Test
    void aPartThatIsNamedAsAnOrderStandsBehindItsKeyword() {
        assertThat(full(only("select * from orders where id = #{id} ${orderBy}")))
                .isEqualTo("select * from orders where id = #{id} order by ?!");
        assertThat(full(only("select * from orders order by ${orderBy}"))).isEqualTo("select * from orders order by ?!");
        assertThat(full(only("select * from orders order by id, ${orderBy}"))).isEqualTo("select * from orders order by id, ?!");
    }

    @Test
    void aWordThatBeginsLikeAnOverrideStays() {
        assertThat(full(only("select * from orders <where>order_no = 1</where>")))
                .isEqualTo("select * from orders where order_no = 1");
    }

    @Test
    void setDropsTheLastCommaAndAlwaysSetsSomething() {
        Text text = update("update orders <set><if test='s != null'>status = #{s},</if></set> where id = #{id}");
        assertThat(mandatory(text)).isEqualTo("update orders set status = #{s} where id = #{id}");
    }

    @Test
    void trimPutsItsEndsAround() {
        assertThat(full(only("select * from orders <trim prefix='where (' suffix=')' prefixOverrides='and |or '"
                + " suffixOverrides='and'>"
                + "and a = 1 and b = 2 and</trim>"))).isEqualTo("select * from orders where ( a = 1 and b = 2 )");
    }

    @Test
    void eachBranchOfAChooseMakesAVariant() {
        List<Text> variants = variants("select * from orders where <choose><when test='s == 1'>status = 1</when>"
                + "<otherwise>closed = 1</otherwise></choose>");
        assertThat(variants).extracting(DynamicSqlTest::full).containsExactly("select * from orders where status = 1",
                "select * from orders where closed = 1");
        assertThat(variants).noneMatch(Text::hasOptionalParts);
    }

    @Test
    void aChooseWithoutOtherwiseIsOptional() {
        assertThat(mandatory(only("select * from orders where id = 1 <choose><when test='s == 1'>and status ="
                + " 1</when></choose>")))
                .isEqualTo("select * from orders where id = 1");
    }

    @Test
    void twoIfsOfWhichOneAlwaysHoldsAreAChoose() {
        assertThat(variants("select * from orders where <if test='s == null'>status is null</if> <if test='s != null'>status ="
                + " 1</if>"))
                .extracting(DynamicSqlTest::full).containsExactly("select * from orders where status is null",
                        "select * from orders where status = 1");
    }

    @Test
    void ifsThatCompareWithDifferentValuesExcludeEachOther() {
        assertThat(variants("select * from orders <if test=\"_databaseId == 'h2'\">limit 1</if>"
                + "<if test=\"_databaseId == 'oracle'\">where rownum = 1</if>")).extracting(DynamicSqlTest::full)
                .containsExactly("select * from orders limit 1", "select * from orders where rownum = 1");
    }

    @Test
    void aForeachStandsForItsFirstTurn() {
        assertThat(full(only("select * from orders where id in <foreach collection='ids' item='id' index='i' open='(' close=')'>"
                + "<if test='i > 0'>,</if>#{id}</foreach>"))).isEqualTo("select * from orders where id in (#{id})");
    }

    @Test
    void anIncludeFillsItsPropertiesIntoTheFragment() {
        assertThat(full(only("select <include refid='cols'><property name='t' value='o'/></include> from orders o",
                "<sql id='cols'>${t}.id, ${t}.status</sql>"))).isEqualTo("select o.id, o.status from orders o");
    }

    @Test
    void aFragmentOfAnotherNamespaceIncludesItsOwn() {
        XmlFile other = read("<mapper namespace='common'><sql id='all'><include refid='inner'/></sql><sql"
                + " id='inner'>id</sql></mapper>");
        XmlFile own = read("<mapper namespace='shop'><select id='x'>select <include refid='common.all'/> from"
                + " orders</select></mapper>");
        List<Text> variants = new MapperText("shop", new Fragments(List.of(other, own)))
                .of(own.root().children("select").get(0), Command.SELECT);
        assertThat(variants).extracting(DynamicSqlTest::full).containsExactly("select id from orders");
    }

    @Test
    void aFragmentThatIncludesItselfEnds() {
        assertThat(full(only("select <include refid='a'/> from orders",
                "<sql id='a'>x, <include refid='a'/><include refid='a'/></sql>")))
                .startsWith("select x,");
    }

    @Test
    void aFragmentThatIsNotAtHandIsAHole() {
        assertThat(full(only("select <include refid='gone'/> from orders"))).isEqualTo("select ?! from orders");
    }

    @Test
    void aBoundTextIsFilledIn() {
        assertThat(full(only("<bind name='word' value=\"'or'\"/>select * from orders where a = 1 ${word} b = 1")))
                .isEqualTo("select * from orders where a = 1 or b = 1");
    }

    @Test
    void aBoundPatternShowsWhereItsWildcardIs() {
        assertThat(full(only("<bind name='p' value=\"'%' + name + '%'\"/>select * from orders where name like #{p}")))
                .isEqualTo("select * from orders where name like concat('%', ?)");
    }

    @Test
    void anUnknownTextIsAHole() {
        assertThat(full(only("select * from orders order by ${sort}"))).isEqualTo("select * from orders order by ?!");
    }

    @Test
    void anUnknownBeginningHidesNoSelect() {
        assertThat(full(only("${before} select * from orders"))).isEqualTo("select * from orders");
        assertThat(full(only("${count} id from orders"))).isEqualTo("select id from orders");
    }

    @Test
    void aKeyIsNoPartOfTheInsert() {
        assertThat(full(only("<selectKey keyProperty='id'>select nextval('s')</selectKey>insert into orders (id) values"
                + " (#{id})")))
                .isEqualTo("insert into orders (id) values (#{id})");
    }

    @Test
    void characterDataIsText() {
        assertThat(full(only("select * from orders where id <![CDATA[ < ]]> 3"))).isEqualTo("select * from orders where id < 3");
    }

    private static Text only(String statement, String... fragments) {
        List<Text> variants = variants(statement, fragments);
        assertThat(variants).hasSize(1);
        return variants.get(0);
    }

    private static Text update(String statement) {
        return text("<update id='x'>" + statement + "</update>", Command.UPDATE).get(0);
    }

    private static List<Text> variants(String statement, String... fragments) {
        return text("<select id='x'>" + statement + "</select>" + String.join("", fragments), Command.SELECT);
    }

    private static List<Text> text(String elements, Command command) {
        XmlFile file = read("<mapper namespace='shop'>" + elements + "</mapper>");
        XmlElement statement = file.root().children().get(0);
        return new MapperText("shop", new Fragments(List.of(file))).of(statement, command);
    }

    private static XmlFile read(String xml) {
        return new XmlReader().read(new TextFile("shop.xml", xml), new Notices()).orElseThrow();
    }

    private static String full(Text text) {
        return text.full().replaceAll("\\s+", " ").strip();
    }

    private static String mandatory(Text text) {
        return full(text.mandatory());
    }
}
