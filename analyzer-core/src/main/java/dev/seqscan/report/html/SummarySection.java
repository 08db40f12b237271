package dev.seqscan.report.html;

import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How many findings there are of each level, rule and module; each number leads to its findings. */
final class SummarySection {

    private final Page page;

    SummarySection(Page page) {
        this.page = page;
    }

    void write(Html html) {
        List<Page.Shown> shown = page.shown();
        List<Finding> all = page.report().findings();
        html.open("section", "id", "summary", "aria-labelledby", "summary-title").element("h2", "Summary", "id", "summary-title");
        long files = all.stream().map(each -> each.place().file()).distinct().count();
        html.element("p", all.isEmpty() ? "No findings." : Page.count(all.size(), "finding") + " in "
                + Page.count(files, "file") + ".", "class", "lead");
        if (all.size() > shown.size()) {
            html.element("p", "The " + shown.size() + " of the highest rank are shown here and counted below; "
                    + (all.size() - shown.size()) + " more are left out to keep this file small.", "class", "left-out");
        }
        if (!shown.isEmpty()) {
            html.open("div", "class", "counts");
            table(html, "By level", "level", counts(each -> each.finding().level()), Level::id);
            table(html, "By module", "module", counts(Page.Shown::module), Function.identity());
            table(html, "By rule", "rule", counts(each -> each.finding().ruleId()), Function.identity());
            html.close();
        }
        html.close();
    }

    private <K extends Comparable<K>> Map<K, Long> counts(Function<Page.Shown, K> key) {
        return page.shown().stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }

    private static <K extends Comparable<K>> void table(Html html, String caption, String filter, Map<K, Long> counts,
            Function<K, String> name) {
        html.open("table").element("caption", caption);
        html.open("thead").open("tr").element("th", filter, "scope", "col").element("th", "findings", "scope", "col");
        html.close().close();
        html.open("tbody");
        counts.entrySet().stream().sorted(Map.Entry.<K, Long>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()))).forEach(each -> {
                    String value = name.apply(each.getKey());
                    html.open("tr").open("th", "scope", "row");
                    html.element("a", value, "href", "#" + FilterForm.hash(filter, value)).close();
                    html.element("td", String.valueOf(each.getValue())).close();
                });
        html.close().close();
    }
}
