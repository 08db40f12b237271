package dev.seqscan.report.html;

import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Precision;
import dev.seqscan.finding.Step;
import dev.seqscan.report.console.ConsoleText;
import java.util.List;

/** The findings, worst first: each with what it costs, what to do, how it happens and the source around it. */
final class FindingsSection {

    /** Findings are left out when so much is written. */
    private static final int MOST_CHARACTERS = 12_000_000;

    private final Page page;
    private final SourceView source;

    FindingsSection(Page page) {
        this.page = page;
        this.source = new SourceView(page.excerpts());
    }

    void write(Html html) {
        html.open("section", "id", "findings", "aria-labelledby", "findings-title");
        html.element("h2", "Findings", "id", "findings-title", "tabindex", "-1");
        if (page.shown().isEmpty()) {
            html.element("p", "There are none.").close();
            return;
        }
        new FilterForm(page.shown()).write(html);
        int written = 0;
        while (written < page.shown().size() && html.length() < MOST_CHARACTERS) {
            finding(html, page.shown().get(written));
            written++;
        }
        int left = page.report().findings().size() - written;
        if (left > 0) {
            html.element("p", Page.count(left, "finding") + " of the lowest rank left out to keep this file small.",
                    "class", "left-out");
        }
        html.close();
    }

    private void finding(Html html, Page.Shown shown) {
        Finding finding = shown.finding();
        String message = finding.message().isBlank() ? finding.ruleId() : finding.message().strip();
        html.open("article", "id", shown.id(), "class", "finding " + finding.level().id(),
                "aria-labelledby", shown.id() + "-title", "data-rule", finding.ruleId(),
                "data-level", finding.level().id(), "data-module", shown.module(),
                "data-table", String.join("\n", shown.tables()), "data-entry", finding.entryPoint());
        html.open("p", "class", "head").element("span", finding.level().id(), "class", "level").text(" ");
        html.element("a", finding.ruleId(), "href", "#" + Page.ruleId(finding.ruleId())).text(" ");
        html.element("code", finding.place().toString(), "class", "place").close();
        html.element("h3", ConsoleText.firstSentence(message), "id", shown.id() + "-title");
        facts(html, shown, ConsoleText.furtherSentences(message));
        source.write(html, finding.place());
        steps(html, finding);
        html.close();
    }

    private static void facts(Html html, Page.Shown shown, String toDo) {
        Finding finding = shown.finding();
        html.open("dl");
        fact(html, "To do", toDo);
        fact(html, "Cost", finding.cost());
        fact(html, "How sure", finding.precision() == Precision.PROVEN ? "" : finding.precision().id()
                + (finding.doubt().isEmpty() ? "" : ", as " + finding.doubt()));
        fact(html, "Reached from", finding.entryPoint());
        fact(html, "About", finding.subject());
        fact(html, shown.tables().size() == 1 ? "Table" : "Tables", String.join(", ", shown.tables()));
        html.close();
    }

    private static void fact(Html html, String name, String text) {
        if (!text.isBlank()) {
            html.open("div").element("dt", name).element("dd", text).close();
        }
    }

    private void steps(Html html, Finding finding) {
        if (!finding.path().isEmpty()) {
            html.open("details", "class", "how");
            html.element("summary", "How it happens: " + Page.count(finding.path().size(), "step"));
            html.open("ol", "class", "path");
            chain(html, finding, finding.path());
            html.close().close();
        }
        if (!finding.related().isEmpty()) {
            html.open("details").element("summary", Page.count(finding.related().size(), "place") + " that "
                    + (finding.related().size() == 1 ? "belongs" : "belong") + " to it");
            html.open("ul", "class", "related");
            chain(html, finding, finding.related());
            html.close().close();
        }
    }

    private void chain(Html html, Finding finding, List<Step> steps) {
        List<Step> some = Page.shortened(steps);
        for (int i = 0; i < some.size(); i++) {
            if (some.size() < steps.size() && i == some.size() - 1) {
                html.element("li", Page.count(steps.size() - some.size(), "further step") + " left out", "class", "left-out");
            }
            Step step = some.get(i);
            boolean here = step.place().equals(finding.place());
            html.open("li", "class", here ? "here" : "step").element("p", step.message(), "class", "what");
            html.open("p", "class", "head").element("code", step.place().toString(), "class", "place");
            if (here) {
                html.text(" ").element("strong", "reported here");
            }
            html.close();
            if (!here) {
                source.write(html, step.place());
            }
            html.close();
        }
    }
}
