package dev.seqscan.flow;

import dev.seqscan.entity.Association;
import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A lazy association read in each turn of a loop, with what is known of where the elements come from. */
final class LoopRead {

    final MethodFlow flow;
    final Region loop;
    final LoopHead head;
    final CallEvent event;
    final Association association;
    final List<Association> path;
    final String rootEntity;
    final List<Hop> chain;
    boolean ambiguous;
    /** Whether all that is known of it stands behind a test that looks for few of the elements. */
    boolean sought = true;
    /** Rows of queries that do not load it. */
    final Map<Origin.Rows, Way> unloaded = new LinkedHashMap<>();
    /** Reads of other associations behind the same call. */
    final List<LoopRead> also = new ArrayList<>();
    /** The read of the same call that stands for both, because this one is loaded. */
    LoopRead replacement;
    boolean loadedSomewhere;
    boolean unknownSomewhere;
    boolean leftOpen;

    /**
     * How rows get to the loop.
     *
     * @param callers the calls between the query and the loop
     * @param path the associations walked from the rows to what is read
     */
    record Way(List<Hop> callers, List<Association> path) {
    }

    LoopRead(MethodFlow flow, Region loop, LoopHead head, CallEvent event, Value value, List<Hop> chain) {
        this.flow = flow;
        this.loop = loop;
        this.head = head;
        this.event = event;
        this.association = value.last().orElseThrow();
        this.path = value.path();
        this.rootEntity = value.origin().entity();
        this.chain = chain;
    }

    /** Where it is read in the end. */
    Place place() {
        return chain.isEmpty() ? event.place : chain.get(chain.size() - 1).place();
    }
}
