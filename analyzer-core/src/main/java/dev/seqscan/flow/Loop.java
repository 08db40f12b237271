package dev.seqscan.flow;

import dev.seqscan.source.Place;

/**
 * A loop in the sense of the analysis: a statement, or a call that runs a function for each element.
 *
 * @param form how it is written, as {@code for-each loop} or {@code call of map}
 * @param place its head on one line
 * @param elements what its number of turns is the size of, as {@code orders}
 */
public record Loop(String form, Place place, String elements) {
}
