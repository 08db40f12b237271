package dev.seqscan.source.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.source.Notices;
import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BareTextTest {

    @Test
    void lines_lose_their_indentation_and_comments_their_words() {
        assertThat(bare("""
                /*
                 * An order of a customer.
                 */
                class Order {
                    /** Its number. */ int number; // given by the shop
                \tString name; /* of the
                      customer */ int lines;
                }
                """)).isEqualTo("/*\n\n*/\nclass Order {\nint number; \nString name; /*\n*/ int lines;\n}\n");
    }

    @Test
    void what_only_looks_like_a_comment_stays() {
        String literals = "char quote = '\"'; char other = '\\''; String url = \"http://shop\"; String open = \"\\\"/*\";";

        assertThat(bare(literals + " // end")).isEqualTo(literals + " ");
    }

    @Test
    void a_text_block_keeps_its_indentation() {
        String block = "String text = \"\"\"\n    select \\\"\"\" // no comment\n      from orders\\\n  \"\"\";";

        assertThat(bare("  " + block + "\n  int next;")).isEqualTo(block + "\nint next;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void names_are_found_where_they_stand_in_the_file(String lineEnd) {
        String[] lines = {"/* A customer", "   and more */ class Customer {", "\t  int first; int second;", "    // said",
            "    /* a */ /* b */ int third = 'x' /* c */; /**/ int fourth;", "    String text = \"\"\"", "        /* no\\",
            "      comment \\\"\"\"", "        \"\"\"; int fifth;", "    /** Of several", "      * lines. */ int sixth;", "}"};

        CodeFile file = read(String.join(lineEnd, lines));

        assertThat(file.types().get(0).fields()).extracting(FieldDeclaration::name)
                .containsExactly("first", "second", "third", "fourth", "text", "fifth", "sixth");
        assertThat(file.types().get(0).fields()).allSatisfy(field ->
                assertThat(cut(lines, field.nameSpan())).isEqualTo(field.name()));
    }

    @Test
    void an_expression_that_goes_over_several_lines_begins_and_ends_in_the_file() {
        String[] lines = {"class Order {", "    long total = price(", "        /* net */ lines", "          );", "}"};

        Expression call = read(String.join("\n", lines)).types().get(0).fields().get(0).initializer();

        assertThat(call.span()).isEqualTo(new Span(2, 18, 4, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"class Order { /* open", "class Order { String text = \"open", "class Order { char c = '", "   "})
    void what_is_not_closed_ends_with_the_file(String text) {
        assertThat(bare(text)).isEqualTo(text.stripLeading());
    }

    private static String bare(String text) {
        return BareText.of(text).text();
    }

    private static CodeFile read(String text) {
        return new JavaReader().read(new TextFile("Order.java", text), new Notices());
    }

    private static String cut(String[] lines, Span span) {
        return lines[span.startLine() - 1].substring(span.startColumn() - 1, span.endColumn() - 1);
    }
}
