package dev.seqscan.flow;

import dev.seqscan.entity.Association;
import dev.seqscan.finding.Step;
import dev.seqscan.query.Query;
import java.util.List;
import java.util.Optional;

/**
 * A lazy association that is read in each turn of a loop and that nothing has loaded before.
 *
 * @param associations what the call reads, the first one first; never empty
 * @param rootEntity canonical name of the entity from which the path starts
 * @param path the associations walked to it from the rows of the query, as {@code lines.product}
 * @param origin the query whose rows are looped over; empty where it is not known
 * @param chain from the query over the loop to the read, in the order in which it happens
 * @param others the reads of the further associations
 * @param ambiguous whether a call on the way may reach several methods
 * @param reachable whether the method is an entry point or has no callers in the program
 * @param unplanned a query of the program that yields the root entity without the association, where the origin is not known
 * @param joinable whether the query can join it: no more than one list without order column is on the way
 * @param serialised whether it is a serialiser that goes over the rows and reads
 * @param circumstance for what it may cost little, if anything is known of that kind
 */
public record RepeatedRead(Site site, Loop loop, List<Association> associations, String rootEntity, String path,
        Optional<Query> origin, List<Step> chain, List<Step> others, boolean ambiguous, boolean reachable, Optional<Query> unplanned, boolean joinable,
        boolean serialised, Optional<Circumstance> circumstance) {
}
