package dev.seqscan.rule;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads the page of a rule: front matter, the title, a paragraph as summary, and the sections in their order. The order
 * is fixed so that a reader of one page knows his way in all of them.
 */
final class RulePage {

    private static final List<String> SECTIONS =
            List.of("Why it costs", "Bad", "Good", "When to leave it", "How it is found");

    private final String page;
    private final String markdown;
    private final int offset;
    private final List<Markdown.Part> parts;

    private RulePage(String page, List<String> lines, int offset) {
        this.page = page;
        this.offset = offset;
        this.markdown = String.join("\n", lines.subList(offset, lines.size())).strip() + "\n";
        // Blank lines stand for the front matter, so that faults name the line of the file.
        this.parts = Markdown.parts(page, "\n".repeat(offset) + String.join("\n", lines.subList(offset, lines.size())));
    }

    /** @throws RulePageException if the page is not as it must be */
    static RuleCard parse(String id, String page, String text) {
        List<String> lines = text.lines().toList();
        FrontMatter matter = FrontMatter.read(page, lines);
        RulePage body = new RulePage(page, lines, matter.end());
        body.checkSections();
        return new RuleCard(id, body.title().title(), body.summary(), matter.level(), matter.since(), matter.status(),
                matter.tags(), matter.after(), matter.options(), body.markdown);
    }

    private Markdown.Heading title() {
        List<Markdown.Heading> titles = headings(1);
        if (titles.isEmpty() || titles.get(0).title().isBlank()) {
            throw new RulePageException(page, offset + 1, "the title is missing: # Title");
        }
        if (titles.size() > 1) {
            throw new RulePageException(page, titles.get(1).line(), "a second title");
        }
        return titles.get(0);
    }

    private String summary() {
        Markdown.Heading title = title();
        String summary = parts.stream()
                .filter(part -> part.line() > title.line())
                .dropWhile(RulePage::isBlank)
                .takeWhile(part -> part instanceof Markdown.Line && !isBlank(part))
                .map(part -> ((Markdown.Line) part).text().strip())
                .collect(Collectors.joining(" "));
        if (summary.isEmpty()) {
            throw new RulePageException(page, title.line(), "a sentence that says what the rule reports must follow the title");
        }
        return summary;
    }

    private void checkSections() {
        List<Markdown.Heading> sections = headings(2);
        for (int i = 0; i < Math.max(SECTIONS.size(), sections.size()); i++) {
            if (i >= sections.size()) {
                throw new RulePageException(page, lastLine(), "section \"" + SECTIONS.get(i) + "\" is missing");
            }
            Markdown.Heading section = sections.get(i);
            if (i >= SECTIONS.size() || !section.title().equals(SECTIONS.get(i))) {
                throw new RulePageException(page, section.line(), "section \"" + section.title() + "\" does not belong here; "
                        + "the sections are " + String.join(", ", SECTIONS));
            }
            checkNotEmpty(section);
        }
    }

    private void checkNotEmpty(Markdown.Heading section) {
        boolean empty = parts.stream().filter(part -> part.line() > section.line()).dropWhile(RulePage::isBlank).findFirst()
                .map(next -> next instanceof Markdown.Heading heading && heading.level() <= section.level()).orElse(true);
        if (empty) {
            throw new RulePageException(page, section.line(), "section \"" + section.title() + "\" is empty");
        }
    }

    private List<Markdown.Heading> headings(int level) {
        return parts.stream().filter(Markdown.Heading.class::isInstance).map(Markdown.Heading.class::cast)
                .filter(heading -> heading.level() == level).toList();
    }

    private int lastLine() {
        return parts.isEmpty() ? 1 : parts.get(parts.size() - 1).line();
    }

    private static boolean isBlank(Markdown.Part part) {
        return part instanceof Markdown.Line line && line.text().isBlank();
    }
}
