package dev.seqscan.flow;

import dev.seqscan.entity.Association;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which associations of which rows the calls of a method have loaded so far, in the order of the text. */
final class ReadBefore {

    private record Rows(Origin origin, List<Association> path) {
    }

    private final Map<Rows, List<Region>> loaded = new HashMap<>();

    /** A call that stands in a region has read an association of all rows. */
    void add(Value value, Region region) {
        if (isKnown(value)) {
            loaded.computeIfAbsent(new Rows(value.origin(), value.path()), key -> new ArrayList<>()).add(region);
        }
    }

    /** Whether a call before that runs whenever a region is entered has read it. */
    boolean contains(Value value, Region region) {
        return loaded.getOrDefault(new Rows(value.origin(), value.path()), List.of()).stream().anyMatch(region::isWithin);
    }

    /** Two objects of unknown origin need not be the same. */
    private static boolean isKnown(Value value) {
        return !(value.origin() instanceof Origin.Unknown unknown && unknown.given().isEmpty());
    }
}
