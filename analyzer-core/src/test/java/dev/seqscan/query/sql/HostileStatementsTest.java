package dev.seqscan.query.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.SchemaReplay;
import dev.seqscan.source.Notices;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Statements that keep a parser busy, or exhaust its stack, are read within bounds or turned away with a reason. */
class HostileStatementsTest {

    private static final Schema SCHEMA = new SchemaReplay(Product.POSTGRESQL, Map.of(), new Notices()).schema();
    private static final String WHERE = "SELECT * FROM orders WHERE ";

    private final SqlQueries queries = new SqlQueries();

    /** Long or deep, but nothing that no program sends. */
    private static Map<String, String> large() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("3,000 alternatives", WHERE + joined(" OR ", 3_000, i -> "id = " + i));
        all.put("a list of 10,000 numbers", WHERE + "id in (" + joined(",", 10_000, String::valueOf) + ")");
        all.put("a list of 10,000 parameters", WHERE + "id in (" + joined(",", 10_000, i -> "?") + ")");
        all.put("3,000 rows", "INSERT INTO orders (id, name) VALUES " + joined(",", 3_000, i -> "(" + i + ", 'it''s a name')"));
        all.put("subqueries 200 deep", (WHERE + "id in (").repeat(200) + "SELECT 1 FROM orders" + ")".repeat(200));
        all.put("tables 190 deep", "SELECT * FROM (".repeat(190) + "SELECT 1 FROM orders" + ") x".repeat(190));
        all.put("CASE 190 deep", WHERE + "a = " + "case when a = 1 then ".repeat(190) + "1" + " else 2 end".repeat(190));
        all.put("parentheses 190 deep", WHERE + "(".repeat(190) + "id = 1" + ")".repeat(190));
        all.put("a sum of 400", WHERE + "a = " + "b + ".repeat(400) + "1");
        all.put("300 joins", "SELECT * FROM orders o" + joined("", 300, i -> " join orders o" + i + " on o" + i + ".id = o.id"));
        return all;
    }

    private static Map<String, String> hostile() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("parentheses", WHERE + "(".repeat(10_000) + "id = 1" + ")".repeat(10_000));
        all.put("CASE", WHERE + "a = " + "case when a = 1 then ".repeat(2_000) + "1" + " else 2 end".repeat(2_000));
        all.put("brackets", WHERE + "a" + "[".repeat(1_000));
        all.put("arrays", WHERE + "a = " + "array[".repeat(1_000) + "1" + "]".repeat(1_000));
        all.put("a qualified name", "SELECT a" + ".a".repeat(30_000) + " FROM orders");
        all.put("a sum", WHERE + "a = " + "b + ".repeat(10_000) + "1");
        all.put("casts", WHERE + "a" + "::text".repeat(5_000) + " = 'x'");
        all.put("NOT", WHERE + "not ".repeat(12_000) + "a = 1");
        all.put("question marks", WHERE + "?".repeat(50_000));
        all.put("question marks in brackets", WHERE + "(? ? ?) ".repeat(3_000));
        all.put("operators that are question marks", WHERE + joined(" AND ", 2_000, i -> "a ? b"));
        all.put("parameters", WHERE + ":a ".repeat(30_000));
        all.put("alternatives", WHERE + joined(" OR ", 6_000, i -> "id = " + i));
        all.put("a megabyte", WHERE + "name = '" + "x".repeat(1_000_000) + "'");
        all.put("a script of inserts", "INSERT INTO orders VALUES (1, 'a');\n".repeat(30_000));
        return all;
    }

    /** Whatever they are, they must not take long. */
    private static Map<String, String> odd() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("half a string", WHERE + "a = '" + "x ".repeat(40_000));
        all.put("half a string in rows", "INSERT INTO orders VALUES " + "(1, 'a'),".repeat(8_000) + "(2, '");
        all.put("strings that open and close elsewhere", WHERE + "a = 'x' or b = 'y or ".repeat(3_000));
        all.put("parentheses that stay open", WHERE + "((".repeat(90) + "a = 1 OR (b");
        all.put("calls that stay open", "SELECT " + "coalesce(".repeat(150) + "1" + ")".repeat(150) + " FROM orders WHERE (a = 1 OR");
        all.put("an alternative that is missing", WHERE + "id = 1 OR ".repeat(3_000));
        all.put("semicolons", ";".repeat(90_000));
        all.put("words", "select ".repeat(10_000));
        all.put("placeholders", "${".repeat(40_000));
        all.put("comments", "/* ".repeat(30_000));
        all.put("braces", "{".repeat(90_000));
        all.put("keywords as names", "SELECT " + "order, ".repeat(2_000) + " a FROM t WHERE order > ? and key > ?");
        all.put("hints", WHERE + "WITH (" + "NOLOCK ".repeat(14_000));
        return all;
    }

    @Test
    void largeStatementsAreRead() {
        large().forEach((what, sql) -> {
            QueryShape shape = queries.shape(sql, SCHEMA);
            assertThat(shape.unknown()).as(what).isEmpty();
            assertThat(shape.command()).as(what).isNotEqualTo(Command.OTHER);
        });
    }

    @Test
    void statementsBeyondTheBoundsAreTurnedAwayWithoutAClock() {
        hostile().forEach((what, sql) -> assertThat(queries.shape(sql, SCHEMA).unknown()).as(what).singleElement().asString()
                .startsWith(QueryShape.OUT_OF_BOUNDS).doesNotContain("second"));
    }

    @Test
    void allTogetherTakeSecondsAndLeaveNoThreadAtWork() {
        List<Map<String, String>> all = List.of(large(), hostile(), odd());
        assertTimeout(Duration.ofSeconds(45), () -> all.stream().map(Map::values).flatMap(Collection::stream)
                .forEach(sql -> queries.shape(sql, SCHEMA)));
        assertThat(Thread.getAllStackTraces()).noneSatisfy((thread, frames) ->
                assertThat(frames).anyMatch(frame -> frame.getClassName().startsWith("net.sf.jsqlparser")));
    }

    @Test
    void theyNeedNoLargeStack() throws Exception {
        Thread thread = new Thread(null, () -> large().forEach((what, sql) -> queries.shape(sql, SCHEMA)), "usual stack", 1 << 20);
        thread.start();
        thread.join();
        large().forEach((what, sql) -> assertThat(queries.shape(sql, SCHEMA).unknown()).as(what).isEmpty());
    }

    @Test
    void theValuesThatAreLeftOutSayNothingNew() {
        QueryShape few = queries.shape(WHERE + "id in (1,2) and name = 'x'", SCHEMA);
        QueryShape many = queries.shape(WHERE + "id in (" + joined(", ", 9_000, String::valueOf) + ") and name = 'x'", SCHEMA);

        assertThat(many.predicates()).isEqualTo(few.predicates());
    }

    @Test
    void whatFollowsTheRowsIsRead() {
        assertThat(LongLists.cut("INSERT INTO t VALUES " + joined(", ", 150, i -> "(1, ')')") + " ON CONFLICT DO NOTHING", false))
                .isEqualTo("INSERT INTO t VALUES " + joined(", ", LongLists.KEPT_ROWS, i -> "(1, ')')") + " ON CONFLICT DO NOTHING");
        assertThat(LongLists.cut("SELECT f(" + joined(", ", 2_000, i -> "a + 1") + ")", false)).hasSizeGreaterThan(13_000);
    }

    private static String joined(String between, int count, java.util.function.IntFunction<String> each) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(between));
    }
}
