package dev.seqscan.report.html;

import dev.seqscan.AnalysisReport;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.report.WrittenReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes a report as one HTML file for readers. It asks for nothing from elsewhere, and its policy forbids that; without
 * its script all is there but the filter. The same report over the same sources gives the same bytes.
 */
public final class HtmlReport implements WrittenReport {

    private static final Asset STYLE = Asset.of("report.css");
    private static final Asset SCRIPT = Asset.of("report.js");
    private static final String POLICY = "default-src 'none'; style-src " + STYLE.hash() + "; script-src " + SCRIPT.hash()
            + "; base-uri 'none'; form-action 'none'";

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String fileName() {
        return "seqscan.html";
    }

    @Override
    public boolean showsOverview() {
        return true;
    }

    /** Sources of findings are read below the folder; those that cannot be read only lack excerpts. */
    @Override
    public void write(AnalysisReport report, ScannedFolder folder, Appendable out) throws IOException {
        out.append(page(report, folder));
    }

    private static String page(AnalysisReport report, ScannedFolder folder) {
        Page page = new Page(report, folder.root());
        Html html = new Html();
        html.open("html", "lang", "en");
        head(html);
        html.open("body").element("a", "To the findings", "class", "skip", "href", "#findings");
        html.open("header").element("h1", "SeqScan report");
        navigation(html, page);
        html.close().open("main");
        new SummarySection(page).write(html);
        new FindingsSection(page).write(html);
        new KnownSection(page).write(html);
        new EntitiesSection(page).write(html);
        new TablesSection(page).write(html);
        new RulesSection(page).write(html);
        new NoticesSection(page).write(html);
        html.close().open("footer").element("p", "Written by SeqScan " + report.version() + ".").close();
        return html.asset("script", SCRIPT).close().close().document();
    }

    private static void head(Html html) {
        html.open("head").single("meta", "charset", StandardCharsets.UTF_8.name());
        html.single("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.single("meta", "name", "referrer", "content", "no-referrer");
        html.single("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", "SeqScan report").asset("style", STYLE).close();
    }

    private static void navigation(Html html, Page page) {
        html.open("nav", "aria-label", "Parts of the report").open("ul");
        link(html, "summary", "Summary");
        link(html, "findings", "Findings");
        if (!page.report().setAside().isEmpty()) {
            link(html, "known", "Known");
        }
        if (!page.overview().entities().isEmpty()) {
            link(html, "entities", "Entities");
        }
        if (!page.overview().tables().isEmpty()) {
            link(html, "tables", "Tables");
        }
        link(html, "rules", "Rules");
        link(html, "run", "About the run");
        html.close().close();
    }

    private static void link(Html html, String id, String title) {
        html.open("li").element("a", title, "href", "#" + id).close();
    }
}
