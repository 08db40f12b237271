package dev.seqscan.report.rules;

import dev.seqscan.rule.RuleCard;
import dev.seqscan.rule.RuleOption;
import java.util.List;
import java.util.function.UnaryOperator;

/** Prints what rules there are, and what the page of one says. */
public final class CatalogText {

    private static final int WIDTH = 120;
    private static final int INDENT = 4;

    /**
     * The rules in the order of the list: a line with id, level and status each, and below it the summary.
     *
     * @param typed gives a parameter as the user types it
     */
    public String catalog(List<RuleCard> cards, UnaryOperator<String> typed) {
        int longest = cards.stream().mapToInt(each -> each.id().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (RuleCard card : cards) {
            text.append(card.id()).append(" ".repeat(longest - card.id().length() + 2))
                    .append(String.format("%-9s%s", card.level().id(), card.status())).append('\n');
            wrap(text, card.summary());
        }
        return text.append(cards.size() == 1 ? "1 rule" : cards.size() + " rules")
                .append(". Read the page of one with " + typed.apply("rule") + "=ID; choose with " + typed.apply("rules")
                        + "=ID=off,ID=error\n").toString();
    }

    /** One rule with its options, then its page, which is readable as it is. */
    public String page(RuleCard card) {
        StringBuilder text = new StringBuilder(card.id()).append(": ").append(card.level().id()).append(", ").append(card.status())
                .append(", since ").append(card.since()).append(", ").append(String.join(", ", card.tags())).append('\n');
        for (RuleOption option : card.options().values()) {
            wrap(text, "option " + option.name() + ", a " + option.type().id() + ", by default " + option.byDefault() + ": "
                    + option.meaning());
        }
        return text.append('\n').append(card.markdown().strip()).append('\n').toString();
    }

    private static void wrap(StringBuilder text, String words) {
        int column = 0;
        for (String word : words.split(" ")) {
            boolean first = column == 0 || column + 1 + word.length() > WIDTH;
            text.append(first ? (column == 0 ? "" : "\n") + " ".repeat(INDENT) : " ").append(word);
            column = (first ? INDENT : column + 1) + word.length();
        }
        text.append('\n');
    }
}
