package dev.seqscan.query.sql;

import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Root;
import dev.seqscan.query.QueryShape.Trait;
import java.util.ArrayList;
import java.util.List;

/** What has been found of a statement so far. */
final class ShapeParts {

    private final List<Root> roots = new ArrayList<>();
    private final List<Predicate> predicates = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<Trait> traits = new ArrayList<>();
    private int groups;
    private int rows = Limit.UNLIMITED;
    private int offset;

    List<Root> roots() {
        return roots;
    }

    List<Predicate> predicates() {
        return predicates;
    }

    List<String> unknown() {
        return unknown;
    }

    List<Trait> traits() {
        return traits;
    }

    /** The number of one more OR group. */
    int newGroup() {
        return ++groups;
    }

    /** A condition on the number of a row limits the rows. */
    void limitRows(int most) {
        rows = most;
    }

    /** A condition on the number of a row skips rows. */
    void skipRows(int skipped) {
        offset = skipped;
    }

    /** The limit that conditions on row numbers made since the last call. */
    Limit takeRowNumberLimit() {
        Limit limit = new Limit(rows, offset);
        rows = Limit.UNLIMITED;
        offset = 0;
        return limit;
    }
}
