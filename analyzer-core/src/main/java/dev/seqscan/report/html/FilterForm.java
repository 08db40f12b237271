package dev.seqscan.report.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What the findings are filtered by. The script shows it and keeps its state in the hash of the page's address. */
final class FilterForm {

    private final List<Page.Shown> shown;

    FilterForm(List<Page.Shown> shown) {
        this.shown = shown;
    }

    /** The hash of an address that shows the findings with that value alone. */
    static String hash(String filter, String value) {
        return filter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    void write(Html html) {
        html.open("form", "id", "filter", "role", "search", "aria-label", "Filter the findings", "hidden", "");
        select(html, "rule", "Rule", each -> List.of(each.finding().ruleId()));
        select(html, "level", "Level", each -> List.of(each.finding().level().id()));
        select(html, "module", "Module", each -> List.of(each.module()));
        select(html, "table", "Table", Page.Shown::tables);
        select(html, "entry", "Entry point", each ->
                each.finding().entryPoint().isEmpty() ? List.of() : List.of(each.finding().entryPoint()));
        html.open("div").element("label", "Text", "for", "filter-text");
        html.single("input", "id", "filter-text", "name", "text", "type", "search", "autocomplete", "off", "spellcheck", "false");
        html.close();
        html.element("button", "Show all", "type", "reset");
        html.element("output", "", "id", "shown", "aria-live", "polite").close();
    }

    private void select(Html html, String name, String label, Function<Page.Shown, Collection<String>> values) {
        Map<String, Integer> counts = new TreeMap<>();
        shown.forEach(each -> values.apply(each).forEach(value -> counts.merge(value, 1, Integer::sum)));
        if (counts.isEmpty()) {
            return;
        }
        html.open("div").element("label", label, "for", "filter-" + name);
        html.open("select", "id", "filter-" + name, "name", name).element("option", "all", "value", "");
        counts.forEach((value, count) -> html.element("option", value + " (" + count + ")", "value", value));
        html.close().close();
    }
}
