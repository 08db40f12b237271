package dev.seqscan.report.html;

import dev.seqscan.rule.Markdown;
import dev.seqscan.rule.RuleCard;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows what pages of rules use of Markdown: headings, paragraphs, lists, tables as they stand, code. All else is text. */
final class MarkdownView {

    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d{1,9}[.)])\\s+(.*)");
    private static final Pattern CODE_OR_STRONG = Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*");

    private final Html html;
    private final List<String> paragraph = new ArrayList<>();
    private boolean inList;

    MarkdownView(Html html) {
        this.html = html;
    }

    /** Writes a page without its title. */
    void write(RuleCard card) {
        for (Markdown.Part part : Markdown.parts(card.id(), card.markdown())) {
            if (part instanceof Markdown.Line line) {
                line(line.text());
            } else {
                endList();
                block(part);
            }
        }
        endList();
    }

    private void block(Markdown.Part part) {
        if (part instanceof Markdown.Fence fence) {
            html.open("pre").element("code", fence.text(), "dir", "ltr").close();
        } else if (part instanceof Markdown.Heading heading && heading.level() > 1) {
            html.element("h4", heading.title());
        }
    }

    private void line(String text) {
        Matcher item = ITEM.matcher(text);
        if (text.isBlank()) {
            endParagraph();
        } else if (item.matches()) {
            endParagraph();
            if (!inList) {
                html.open("ul");
                inList = true;
            }
            paragraph.add(item.group(1));
        } else {
            // A line that is not indented and follows a blank one ends a list (CommonMark 0.31, section 5.3).
            if (inList && paragraph.isEmpty() && !text.startsWith(" ")) {
                endList();
            }
            paragraph.add(text.strip());
        }
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            html.open(inList ? "li" : "p");
            spans(String.join("\n", paragraph));
            html.close();
            paragraph.clear();
        }
    }

    private void endList() {
        endParagraph();
        if (inList) {
            html.close();
            inList = false;
        }
    }

    private void spans(String text) {
        Matcher span = CODE_OR_STRONG.matcher(text);
        int end = 0;
        while (span.find()) {
            html.text(text.substring(end, span.start()));
            html.element(span.group(1) != null ? "code" : "strong", span.group(1) != null ? span.group(1) : span.group(2));
            end = span.end();
        }
        html.text(text.substring(end));
    }
}
