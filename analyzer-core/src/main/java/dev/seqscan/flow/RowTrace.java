package dev.seqscan.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What one body does with the rows that a call or a parameter brings into it. */
final class RowTrace {

    /** Rows that are handed to a call, as the argument of that index. */
    record Passed(CallEvent event, int argument) {
    }

    /** Whether rows go where nothing is known of them, or more of them is used than single columns. */
    boolean escapes;
    boolean returned;
    boolean counted;
    boolean tested;
    boolean cut;
    final TreeSet<String> attributes = new TreeSet<>();
    /** One for each place that keeps some of the rows. */
    final List<RowUses.Filter> filters = new ArrayList<>();
    final List<Passed> passed = new ArrayList<>();
    /** Calls that get a column of one row: if they send statements, these find the row already loaded. */
    final List<CallEvent> perRow = new ArrayList<>();
    /** Of a call: where its rows come from, once that is known. */
    Set<Value> origins = Set.of();

    void add(RowTrace other) {
        escapes |= other.escapes;
        counted |= other.counted;
        tested |= other.tested;
        cut |= other.cut;
        attributes.addAll(other.attributes);
        filters.addAll(other.filters);
    }

    RowUses uses() {
        return new RowUses(counted, tested, cut, attributes, filters);
    }
}
