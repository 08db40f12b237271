package dev.seqscan.report;

import dev.seqscan.AnalysisReport;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Claim;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.finding.Step;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One report over the small application in {@code sample}, for the tests of every format. */
public final class SampleReport {

    private static final String JAVA = "src/main/java/com/shop/";
    private static final String SERVICE = JAVA + "OrderService.java";
    private static final String MAPPER = JAVA + "OrderMapper.java";
    private static final String REPOSITORY = JAVA + "OrderRepository.java";
    private static final String MIGRATION = "src/main/resources/db/migration/V1__orders.sql";

    private SampleReport() {
    }

    /** The folder of the application. */
    public static Path root() {
        try {
            return Path.of(SampleReport.class.getResource("sample").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same, as a repository of its own. */
    public static ScannedFolder folder() {
        return ScannedFolder.alone(root());
    }

    public static AnalysisReport report() {
        return new AnalysisReport(List.of(lazyLoad(), secondLazyLoad(), unindexedFilter()), notices(), List.of(lazyLoadCard(),
                unindexedFilterCard()), new TreeMap<>(Map.of("files read", 5, "queries", 2, "queries not understood", 1,
                "expressions of unknown type, not judged", 3)), "0.1.0-SNAPSHOT");
    }

    /** The sample with other findings. */
    public static AnalysisReport with(List<Finding> findings) {
        AnalysisReport report = report();
        return new AnalysisReport(findings, report.notices(), report.rules(), report.counts(), report.version());
    }

    public static Finding lazyLoad() {
        return lazyLoad("Reads Order.customer, which no query has loaded, once for each order. Load it with the query: "
                + "join fetch o.customer, or @EntityGraph(attributePaths = \"customer\") on OrderRepository.findAll.");
    }

    public static Finding lazyLoad(String message) {
        List<Step> path = List.of(
                new Step(place(SERVICE, "orders.findAll()"), "loads all orders, without their customer"),
                new Step(place(SERVICE, "order -> mapper.toView(order)"), "runs once for each order"),
                new Step(place(SERVICE, "mapper.toView(order)"), "passes the order on"),
                new Step(place(MAPPER, "order.getCustomer().getName()"), "reads Order.customer: one statement each time"));
        List<Step> related = List.of(
                new Step(place(JAVA + "Order.java", "@ManyToOne(fetch = FetchType.LAZY)"), "the mapping of Order.customer"));
        return new Claim("lazy-load-in-loop", Level.ERROR, Certainty.PROVEN, place(SERVICE, "mapper.toView(order)"), message)
                .about("Order.customer", new Finding.Identity("com.shop.OrderService#list()", "mapper.toView()", 0))
                .path(path)
                .related(related)
                .costing("1 + N statements, N = orders returned by OrderRepository.findAll()")
                .reachedFrom("GET /orders");
    }

    private static Finding secondLazyLoad() {
        List<Step> path = List.of(
                new Step(place(SERVICE, "orders.findByStatus(\"OPEN\")"), "loads the open orders, without their customer"),
                new Step(place(MAPPER, "order.getCustomer().getName()"), "reads Order.customer: one statement each time"));
        return new Claim("lazy-load-in-loop", Level.WARNING, Certainty.likely("rows may be few"),
                place(SERVICE, "mapper::toView"),
                "Reads Order.customer, which no query has loaded, once for each open order. Load it with the query.")
                .about("Order.customer", new Finding.Identity("com.shop.OrderService#open()", "mapper::toView", 0))
                .path(path)
                .costing("1 + N statements, N = orders returned by OrderRepository.findByStatus(String)");
    }

    private static Finding unindexedFilter() {
        List<Step> related = List.of(new Step(place(MIGRATION, "create table orders"), "the table, which has no index on status"));
        return new Claim("unindexed-filter", Level.WARNING, Certainty.PROVEN, place(REPOSITORY, "findByStatus"),
                "Looks up orders by orders.status, which no index serves, so each call reads the whole table. "
                        + "Add: CREATE INDEX orders_status_idx ON orders (status).")
                .about("orders.status", new Finding.Identity("com.shop.OrderRepository#findByStatus(String)", "findByStatus", 0))
                .related(related);
    }

    private static List<Notice> notices() {
        return List.of(
                new Notice(Notice.Kind.MISSING, "", 0, "No class path was given; 3 types of libraries are not known."),
                new Notice(Notice.Kind.NOT_READ, JAVA + "Broken.java", 0, "Not a Java file: found \"<\" at line 1."),
                new Notice(Notice.Kind.NOT_UNDERSTOOD, MIGRATION, 3, "Unknown statement: VACUUM FULL."));
    }

    private static RuleCard lazyLoadCard() {
        return new RuleCard("lazy-load-in-loop", "Lazy load in a loop",
                "A loop reads an association that no query has loaded, so `Hibernate` sends one statement for each element.",
                Level.ERROR, "0.1.0", "preview", List.of("fetching", "cwe-1050"), Map.of(), """
                # Lazy load in a loop

                A loop reads an association that no query has loaded, so `Hibernate` sends one statement for each element.

                ## Why it costs

                A round trip takes about a millisecond, however small its answer is:
                a page of 200 orders waits for 200 of them.

                It is not seen in development, where tables are small.
                """);
    }

    private static RuleCard unindexedFilterCard() {
        return new RuleCard("unindexed-filter", "Filter without an index", "A query filters by a column that no index serves.",
                Level.WARNING, "0.1.0", "preview", List.of("schema", "schema"), Map.of(), "# Filter without an index\n");
    }

    /** The place of the first occurrence of a text in a file of the sample. */
    public static Place place(String file, String text) {
        String[] lines = read(file).split("\n");
        for (int line = 1; line <= lines.length; line++) {
            int column = lines[line - 1].indexOf(text) + 1;
            if (column > 0) {
                return new Place(file, new Span(line, column, line, column + text.length()));
            }
        }
        throw new IllegalArgumentException(text + " does not stand in " + file);
    }

    private static String read(String file) {
        try {
            return Files.readString(root().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
