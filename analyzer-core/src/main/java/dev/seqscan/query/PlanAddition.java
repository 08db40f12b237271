package dev.seqscan.query;

import dev.seqscan.source.Place;

/**
 * Text that makes a query load an association with its rows, where it is certain that it may stand.
 *
 * @param place before which it is put; empty, at the start of what stands there
 * @param before what comes before the path of the association
 * @param after what comes after it; a line that it begins is indented as that of the place
 */
public record PlanAddition(Place place, String before, String after) {

    /** The text for a path, as {@code customer.address}. */
    public String text(String path) {
        return before + path + after;
    }
}
