package dev.seqscan.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Claim;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.java.JavaReader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    private static final String FILE = "src/main/java/OrderService.java";

    private static final Set<String> RULES = Set.of("lazy-load-in-loop", "query-in-loop");

    private final Notices notices = new Notices();

    @Test
    void a_comment_silences_its_line_and_the_next_that_holds_code() {
        String text = """
                class OrderService {
                    // seqscan:ignore query-in-loop: ten orders at most

                    // as everybody knows
                    void list() { }
                    void more() { } // seqscan:ignore query-in-loop: cached
                    void last() { }
                    void end() { }
                }
                """;
        assertThat(linesLeft(text, 1, 5, 6, 8)).containsExactly(1, 8);
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void a_comment_above_annotations_reaches_to_the_name_of_the_declaration() {
        String text = """
                interface OrderRepository {
                    // seqscan:ignore query-in-loop: never more than ten
                    @Query(
                        "select o from Order o")
                    @Transactional
                    List<Order> all();
                    List<Order> others();
                }
                """;
        assertThat(linesLeft(text, 4, 6, 7)).containsExactly(7);
    }

    @Test
    void a_comment_speaks_only_of_its_rule() {
        String text = "class A {\n    // seqscan:ignore lazy-load-in-loop: two lines\n    void list() { }\n}\n";
        assertThat(linesLeft(text, 3)).containsExactly(3);
        assertThat(notices.all()).containsExactly(new Notice(Notice.Kind.NO_EFFECT, FILE, 2,
                "seqscan:ignore lazy-load-in-loop silences nothing: there is no such finding here"));
    }

    @Test
    void a_comment_without_a_reason_is_not_heeded_and_said_so() {
        String text = "class A {\n    // seqscan:ignore query-in-loop\n    void list() { }\n}\n";
        assertThat(linesLeft(text, 3)).containsExactly(3);
        assertThat(notices.all()).containsExactly(new Notice(Notice.Kind.NO_EFFECT, FILE, 2,
                "seqscan:ignore query-in-loop is not heeded without a reason: write seqscan:ignore query-in-loop: why"));
    }

    @Test
    void a_comment_names_several_rules_and_needs_no_colon() {
        String text = "class A {\n    void list() { } // seqscan:ignore lazy-load-in-loop, query-in-loop three tenants at most\n}\n";
        assertThat(linesLeft(text, 2)).isEmpty();
        assertThat(notices.all()).extracting(Notice::reason).containsExactly(
                "seqscan:ignore lazy-load-in-loop silences nothing: there is no such finding here");
    }

    @Test
    void a_comment_about_a_rule_that_there_is_not_is_said_so() {
        assertThat(linesLeft("class A { } // seqscan:ignore query-in-lop: three tenants", 1)).containsExactly(1);
        assertThat(notices.all()).extracting(Notice::reason).containsExactly(
                "seqscan:ignore query-in-lop silences nothing: there is no such rule");
    }

    @Test
    void nothing_is_said_of_a_rule_that_does_not_judge_in_this_run() {
        TextFile file = new TextFile(FILE, "class A { } // seqscan:ignore query-in-loop: three tenants");
        List<Suppression> suppressions = SuppressionReader.of(new JavaReader().read(file, notices), () -> file);
        assertThat(new SuppressionFilter(suppressions, RULES, Set.of(), notices).apply(List.of())).isEmpty();
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void an_annotation_silences_its_whole_declaration() {
        String text = """
                class OrderService {
                    @SuppressWarnings({"unchecked", "seqscan:query-in-loop"})
                    void list() {
                        load();
                    }
                    void other() { }
                    @SuppressWarnings("seqscan:query-in-loop") Object field = load();
                    @SuppressWarnings("seqscan:query-in-loop")
                    static class Inner {
                        void inner() { }
                    }
                }
                """;
        assertThat(linesLeft(text, 4, 6, 7, 10)).containsExactly(6);
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void an_annotation_that_silences_nothing_is_said_so() {
        assertThat(linesLeft("@SuppressWarnings(\"seqscan:query-in-loop\")\nclass A { }\nclass B { }\n", 3)).containsExactly(3);
        assertThat(notices.all()).extracting(Notice::line, Notice::reason).containsExactly(tuple(1,
                "@SuppressWarnings(\"seqscan:query-in-loop\") silences nothing: there is no such finding here"));
    }

    @Test
    void a_comment_of_several_lines_silences_what_stands_below_its_end() {
        TextFile xml = new TextFile("OrderMapper.xml", """
                <mapper>
                    <!-- seqscan:ignore query-in-loop: ten orders
                         at most, says
                         the contract -->
                    <select id="all">select 1</select>
                    <select id="more">select 1</select>
                </mapper>
                """);
        CodeFile.Suppression wish = new CodeFile.Suppression(new Span(2, 10, 2, 45), "query-in-loop", "ten orders");
        List<Finding> left = new SuppressionFilter(SuppressionReader.of(xml, List.of(wish)), RULES, RULES, notices)
                .apply(List.of(at("OrderMapper.xml", 5), at("OrderMapper.xml", 6)));
        assertThat(left).containsExactly(at("OrderMapper.xml", 6));
    }

    @Test
    void a_comment_in_sql_silences_the_statement_below() {
        TextFile sql = new TextFile("V1__orders.sql", """
                -- seqscan:ignore query-in-loop: a small table
                -- of states
                create table state (id int);
                create table orders (id int);
                """);
        List<CodeFile.Suppression> comments = List.of(new CodeFile.Suppression(new Span(1, 4, 1, 47), "query-in-loop",
                "a small table"));
        List<Suppression> suppressions = SuppressionReader.of(sql, comments);
        List<Finding> left = new SuppressionFilter(suppressions, RULES, RULES, notices)
                .apply(List.of(at("V1__orders.sql", 3), at("V1__orders.sql", 4), at("V2__more.sql", 3)));
        assertThat(left).containsExactly(at("V1__orders.sql", 4), at("V2__more.sql", 3));
    }

    @Test
    void what_a_literal_holds_is_no_comment() {
        String wish = "seqscan:ignore query-in-loop: as it says";
        String text = "class A {\n    String a = \"// " + wish + "\";\n    String b = \"\\\"/* " + wish + "\";\n\n"
                + "    String c = \"\"\"\n        \"\" // " + wish + "\n        \"\"\";\n\n"
                + "    char quote = '\"'; // " + wish + "\n"
                + "    // it's \"\n    int d; // " + wish + "\n\n    int e;\n\n    int f;\n}\n";

        assertThat(linesLeft(text, 2, 3, 6, 7, 9, 11, 13, 15)).containsExactly(2, 3, 6, 7, 15);
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void a_comment_on_the_last_line_does_no_harm() {
        assertThat(linesLeft("class A { }\n// seqscan:ignore query-in-loop: the end", 1)).containsExactly(1);
        assertThat(notices.all()).hasSize(1);
    }

    private List<Integer> linesLeft(String text, int... lines) {
        TextFile file = new TextFile(FILE, text);
        List<Suppression> suppressions = SuppressionReader.of(new JavaReader().read(file, notices), () -> file);
        List<Finding> findings = Arrays.stream(lines).mapToObj(line -> at(FILE, line)).toList();
        return new SuppressionFilter(suppressions, RULES, RULES, notices).apply(findings).stream()
                .map(left -> left.place().line()).toList();
    }

    private static Finding at(String file, int line) {
        return new Claim("query-in-loop", Level.WARNING, Certainty.likely("rows may be few"),
                new Place(file, new Span(line, 50, line, 60)), "Message.").about("A", new Finding.Identity("A", "a", line));
    }
}
