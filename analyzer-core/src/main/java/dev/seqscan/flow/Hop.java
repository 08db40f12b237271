package dev.seqscan.flow;

import dev.seqscan.source.Place;
import java.util.List;

/**
 * One step of a chain: where, and what is called or read there.
 *
 * @param forwards whether the method in which it stands does nothing else, so that it cannot leave the step out
 */
record Hop(Place place, String text, boolean forwards) {

    Hop(Place place, String text) {
        this(place, text, false);
    }

    /** How many steps of a chain may be left out. */
    static int choices(List<Hop> chain) {
        return (int) chain.stream().filter(each -> !each.forwards).count();
    }
}
