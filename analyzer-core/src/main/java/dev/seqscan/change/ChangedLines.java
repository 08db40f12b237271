package dev.seqscan.change;

import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.source.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The lines that changed, file by file; the names are relative to the folder that is scanned. */
public final class ChangedLines {

    /** For each file, the last line of each stretch by its first. */
    private final Map<String, TreeMap<Integer, Integer>> stretches = new HashMap<>();

    /** Folders of which no lines are known, as submodules; each name with a slash at its end. */
    private final Set<String> folders = new HashSet<>();

    ChangedLines() {
    }

    void add(String file, int first, int last) {
        stretches.computeIfAbsent(file, key -> new TreeMap<>()).merge(first, last, Math::max);
    }

    void addWhole(String file) {
        add(file, 1, Integer.MAX_VALUE);
    }

    void addFolder(String folder) {
        folders.add(folder);
    }

    /** Whether the place of a finding, a step of its path or another place that belongs to it has a line that changed. */
    public boolean touches(Finding finding) {
        return touches(finding.place())
                || Stream.concat(finding.path().stream(), finding.related().stream()).map(Step::place).anyMatch(this::touches);
    }

    /** Stretches of one diff do not overlap, but a whole file may cover others; so all that begin before the end are asked. */
    private boolean touches(Place place) {
        TreeMap<Integer, Integer> lines = stretches.get(place.file());
        return folders.stream().anyMatch(place.file()::startsWith)
                || lines != null && lines.headMap(place.span().endLine(), true).values().stream()
                        .anyMatch(last -> last >= place.span().startLine());
    }
}
