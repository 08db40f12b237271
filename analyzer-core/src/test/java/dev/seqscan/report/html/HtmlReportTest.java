package dev.seqscan.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisReport;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Claim;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.finding.SetAside;
import dev.seqscan.finding.Step;
import dev.seqscan.overview.Overview;
import dev.seqscan.report.SampleReport;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser parses it. What only a browser can show is not tested here. */
class HtmlReportTest {

    private static final String HOSTILE = "</script><script>window.pwned = 1</script>\"' onmouseover='x' <img"
            + " src=http://example.invalid/x onerror=pwned()> \u202Eevil\u2066 \u0000 \u0007 \uD800 ]]> &amp; <!-- "
            + "a".repeat(20_000);
    private static final Set<String> ADDRESSES =
            Set.of("src", "href", "srcset", "action", "formaction", "poster", "data", "background");

    private static final ScannedFolder SCANNED = ScannedFolder.alone(SampleReport.root());

    private static Document page(AnalysisReport report) {
        return Jsoup.parse(new HtmlReport().text(report, SCANNED));
    }

    @Test
    void a_finding_tells_what_it_costs_what_to_do_how_sure_it_is_and_what_reaches_it() {
        Element finding = page(SampleReport.report()).selectFirst("article");
        assertThat(finding.selectFirst("h3").text())
                .isEqualTo("Reads Order.customer, which no query has loaded, once for each order.");
        assertThat(finding.select("dl").text()).contains("To do Load it with the query", "Cost 1 + N statements",
                "Reached from GET /orders", "About Order.customer").doesNotContain("How sure");
        assertThat(page(SampleReport.report()).select("article").get(1).select("dl").text()).contains("How sure likely");
    }

    @Test
    void the_path_shows_each_step_with_its_place_and_source_and_marks_the_one_that_is_reported() {
        Document page = page(SampleReport.report());
        assertThat(page.selectFirst("article").select("ol.path > li .what").eachText()).containsExactly(
                "loads all orders, without their customer", "runs once for each order", "passes the order on",
                "reads Order.customer: one statement each time");
        assertThat(page.selectFirst("article").select("ol.path > li.here").text())
                .contains("passes the order on", "reported here");
        assertThat(page.selectFirst("article").select("ol.path > li").last().select("pre mark").text())
                .isEqualTo("order.getCustomer().getName()");
    }

    @Test
    void the_summary_counts_findings_and_each_count_leads_to_its_filter() {
        Document page = page(SampleReport.report());
        assertThat(page.select("#summary .lead").text()).isEqualTo("3 findings in 2 files.");
        assertThat(page.select("#summary tbody a[href='#rule=lazy-load-in-loop']").parents().select("tr").first().text())
                .isEqualTo("lazy-load-in-loop 2");
        for (Element link : page.select("#summary tbody a")) {
            String[] filter = link.attr("href").substring(1).split("=");
            assertThat(page.select("#filter select[name=" + filter[0] + "] option").eachAttr("value")).contains(link.text());
        }
    }

    @Test
    void each_field_of_the_filter_has_a_label_and_each_heading_of_a_part_its_place_in_the_order() {
        Document page = page(withOverview());
        for (Element field : page.select("#filter select, #filter input")) {
            assertThat(page.select("label[for=" + field.id() + "]")).as(field.id()).hasSize(1);
        }
        int above = 0;
        for (Element heading : page.select("h1, h2, h3, h4")) {
            int level = heading.tagName().charAt(1) - '0';
            assertThat(level).as(heading.text()).isLessThanOrEqualTo(above + 1);
            above = level;
        }
        assertThat(page.select("h1")).hasSize(1);
    }

    @Test
    void each_link_leads_to_a_part_of_the_page_or_to_a_filter() {
        Document page = page(withOverview());
        for (String target : page.select("a").eachAttr("href")) {
            assertThat(target).startsWith("#");
            assertThat(target.contains("=") || page.getElementById(target.substring(1)) != null).as(target).isTrue();
        }
    }

    @Test
    void the_pages_of_the_rules_that_found_something_are_shown_with_their_markdown() {
        Element rule = page(SampleReport.report()).getElementById("rule-lazy-load-in-loop");
        assertThat(rule.select("h4").text()).isEqualTo("Why it costs");
        assertThat(rule.select("p code").text()).isEqualTo("Hibernate");
        assertThat(rule.text()).contains("a page of 200 orders waits for 200 of them.");
    }

    @Test
    void what_was_not_judged_and_the_notices_are_told() {
        String run = page(SampleReport.report()).getElementById("run").text();
        assertThat(run).contains("Not judged 3 expressions of unknown type, not judged 1 queries not understood",
                "No class path was given", "V1__orders.sql:3 not understood: Unknown statement: VACUUM FULL.");
    }

