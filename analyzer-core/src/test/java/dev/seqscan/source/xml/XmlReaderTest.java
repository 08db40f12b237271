package dev.seqscan.source.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class XmlReaderTest {

    private final Notices notices = new Notices();

    @Test
    void a_pom_becomes_a_tree() {
        XmlElement root = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <artifactId> shop </artifactId>
                  <modules><module>core</module><module>web</module></modules>
                </project>
                """).orElseThrow().root();

        assertThat(root.name()).isEqualTo("project");
        assertThat(root.textOf("artifactId")).contains("shop");
        assertThat(root.child("modules").orElseThrow().children("module")).extracting(XmlElement::text)
                .containsExactly("core", "web");
    }

    /** The JDK's parser prints its own fault there. */
    @Test
    void a_document_type_that_is_cut_is_told_and_nothing_is_printed() {
        PrintStream console = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true));
        try {
            for (String cut : new String[] {"[", "[ <!ENTITY a 'b'", "PUBLIC '[' \"x\" [ <!ELEMENT a ANY> ", "[ <!ELEMENT a ANY> ]", "[ ] \n"}) {
                assertThat(read("<?xml version='1.0'?>\n<!-- c -->\n<!DOCTYPE mapper " + cut)).isEmpty();
            }
        } finally {
            System.setErr(console);
        }
        assertThat(printed).hasToString("");
        assertThat(notices.all()).extracting(Notice::reason).allMatch(reason -> reason.startsWith("not well-formed XML")).isNotEmpty();
        assertThat(read("<!DOCTYPE mapper PUBLIC \"-//x//EN\" \"x.dtd\" [ <!ENTITY a 'b'> ]>\n<mapper/>")).isPresent();
    }

    @Test
    void texts_and_elements_keep_their_order_and_places() {
        XmlElement select = read("""
                <mapper>
                  <select id="find"
                          resultType="Order">
                select * <where>a &lt; 1</where> for update</select>
                </mapper>
                """).orElseThrow().root().children().get(0);

        assertThat(select.span()).isEqualTo(new Span(2, 3, 3, 30));
        assertThat(select.attribute("resultType")).contains("Order");
        assertThat(select.content()).extracting(each -> each instanceof XmlText text ? text.text().strip()
                : ((XmlElement) each).text()).containsExactly("select *", "a < 1", "for update");
        assertThat(select.content().get(1).span()).isEqualTo(new Span(4, 10, 4, 17));
        assertThat(select.content().get(2).span()).isEqualTo(new Span(4, 33, 4, 44));
    }

    @Test
    void a_document_type_is_skipped() {
        Optional<XmlFile> file = read("<!DOCTYPE mapper PUBLIC \"-//shop//EN\" \"http://shop.invalid/x.dtd\"><mapper/>");

        assertThat(file.orElseThrow().root().name()).isEqualTo("mapper");
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void a_document_type_with_a_character_that_xml_does_not_have_is_told() {
        assertThat(new XmlReader().read(new TextFile("a.xml", "<!DOCTYPE a [ \u0001 ]><a/>"), notices)).isEmpty();
        assertThat(notices.all()).extracting(Notice::reason).containsExactly("not well-formed XML");
    }

    @Test
    void an_entity_is_never_resolved() {
        Optional<XmlFile> file = read("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n<a>&e;<b/></a>");
        assertThat(file.map(each -> each.root().text())).contains("");
        assertThat(file.orElseThrow().root().children("b")).hasSize(1);
        assertThat(notices.all()).extracting(Notice::line, Notice::reason)
                .containsExactly(tuple(2, "the entity e is not followed"));
    }

    @Test
    void an_entity_of_the_file_itself_is_not_expanded() {
        String text = "<!DOCTYPE a [<!ENTITY e \"x\"><!ENTITY f \"&e;&e;&e;&e;\">]><a>1&f;2</a>";
        assertThat(read(text).map(each -> each.root().text())).contains("1   2");
    }

    @Test
    void references_to_characters_are_resolved() {
        assertThat(read("<a b=\"&lt;\">x &lt;= y &amp;&amp; &#65;</a>").map(each -> each.root().text() + each.root().attribute("b")
                .orElse(""))).contains("x <= y && A<");
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void broken_xml_is_a_notice_with_its_line() {
        assertThat(read("<project>\n  <modules>\n</project>")).isEmpty();
        assertThat(notices.all()).containsExactly(new Notice(Notice.Kind.NOT_READ, "pom.xml", 3,
                "not well-formed XML at column 3"));
    }

    @Test
    void an_empty_file_is_a_notice() {
        assertThat(read("")).isEmpty();
        assertThat(notices.all()).hasSize(1);
    }

    @Test
    void elements_nested_too_deep_are_a_notice() {
        assertThat(read("<a>".repeat(10_000) + "</a>".repeat(10_000))).isEmpty();
        assertThat(notices.all()).extracting(Notice::reason).containsExactly("elements nested deeper than 256");
    }

    private Optional<XmlFile> read(String text) {
        return new XmlReader().read(new TextFile("pom.xml", text), notices);
    }
}
