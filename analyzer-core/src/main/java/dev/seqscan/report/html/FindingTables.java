package dev.seqscan.report.html;

import dev.seqscan.finding.Finding;
import dev.seqscan.finding.IndexNeed;
import dev.seqscan.overview.Overview;
import dev.seqscan.overview.Overview.Link;
import dev.seqscan.overview.Overview.MappedEntity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Tells which tables a finding is about: those that it calls for indexes on, that of its column, those of its association. */
final class FindingTables {

    private final Set<String> names = new HashSet<>();
    private final Map<String, SortedSet<String>> byMapping = new HashMap<>();

    FindingTables(Overview overview) {
        overview.tables().forEach(each -> names.add(each.name()));
        Map<String, String> byClass = new HashMap<>();
        overview.entities().forEach(each -> byClass.put(each.className(), each.table()));
        for (MappedEntity entity : overview.entities()) {
            add(simple(entity.className()), entity.table());
            for (Link link : entity.links()) {
                add(simple(link.owner()) + "." + link.name(), byClass.getOrDefault(link.target(), ""));
            }
        }
    }

    private void add(String name, String table) {
        if (!table.isEmpty()) {
            byMapping.computeIfAbsent(name, each -> new TreeSet<>()).add(table);
        }
    }

    SortedSet<String> of(Finding finding) {
        SortedSet<String> tables = new TreeSet<>();
        finding.needs().stream().map(IndexNeed::table).filter(each -> !each.isEmpty()).forEach(tables::add);
        String subject = finding.subject();
        String first = subject.substring(0, subject.indexOf('.') < 0 ? subject.length() : subject.indexOf('.'));
        if (names.contains(first)) {
            tables.add(first);
        }
        tables.addAll(byMapping.getOrDefault(first, new TreeSet<>()));
        tables.addAll(byMapping.getOrDefault(subject, new TreeSet<>()));
        return tables;
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
