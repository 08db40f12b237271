package dev.seqscan.report.indexes;

import dev.seqscan.advice.IndexAdvice;
import dev.seqscan.advice.ProposedIndex;
import dev.seqscan.advice.UnusedIndex;
import dev.seqscan.report.console.ConsoleText;
import dev.seqscan.source.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Prints advice on indexes: each index to add with what it serves and costs, then those that nothing asks for. */
public final class IndexesReport {

    /** Places beyond these are counted only. */
    private static final int MOST_PLACES = 8;

    private final StringBuilder text = new StringBuilder();
    private final Set<String> told = new HashSet<>();

    /** The text for a terminal; lines end with LF. */
    public String text(List<IndexAdvice> all) {
        all.forEach(this::advice);
        if (all.isEmpty()) {
            line(0, "No index is missing, and each one is used, as far as the statements and the schema are known.");
        }
        return text.toString();
    }

    /** What several products lack is printed for the first of them. */
    private void advice(IndexAdvice advice) {
        List<ProposedIndex> lacking = advice.proposed().stream().filter(each -> told.add(key(each))).toList();
        List<UnusedIndex> needless = advice.unused().stream().filter(each -> told.add(each.name() + each.table() + each.columns())).toList();
        if (!advice.proposed().isEmpty()) {
            int before = advice.proposed().size() - lacking.size();
            line(0, lacking.isEmpty() ? before + " of those above are missing on " + advice.productTitle() + ", too"
                    : ConsoleText.count(lacking.size(), "index", "indexes") + " to add on " + advice.productTitle() + above(before));
            lacking.forEach(this::proposed);
            line(0, "");
        }
        if (!needless.isEmpty()) {
            line(0, ConsoleText.count(needless.size(), "index", "indexes") + " on " + advice.productTitle()
                    + " that no statement of this code asks for" + above(advice.unused().size() - needless.size()));
            needless.forEach(this::unused);
            line(1, "Before you drop one: " + share(advice) + " put together at run time, and what others send to the database "
                    + "is not seen. Ask the database how often it used the index.");
            line(0, "");
        }
    }

    private static String key(ProposedIndex index) {
        return index.table() + index.parts() + index.condition();
    }

    private static String above(int before) {
        return before == 0 ? "" : ", and " + before + " of those above";
    }

    private void proposed(ProposedIndex index) {
        line(0, "");
        line(1, index.create() + ";");
        line(2, "serves " + ConsoleText.count(index.served().size(), "statement", "statements") + ":");
        index.served().stream().limit(MOST_PLACES).forEach(each -> line(3, each.statement() + "  " + at(each.place())));
        more(index.served().size());
        line(2, "costs: " + cost(index));
        if (!index.replaces().isEmpty()) {
            line(2, "makes needless: " + String.join(", ", index.replaces()));
        }
    }

    private static String cost(ProposedIndex index) {
        int writers = index.writers().size();
        return writers == 0 ? "this code is not seen to write " + index.table()
                : "one more index to keep for what writes " + index.table() + ", in "
                        + ConsoleText.count(writers, "place", "places") + ", as " + at(index.writers().get(0));
    }

    private void more(int size) {
        if (size > MOST_PLACES) {
            line(3, "and " + (size - MOST_PLACES) + " more");
        }
    }

    private void unused(UnusedIndex index) {
        String name = index.name().isEmpty() ? "index" : index.name();
        String open = index.openStatements() == 0 ? "" : "; " + ConsoleText.count(index.openStatements(), "statement", "statements")
                + " on the table may";
        line(1, name + " on " + index.table() + " (" + index.columns() + ")  " + at(index.place()) + open);
    }

    private static String share(IndexAdvice advice) {
        long percent = Math.round(100.0 * advice.open() / Math.max(1, advice.statements()));
        return String.format(Locale.ROOT, "%d of %d statements (%d %%) are", advice.open(), advice.statements(), percent);
    }

    private static String at(Place place) {
        return place.file().isEmpty() ? "in the database" : place.file() + ":" + place.line();
    }

    private void line(int indent, String words) {
        text.append("  ".repeat(words.isEmpty() ? 0 : indent)).append(ConsoleText.harmless(words)).append('\n');
    }
}
