package dev.seqscan;

import dev.seqscan.finding.Finding;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.QueryShape.Root;
import dev.seqscan.rule.Model;
import dev.seqscan.schema.Names;
import dev.seqscan.source.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A table of a database that no file declares has no place, but each finding needs one: it gets that of the first statement
 * about the table. A table of which no statement is known is none of the application's.
 */
final class StatementPlaces {

    private final Map<String, Place> first = new TreeMap<>();

    StatementPlaces(Model model) {
        for (QueryUse use : model.flow().queryUses()) {
            for (Root root : use.query().shape().roots()) {
                first.merge(Names.normalise(root.table()), use.site().place(),
                        (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }
    }

    /** Gives places to those that have none, and takes away those that get none. */
    void settle(List<Finding> findings) {
        List<Finding> settled = findings.stream().flatMap(each -> settled(each).stream()).toList();
        findings.clear();
        findings.addAll(settled);
    }

    private Optional<Finding> settled(Finding finding) {
        Finding told = finding.related(finding.related().stream().filter(each -> isSome(each.place())).toList());
        if (isSome(finding.place())) {
            return Optional.of(told);
        }
        return Stream.of(finding.identity().enclosing(), finding.subject().split("\\.")[0]).map(first::get)
                .filter(place -> place != null).findFirst().map(told::at);
    }

    private static boolean isSome(Place place) {
        return !place.file().isEmpty();
    }
}
