package dev.seqscan.report.html;

import dev.seqscan.report.console.ConsoleText;
import dev.seqscan.source.Notice;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What was looked at, what was not judged, and what is to be said about the run. */
final class NoticesSection {

    private static final int MOST_NOTICES = 500;
    private static final Predicate<String> NOT_JUDGED = ConsoleText::isNotJudged;

    private final Page page;

    NoticesSection(Page page) {
        this.page = page;
    }

    void write(Html html) {
        html.open("section", "id", "run", "aria-labelledby", "run-title").element("h2", "About the run", "id", "run-title");
        html.element("h3", "Looked at");
        counts(html, NOT_JUDGED.negate());
        html.element("h3", "Not judged");
        counts(html, NOT_JUDGED);
        List<Notice> all = page.report().noting(page.excerpts().changed()).notices();
        html.element("h3", "Notices").open("ul");
        all.stream().limit(MOST_NOTICES).forEach(each -> notice(html, each));
        if (all.size() > MOST_NOTICES) {
            html.element("li", "and " + (all.size() - MOST_NOTICES) + " more", "class", "left-out");
        } else if (all.isEmpty()) {
            html.element("li", "None.");
        }
        html.close().close();
    }

    private void counts(Html html, Predicate<String> names) {
        html.open("ul");
        List<String> counted = page.report().counts().keySet().stream().filter(names).toList();
        counted.forEach(each -> html.element("li", page.report().counts().get(each) + " " + each));
        if (counted.isEmpty()) {
            html.element("li", "Nothing.");
        }
        html.close();
    }

    private static void notice(Html html, Notice notice) {
        html.open("li");
        if (!notice.file().isEmpty()) {
            html.element("code", notice.file() + (notice.line() > 0 ? ":" + notice.line() : ""), "class", "place").text(" ");
        }
        html.text(notice.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + notice.reason()).close();
    }
}
