package dev.seqscan.report.html;

import dev.seqscan.rule.RuleCard;

/** The pages of the rules that occur. */
final class RulesSection {

    private final Page page;

    RulesSection(Page page) {
        this.page = page;
    }

    void write(Html html) {
        html.open("section", "id", "rules", "aria-labelledby", "rules-title").element("h2", "Rules", "id", "rules-title");
        html.element("p", Page.count(page.report().rules().size(), "rule")
                + " looked at the code. The pages of those that found something:");
        page.shown().stream().map(each -> each.finding().ruleId()).sorted().distinct()
                .forEach(each -> page.card(each).ifPresent(card -> card(html, card)));
        html.close();
    }

    private static void card(Html html, RuleCard card) {
        html.open("details", "id", Page.ruleId(card.id()), "class", "card");
        html.open("summary").element("h3", card.title()).text(" ").element("code", card.id()).close();
        html.element("p", "Level " + card.level().id() + ", " + card.status() + ", since " + card.since()
                + (card.tags().isEmpty() ? "" : ", about " + String.join(", ", card.tags())) + ".", "class", "dim");
        new MarkdownView(html).write(card);
        html.close();
    }
}
