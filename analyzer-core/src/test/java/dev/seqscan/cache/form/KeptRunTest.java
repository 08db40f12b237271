package dev.seqscan.cache.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Claim;
import dev.seqscan.finding.Edit;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.IndexNeed;
import dev.seqscan.finding.Level;
import dev.seqscan.finding.SetAside;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Weight;
import dev.seqscan.overview.Overview;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Product;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KeptRunTest {

    private static final Place PLACE = new Place("src/A.java", new Span(3, 5, 3, 20));
    private static final Place OTHER = new Place("db/\uD800.sql", new Span(9, 1, 12, Integer.MAX_VALUE));

    private final KeptRun full = full();

    @Test
    void a_run_comes_back_with_all_of_its_parts() {
        assertThat(KeptRun.of(full.toBytes())).contains(full);
    }

    @Test
    void a_run_without_anything_comes_back() {
        KeptRun empty = new KeptRun(List.of(), List.of(), new TreeMap<>(), List.of(), Overview.NONE);

        assertThat(KeptRun.of(empty.toBytes())).contains(empty);
    }

    @Test
    void bytes_that_are_cut_anywhere_are_none() {
        byte[] bytes = full.toBytes();

        for (int length = 0; length < bytes.length; length++) {
            assertThat(KeptRun.of(Arrays.copyOf(bytes, length))).as("cut at " + length).isEmpty();
        }
    }

    private static KeptRun full() {
        Finding finding = new Claim("query-in-loop", Level.WARNING, Certainty.likely("the table may be small"), PLACE, "message")
                .about("Order.customer", new Finding.Identity("com.A#b()", "c.d", 2))
                .path(List.of(new Step(OTHER, "first"))).related(List.of(new Step(PLACE, "then")))
                .costing("1 + N").reachedFrom("GET /a").weighing(new Weight(3, Weight.Table.LARGE))
                .needing(List.of(new IndexNeed(Product.H2, "orders", List.of(Index.Part.of("a")),
                        List.of(new Index.Part("", "lower(b)", true, "x")), Set.of("p"), Set.of("r"), List.of("c is null"), OTHER,
                        "find")))
                .offering(List.of(new Edit("load", PLACE, "text\n")));
        Finding plain = new Claim("select-star", Level.NOTE, Certainty.PROVEN, OTHER, "")
                .about("", new Finding.Identity("", "", 0));
        Overview.Statement statement = new Overview.Statement("find", "select ?!", PLACE);
        Overview overview = new Overview(List.of("", "web"),
                List.of(new Overview.MappedEntity("A", "com.A", "a", 20, true, PLACE, List.of(new Overview.Link("b", "com.A",
                        "com.B", "many to one", true, false, "subselect", 5, "it is cached", OTHER, List.of(statement))))),
                List.of(new Overview.StoredTable("H2", "a", "it is small", PLACE,
                        List.of(new Overview.StoredIndex("i", "a, b", "primary key", "c", OTHER)),
                        List.of(new Overview.TableQuery(statement, List.of("GET /"),
                                List.of(new Overview.Search("a equal", true, List.of("i"))))))));
        return new KeptRun(List.of(finding, plain), List.of(new Notice(Notice.Kind.DUPLICATE, "a", 3, "twice")),
                new TreeMap<>(Map.of("Java files", 3, "lines", Integer.MAX_VALUE)),
                List.of(new SetAside(finding, SetAside.Why.SUPPRESSED, "known")), overview);
    }
}
