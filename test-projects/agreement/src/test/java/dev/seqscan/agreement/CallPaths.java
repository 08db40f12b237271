package dev.seqscan.agreement;

import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.flow.FollowedMethod;
import dev.seqscan.source.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which findings lie on the path of an entry point, by the analyser's own call graph. */
final class CallPaths {

    private final Map<String, FollowedMethod> byKey = new HashMap<>();

    CallPaths(List<FollowedMethod> methods) {
        methods.forEach(method -> byKey.put(method.key(), method));
    }

    /** Whether the analyser has followed a method. */
    boolean knows(String handler) {
        return byKey.containsKey(handler);
    }

    /**
     * Those whose place and evidence lie in methods that a handler reaches. Evidence outside of all methods, as in the
     * mapping, is on no path and on all; where the place itself is, a call or query that it names must be reached.
     */
    List<Finding> on(String handler, List<Finding> findings) {
        Set<String> reached = reachedFrom(handler);
        return findings.stream().filter(finding -> isInNone(finding.place()) ? named(finding).anyMatch(place -> isIn(place, reached))
                : isIn(finding.place(), reached) && finding.path().stream().map(Step::place)
                        .allMatch(place -> isIn(place, reached) || isInNone(place))).toList();
    }

    private static Stream<Place> named(Finding finding) {
        Stream<Place> steps = Stream.concat(finding.path().stream(), finding.related().stream()).map(Step::place);
        return Stream.concat(Stream.of(finding.place()), steps);
    }

    private Set<String> reachedFrom(String handler) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(handler));
        while (!open.isEmpty()) {
            String key = open.removeFirst();
            if (byKey.containsKey(key) && reached.add(key)) {
                open.addAll(byKey.get(key).callees());
            }
        }
        return reached;
    }

    private boolean isIn(Place place, Set<String> methods) {
        return methods.stream().map(byKey::get).anyMatch(each -> holds(each, place) || each.queries().contains(place));
    }

    private boolean isInNone(Place place) {
        return byKey.values().stream().noneMatch(method -> holds(method, place));
    }

    private static boolean holds(FollowedMethod method, Place place) {
        return method.place().file().equals(place.file()) && method.place().span().contains(place.span());
    }
}
