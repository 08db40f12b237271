package dev.seqscan.flow;

import dev.seqscan.source.Place;
import java.util.Set;

/**
 * What a loop goes over.
 *
 * @param form how it is written, as {@code for-each loop} or {@code stream map}
 * @param place the head or the call that loops, on one line where possible
 * @param size what its number of turns is called in formulas: {@code N = orders}
 * @param iterated origins of the elements
 * @param exclusion why it is no loop that matters, as {@code constant}; empty where it is one
 * @param source of what the elements are parts
 */
record LoopHead(String form, Place place, String size, Set<Value> iterated, String exclusion, ElementSource source) {

    LoopHead from(ElementSource other) {
        return new LoopHead(form, place, size, iterated, exclusion, other);
    }

    LoopHead excluded(String reason) {
        return new LoopHead(form, place, size, iterated, reason, source);
    }
}
