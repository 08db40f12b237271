package dev.seqscan.rule;

import dev.seqscan.finding.Finding;
import dev.seqscan.flow.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives findings their identity, counting those of one method that are alike in the order in which they are asked for. */
public final class Ordinals {

    private final Map<List<String>, Integer> seen = new HashMap<>();

    /** The identity of a finding about a subject at a site. */
    public Finding.Identity next(Site site, String subject) {
        int ordinal = seen.merge(List.of(site.enclosing(), site.text(), subject), 1, Integer::sum) - 1;
        return new Finding.Identity(site.enclosing(), site.text(), ordinal);
    }
}
