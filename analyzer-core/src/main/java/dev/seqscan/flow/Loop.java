package dev.seqscan.flow;

import dev.seqscan.source.Place;

/**
 * A loop in the sense of the analysis: a statement, or a call that runs a function for each element.
 *
 * @param form how it is written, as {@code for-each loop} or {@code call of map}
 * @param place its head on one line
 * @param elements what its number of turns is the size of, as {@code orders}
 * @param depth how many loops stand around what it does, this one and those of callers included
 * @param element canonical name of the entity that each turn has one of; empty where it is none
 * @param turns how many turns it and the loops around it may have, by where their elements come from
 */
public record Loop(String form, Place place, String elements, int depth, String element, Turns turns) {

    /** A loop that stands in no other. */
    public Loop(String form, Place place, String elements) {
        this(form, place, elements, 1, "", Turns.MANY);
    }
}
