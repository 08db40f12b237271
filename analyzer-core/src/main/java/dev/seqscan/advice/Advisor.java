package dev.seqscan.advice;

import dev.seqscan.finding.Finding;
import dev.seqscan.finding.IndexNeed;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.rule.Model;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Advises on the indexes of an application: all that its findings call for, as one workload. */
public final class Advisor {

    private final Model model;
    /** Where the code writes, by table. */
    private final Map<String, SortedSet<Place>> writers = new HashMap<>();

    /** Takes an application. */
    public Advisor(Model model) {
        this.model = model;
        for (QueryUse use : model.flow().queryUses()) {
            if (use.query().writes()) {
                written(use.query()).forEach(table -> writers.computeIfAbsent(table, key -> new TreeSet<>()).add(use.site().place()));
            }
        }
    }

    private Stream<String> written(Query query) {
        Stream<String> named = query.shape().roots().stream().limit(1).map(root -> root.table());
        Stream<String> mapped = model.entities().ofClass(query.entity()).stream().map(entity -> entity.table());
        return Stream.concat(named, mapped).filter(each -> !each.isEmpty()).distinct();
    }

    /**
     * One piece of advice for each schema for which there is any.
     *
     * @param findings those that are reported
     */
    public List<IndexAdvice> advise(List<Finding> findings) {
        List<IndexNeed> needs = findings.stream().flatMap(each -> each.needs().stream()).toList();
        List<IndexAdvice> all = new ArrayList<>();
        for (Schema schema : model.schemas()) {
            UnusedIndexes unused = new UnusedIndexes(model, schema);
            IndexAdvice advice = new IndexAdvice(schema.product(), sources(schema), proposed(schema, needs), unused.find(),
                    unused.statements(), unused.open());
            if (!advice.proposed().isEmpty() || !advice.unused().isEmpty()) {
                all.add(advice);
            }
        }
        return all;
    }

    private static SortedSet<String> sources(Schema schema) {
        SortedSet<String> files = new TreeSet<>();
        for (Table table : schema.tables()) {
            if (table.source() == Table.Source.MIGRATION) {
                files.add(table.place().file());
                table.indexes().forEach(index -> files.add(index.place().file()));
            }
        }
        // A database may have tables that only the mapping declares, or nothing.
        files.removeIf(each -> each.isEmpty() || each.endsWith(".java"));
        return files;
    }

    private List<ProposedIndex> proposed(Schema schema, List<IndexNeed> needs) {
        Map<String, List<IndexNeed>> byTable = new TreeMap<>();
        needs.stream().filter(each -> each.product() == schema.product() && schema.table(each.table()).isPresent())
                .sorted(Comparator.comparing(IndexNeed::place).thenComparing(IndexNeed::statement))
                .forEach(each -> byTable.computeIfAbsent(each.table(), key -> new ArrayList<>()).add(each));
        List<ProposedIndex> proposed = new ArrayList<>();
        byTable.forEach((name, own) -> proposed.addAll(proposed(schema, schema.table(name).orElseThrow(), own)));
        proposed.sort(Comparator.comparing((ProposedIndex each) -> -each.served().size()).thenComparing(ProposedIndex::table)
                .thenComparing(ProposedIndex::name));
        return List.copyOf(proposed);
    }

    private List<ProposedIndex> proposed(Schema schema, Table table, List<IndexNeed> needs) {
        List<Place> paying = List.copyOf(writers.getOrDefault(table.name(), new TreeSet<>()));
        return ChainCover.of(Demand.of(needs), Demand::isBefore).stream().map(IndexPlan::new)
                .flatMap(plan -> plan.index(schema.product(), table, paying).stream()).toList();
    }
}