    @Test
    void text_of_sources_stays_text() {
        Document page = page(hostile());
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("svg span, svg *:not(svg, a, path, rect, text, title)")).isEmpty();
        assertThat(page.select("img, iframe, object, embed, link, base, style ~ style")).isEmpty();
        assertThat(page.selectFirst("article h3").text()).contains("<script>window.pwned = 1</script>\"' onmouseover='x' <img");
        assertThat(page.getAllElements().stream().flatMap(each -> each.attributes().asList().stream()).map(Attribute::getKey))
                .noneMatch(each -> each.startsWith("on"));
    }

    @Test
    void characters_that_change_what_is_seen_are_shown_by_their_number() {
        String text = new HtmlReport().text(hostile(), SCANNED);
        assertThat(text).contains("<span class=\"odd\">U+202E</span>evil<span class=\"odd\">U+2066</span>",
                "<span class=\"odd\">U+0000</span>", "<span class=\"odd\">U+D800</span>", "[U+202E]evil");
        assertThat(text.codePoints().filter(each -> each < ' ' && each != '\n' && each != '\t' || each == 0x202E || each == 0x2066
                || each >= 0xD800 && each <= 0xDFFF)).isEmpty();
    }

    @Test
    void nothing_is_asked_for_from_elsewhere_and_the_policy_forbids_it() throws Exception {
        Document page = page(hostile());
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                assertThat(!ADDRESSES.contains(attribute.getKey()) || attribute.getValue().startsWith("#"))
                        .as(attribute.html()).isTrue();
            }
        }
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy).startsWith("default-src 'none'; style-src 'sha256-").doesNotContain("unsafe", "http", "data:");
        assertThat(policy).contains("style-src " + new Asset(page.selectFirst("style").data()).hash(),
                "script-src " + new Asset(page.selectFirst("script").data()).hash());
        assertThat(page.selectFirst("style").data()).doesNotContain("url(", "@import", "http");
        assertThat(page.select("[style]")).isEmpty();
    }

    @Test
    void a_source_with_markup_in_it_is_shown_as_it_stands(@TempDir Path root) throws Exception {
        Files.write(root.resolve("A.java"), "class A {\n  String a = \"<b>\u202E</b>\";\n}\n".getBytes(StandardCharsets.UTF_8));
        Finding finding = finding("Bad. Do better.", new Place("A.java", new Span(2, 3, 2, 9)), 0);
        Document page = Jsoup.parse(new HtmlReport().text(SampleReport.with(List.of(finding)), ScannedFolder.alone(root)));
        assertThat(page.select("pre.source .text").eachText()).containsExactly("class A {", "String a = \"<b>U+202E</b>\";", "}");
        assertThat(page.select("pre.source mark").text()).isEqualTo("String");
    }

    @Test
    void the_same_report_gives_the_same_bytes() {
        assertThat(new HtmlReport().text(withOverview(), SCANNED))
                .isEqualTo(new HtmlReport().text(withOverview(), SCANNED));
    }

    @Test
    void findings_that_are_equal_but_for_their_place_have_names_of_their_own() {
        Place place = new Place("A.java", new Span(2, 3, 2, 9));
        Document page = page(SampleReport.with(List.of(finding("Bad.", place, 0), finding("Bad.", place, 0))));
        assertThat(new TreeSet<>(page.select("[id]").eachAttr("id"))).hasSameSizeAs(page.select("[id]"));
    }

    @Test
    void of_very_many_findings_the_first_are_shown_and_the_others_counted() {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < Page.MOST_FINDINGS + 7; i++) {
            many.add(finding("Bad. Do better.", new Place("A.java", new Span(i + 1, 1, i + 1, 2)), i));
        }
        Document page = page(SampleReport.with(many));
        assertThat(page.select("article")).hasSize(Page.MOST_FINDINGS);
        assertThat(page.select("#findings .left-out").text()).startsWith("7 findings of the lowest rank left out");
        assertThat(page.select("#summary .lead").text()).startsWith(many.size() + " findings");
    }

    @Test
    void findings_of_huge_texts_keep_the_file_small() {
        String huge = "\u202E".repeat(100_000);
        Place place = new Place("A.java", new Span(1, 1, 1, 2));
        List<Step> steps = Collections.nCopies(5_000, new Step(place, huge));
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(new Claim("a-rule", Level.ERROR, Certainty.PROVEN, place, huge)
                    .about(huge, new Finding.Identity("A", "b", i))
                    .path(steps).related(steps).costing(huge).reachedFrom(huge));
        }
        assertThat(new HtmlReport().text(SampleReport.with(many), SCANNED).length()).isLessThan(14_000_000);
    }

    @Test
    void an_empty_report_says_so() {
        Document page = page(new AnalysisReport(List.of(), List.of(), List.of(), new TreeMap<>(), "0.1.0"));
        assertThat(page.getElementById("summary").text()).isEqualTo("Summary No findings.");
        assertThat(page.getElementById("filter")).isNull();
    }

    @Test
    void what_is_known_and_fails_no_build_is_folded_away_with_its_reason() {
        AnalysisReport report = SampleReport.with(List.of());
        Finding finding = SampleReport.lazyLoad();
        Document page = page(report.settingAside(List.of(), List.of(
                new SetAside(finding, SetAside.Why.SUPPRESSED, "three </p><script>tenants at most"),
                new SetAside(finding, SetAside.Why.BASELINE, "seqscan-baseline.txt"),
                new SetAside(finding, SetAside.Why.BASELINE, "seqscan-baseline.txt"))));
        Element known = page.getElementById("known");
        assertThat(known.select("details:not([open]) > summary").eachText()).containsExactly("Silenced in the code: 1 finding",
                "Of the baseline seqscan-baseline.txt: 2 findings");
        assertThat(known.select(".reason").eachText()).containsExactly("Reason: three </p><script>tenants at most");
        assertThat(page.select("nav a").eachAttr("href")).contains("#known");
        assertThat(page(report).getElementById("known")).isNull();
    }

    @Test
    void entities_tell_how_associations_are_fetched_and_which_queries_load_them() {
        Element entities = page(withOverview()).getElementById("entities");
        assertThat(entities.select("ul.links li").first().text()).isEqualTo("customer → Customer many to one lazy, in batches of 20 "
                + "No statement for each row: it is loaded in batches of 20. Loaded by 1 query: OrderRepository.findOpen "
                + "OrderRepository.java:4");
        assertThat(entities.select("li a").attr("href")).isEqualTo("#entity-1");
        assertThat(entities.select("details.overall svg.box text").eachText())
                .containsExactly("Order", "3 findings", "customer", "n:1", "lazy, batch 20; 1 query loads it", "Customer",
                        "2 findings");
        assertThat(entities.select("details.overall svg a").eachAttr("href"))
                .containsExactly("#entity-2", "#table=orders", "#entity-1", "#table=customers");
    }

    @Test
    void tables_tell_which_index_serves_which_query_and_what_is_missing() {
        Element tables = page(withOverview()).getElementById("tables");
        assertThat(tables.text()).contains("orders on PostgreSQL, 1 index, 1 query", "orders_pkey (id), primary key",
                "status equal: no index", "id equal (not each time): index orders_pkey (id)");
        assertThat(tables.select("a[href='#table=orders']").text()).isEqualTo("3 findings about it");
    }

    private static Finding finding(String message, Place place, int ordinal) {
        return new Claim("a-rule", Level.WARNING, Certainty.PROVEN, place, message)
                .about("orders.status", new Finding.Identity("A", "b", ordinal));
    }

    private static AnalysisReport hostile() {
        Place place = new Place(HOSTILE, new Span(1, 1, 1, 2));
        Step step = new Step(place, HOSTILE);
        Finding finding = new Claim("a-rule", Level.ERROR, Certainty.likely(HOSTILE), place, HOSTILE)
                .about(HOSTILE, new Finding.Identity(HOSTILE, HOSTILE, 0))
                .path(List.of(step)).related(List.of(step)).costing(HOSTILE).reachedFrom(HOSTILE);
        return new AnalysisReport(List.of(finding), List.of(new Notice(Notice.Kind.NOT_READ, HOSTILE, 1, HOSTILE)), List.of(),
                new TreeMap<>(), HOSTILE, List.of(), "", overview(HOSTILE, HOSTILE));
    }

    private static AnalysisReport withOverview() {
        AnalysisReport report = SampleReport.report();
        return new AnalysisReport(report.findings(), report.notices(), report.rules(), report.counts(), report.version(),
                List.of(), "", overview("orders", "OrderRepository.findOpen"));
    }

    private static Overview overview(String table, String label) {
        Place place = new Place("OrderRepository.java", new Span(4, 1, 4, 2));
        Overview.Statement statement = new Overview.Statement(label, "select o from Order o where o.status = ?1", place);
        Overview.Link link = new Overview.Link("customer", "com.shop.Order", "com.shop.Customer", "many to one", false, true, "",
                20, "it is loaded in batches of 20", place, List.of(statement));
        Overview.StoredIndex key = new Overview.StoredIndex("orders_pkey", "id", "primary key", "", place);
        return new Overview(List.of(""), List.of(
                new Overview.MappedEntity("Customer", "com.shop.Customer", "customers", 1, false, place, List.of()),
                new Overview.MappedEntity("Order", "com.shop.Order", table, 1, false, place, List.of(link))),
                List.of(new Overview.StoredTable("PostgreSQL", table, "the size of orders is not known", place, List.of(key),
                        List.of(new Overview.TableQuery(statement, List.of("GET /orders"), List.of(
                                new Overview.Search("status equal", true, List.of()),
                                new Overview.Search("id equal", false, List.of("orders_pkey (id)"))))))));
    }
}
