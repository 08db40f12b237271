package dev.seqscan.report.html;

import dev.seqscan.finding.Finding;
import dev.seqscan.finding.SetAside;
import dev.seqscan.report.console.ConsoleText;
import java.util.List;

/** The findings that are known but fail no build, folded away by why that is. */
final class KnownSection {

    private static final int MOST_OF_A_KIND = 500;

    private final Page page;

    KnownSection(Page page) {
        this.page = page;
    }

    void write(Html html) {
        if (page.report().setAside().isEmpty()) {
            return;
        }
        html.open("section", "id", "known", "aria-labelledby", "known-title");
        html.element("h2", "Known, and fails no build", "id", "known-title");
        for (SetAside.Why why : SetAside.Why.values()) {
            kind(html, why, page.report().setAside().stream().filter(each -> each.why() == why).toList());
        }
        html.close();
    }

    private static void kind(Html html, SetAside.Why why, List<SetAside> known) {
        if (known.isEmpty()) {
            return;
        }
        html.open("details").open("summary").element("h3", title(why, known.get(0).reason())).text(" ");
        html.text(Page.count(known.size(), "finding")).close();
        html.open("ul", "class", "known");
        known.stream().limit(MOST_OF_A_KIND).forEach(each -> finding(html, each));
        if (known.size() > MOST_OF_A_KIND) {
            html.element("li", "and " + (known.size() - MOST_OF_A_KIND) + " more", "class", "left-out");
        }
        html.close().close();
    }

    private static String title(SetAside.Why why, String reason) {
        return switch (why) {
            case SUPPRESSED -> "Silenced in the code:";
            case BASELINE -> "Of the baseline " + reason + ":";
            case ELSEWHERE -> "Not part of what changed since " + reason + ":";
        };
    }

    private static void finding(Html html, SetAside known) {
        Finding finding = known.finding();
        html.open("li").open("p", "class", "head").element("span", finding.level().id(), "class", "level").text(" ");
        html.element("a", finding.ruleId(), "href", "#" + Page.ruleId(finding.ruleId())).text(" ");
        html.element("code", finding.place().toString(), "class", "place").close();
        html.element("p", ConsoleText.firstSentence(finding.message()));
        if (known.why() == SetAside.Why.SUPPRESSED && !known.reason().isBlank()) {
            html.element("p", "Reason: " + known.reason(), "class", "reason");
        }
        html.close();
    }
}
