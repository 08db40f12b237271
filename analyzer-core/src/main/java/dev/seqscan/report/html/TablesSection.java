package dev.seqscan.report.html;

import dev.seqscan.overview.Overview.Search;
import dev.seqscan.overview.Overview.StoredTable;
import dev.seqscan.overview.Overview.TableQuery;
import dev.seqscan.report.console.ConsoleText;
import dev.seqscan.source.Place;
import java.util.List;

/** The tables, their indexes, and which index serves which query. */
final class TablesSection {

    private static final int MOST_TABLES = 500;
    /** Tables are left out when so much is written. */
    private static final int MOST_CHARACTERS = 18_000_000;

    private final Page page;
    private final List<StoredTable> tables;

    TablesSection(Page page) {
        this.page = page;
        this.tables = page.overview().tables();
    }

    void write(Html html) {
        if (tables.isEmpty()) {
            return;
        }
        html.open("section", "id", "tables", "aria-labelledby", "tables-title");
        html.element("h2", "Tables, indexes and queries", "id", "tables-title");
        int written = 0;
        while (written < Math.min(MOST_TABLES, tables.size()) && html.length() < MOST_CHARACTERS) {
            table(html, tables.get(written));
            written++;
        }
        if (tables.size() > written) {
            html.element("p", Page.count(tables.size() - written, "more table") + " left out to keep this file small.",
                    "class", "left-out");
        }
        html.close();
    }

    private void table(Html html, StoredTable table) {
        html.open("details", "class", "card");
        html.open("summary").element("h3", table.name()).text(" on " + table.product() + ", "
                + ConsoleText.count(table.indexes().size(), "index", "indexes") + ", "
                + ConsoleText.count(table.queries().size(), "query", "queries")).close();
        html.open("p", "class", "head").element("code", at(table.place()), "class", "place").close();
        html.element("p", "Size: " + table.size() + ".");
        indexes(html, table);
        findings(html, table);
        queries(html, table);
        html.close();
    }

    private static void indexes(Html html, StoredTable table) {
        html.element("h4", "Indexes");
        html.open("ul");
        table.indexes().forEach(each -> html.open("li").element("code", each.title())
                .text((each.name().isEmpty() ? "" : ", " + each.origin())
                        + (each.condition().isEmpty() ? "" : ", where " + each.condition())).close());
        if (table.indexes().isEmpty()) {
            html.element("li", "None is known.");
        }
        html.close();
    }

    /** What is missing is said by findings. */
    private void findings(Html html, StoredTable table) {
        List<Page.Shown> about = page.about(table.name());
        if (about.isEmpty()) {
            return;
        }
        html.open("p").element("a", Page.count(about.size(), "finding") + " about it",
                "href", "#" + FilterForm.hash("table", table.name())).close();
        List<Page.Shown> missing = about.stream().filter(each -> each.finding().needs().stream()
                .anyMatch(need -> need.table().equals(table.name()))).limit(Page.MOST_STEPS).toList();
        if (!missing.isEmpty()) {
            html.element("h4", "What is missing").open("ul");
            missing.forEach(each -> html.open("li").element("a", each.finding().message(), "href", "#" + each.id()).close());
            html.close();
        }
    }

    private static void queries(Html html, StoredTable table) {
        if (table.queries().isEmpty()) {
            return;
        }
        html.element("h4", "Queries").open("ul", "class", "links");
        table.queries().forEach(each -> query(html, each));
        html.close();
    }

    private static void query(Html html, TableQuery query) {
        html.open("li").open("p").element("strong", query.statement().label()).text(" ");
        html.element("code", at(query.statement().place()), "class", "place").close();
        // The name of a derived query or of a method is told already.
        if (query.statement().text().contains(" ")) {
            html.open("pre").element("code", query.statement().text(), "dir", "ltr").close();
        }
        if (!query.entryPoints().isEmpty()) {
            html.element("p", "Reached from " + String.join(", ", query.entryPoints()));
        }
        if (!query.searches().isEmpty()) {
            html.open("ul");
            query.searches().forEach(each -> search(html, each));
            html.close();
        }
        html.close();
    }

    private static void search(Html html, Search search) {
        html.open("li").element("code", search.condition()).text(search.required() ? ": " : " (not each time): ");
        if (search.indexes().isEmpty()) {
            html.element("span", "no index", "class", "none");
        } else {
            html.text("index ").element("code", String.join("; ", search.indexes()));
        }
        html.close();
    }

    private static String at(Place place) {
        return place.file().isEmpty() ? "in no file" : place.file() + ":" + place.line();
    }
}
