package dev.seqscan.source.stringtemplate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.stringtemplate.TemplateNode.Attribute;
import dev.seqscan.source.stringtemplate.TemplateNode.Call;
import dev.seqscan.source.stringtemplate.TemplateNode.Conditional;
import dev.seqscan.source.stringtemplate.TemplateNode.Literal;
import dev.seqscan.source.stringtemplate.TemplateNode.Open;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupReaderTest {

    private final Notices notices = new Notices();

    @Test
    void aTemplateHasANameParametersAndABodyWithTheirLines() {
        Template find = read("group Orders;\n\n/* all of a state */\nfind(order, way=\"asc\") ::= <<\nselect *\nfrom orders\n>>\n")
                .templates().get("find");
        assertThat(find.parameters()).extracting(Template.Parameter::name).containsExactly("order", "way");
        assertThat(find.parameters().get(1).initial()).isEqualTo(new Literal("asc"));
        assertThat(find.nameSpan().startLine()).isEqualTo(4);
        assertThat(find.body()).isEqualTo("select *\nfrom orders");
        assertThat(find.bodyLine()).isEqualTo(5);
    }

    @Test
    void bodiesStandInQuotesOrInEitherKindOfBrackets() {
        GroupFile group = read("a() ::= \"say \\\"a\\\"\"\nb() ::= <%one <x> %>\nc() ::= <<<x>>>\nd ::= a\n");
        assertThat(nodes(group, "a")).containsExactly(new Literal("say \"a\""));
        assertThat(nodes(group, "b")).containsExactly(new Literal("one "), new Attribute("x"), new Literal(" "));
        assertThat(nodes(group, "c")).containsExactly(new Attribute("x"));
        assertThat(nodes(group, "d")).containsExactly(new Call("a", List.of()));
    }

    @Test
    void aGroupInheritsFromAnotherOneOrImportsFiles() {
        assertThat(read("group Orders : Base;\na() ::= \"\"\n").inherited()).containsExactly("Base");
        assertThat(read("import \"shop/Base.stg\"\na() ::= \"\"\n").inherited()).containsExactly("shop/Base.stg");
    }

    @Test
    void expressionsAreCallsAttributesAndConditions() {
        GroupFile group = read("a() ::= <<\n<b(\"t.\", other=x)><! no !><names:{n | <n>}; separator=\", \"><user.name>\n>>\n"
                + "c() ::= <<\n<if(!x)>1<elseif(y)>2<else>3<endif>\n>>\n");
        assertThat(nodes(group, "a")).contains(new Call("b", List.of(new TemplateNode.Argument("", new Literal("t.")),
                new TemplateNode.Argument("other", new Attribute("x")))));
        assertThat(nodes(group, "a")).filteredOn(Open.class::isInstance).hasSize(2);
        Conditional condition = (Conditional) nodes(group, "c").get(0);
        assertThat(condition.branches()).extracting(TemplateNode.Branch::negated).containsExactly(true, false, false);
        assertThat(condition.branches()).extracting(TemplateNode.Branch::nodes).containsExactly(List.of(new Literal("1")),
                List.of(new Literal("2")), List.of(new Literal("3")));
    }

    @Test
    void aSignThatBeginsNoExpressionIsText() {
        GroupFile group = read("a() ::= <<\nwhere a < 1 and b \\<> 2 and c <= :x\n>>\n");
        assertThat(nodes(group, "a")).containsExactly(new Literal("where a < 1 and b <> 2 and c <= :x"));
    }

    @Test
    void otherDelimitersMayBeNamed() {
        assertThat(nodes(read("delimiters \"$\", \"$\"\na() ::= <<\na <> $x$\n>>\n"), "a"))
                .containsExactly(new Literal("a <> "), new Attribute("x"));
    }

    @Test
    void whatIsNotUnderstoodIsToldAndTheRestGoesOn() {
        assertThat(read("a() ::= <<\nnever\n\nb() ::= \"1\"\n%&/ what\nc() ::= \"2\"\n").templates()).containsKeys("b", "c");
        assertThat(notices.all()).hasSize(1);
        assertThat(read("types ::= [\n \"int\":\"0\", default:\"null\"\n]\nc() ::= \"2\"\n").templates()).containsOnlyKeys("c");
    }

    @Test
    void deepAndOpenNestingEnds() {
        String deep = "<if(x)>".repeat(5_000);
        assertThat(read("a() ::= \"" + deep + "\"\n").templates()).containsKey("a");
        assertThat(read("a() ::= \"<" + "a(".repeat(5_000) + ")".repeat(5_000) + ">\"\n").templates()).containsKey("a");
    }

    private GroupFile read(String text) {
        return GroupReader.read(new TextFile("shop/Orders.sql.stg", text), notices);
    }

    private static List<TemplateNode> nodes(GroupFile group, String name) {
        return group.templates().get(name).nodes();
    }
}
