package dev.seqscan.rule;

import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.flow.Flow;
import dev.seqscan.flow.Insertion;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.Names;
import dev.seqscan.schema.Table;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the statements of the program tell of how many rows its tables get. */
final class GrowthSigns {

    private static final Set<String> TIMES = Set.of("timestamp", "timestamptz", "timestamp with time zone",
            "timestamp without time zone", "timestamp with local time zone", "datetime", "datetime2", "datetimeoffset",
            "smalldatetime", "date", "bigint", "int8", "number");

    private final EntityModel entities;
    private final Map<String, Map<Insertion.Manner, Insertion>> insertions = new HashMap<>();
    private final Set<String> written = new HashSet<>();
    private final Map<String, Set<String>> purged = new HashMap<>();

    GrowthSigns(Flow flow, EntityModel entities) {
        this.entities = entities;
        flow.insertions().forEach(each -> table(each.query()).ifPresent(table -> insertions
                .computeIfAbsent(table, key -> new EnumMap<>(Insertion.Manner.class)).putIfAbsent(each.manner(), each)));
        flow.queryUses().stream().map(QueryUse::query).filter(Query::writes).forEach(this::note);
    }

    private void note(Query query) {
        table(query).ifPresent(table -> {
            written.add(table);
            if (query.shape().command() == QueryShape.Command.DELETE) {
                query.shape().predicates().stream().filter(each -> each.operator() == Operator.RANGE && !each.optional())
                        .filter(each -> Names.normalise(each.table()).equals(table)).map(Predicate::column)
                        .forEach(column -> purged.computeIfAbsent(table, key -> new HashSet<>()).add(column));
            }
        });
    }

    private Optional<String> table(Query query) {
        return query.shape().roots().stream().limit(1).map(root -> Names.normalise(root.table())).findFirst()
                .or(() -> entities.ofClass(query.entity()).map(Entity::table)).filter(each -> !each.isEmpty());
    }

    /** Whether some statement writes the table. */
    boolean isWritten(String table) {
        return written.contains(table);
    }

    /** The sign that a table gets many rows, of statements or of itself; empty where there is none. */
    Optional<String> ofMany(Table table) {
        if (table.kind() == Table.Kind.PARTITIONED) {
            return Optional.of("it is partitioned");
        }
        return isAdded(table, Insertion.Manner.UNATTENDED) ? Optional.of("rows are added by messages or a clock") : Optional.empty();
    }

    /** Whether several rows are added at a time. */
    boolean isFilled(Table table) {
        return isAdded(table, Insertion.Manner.MANY);
    }

    private boolean isAdded(Table table, Insertion.Manner manner) {
        return insertions.getOrDefault(table.name(), Map.of()).containsKey(manner);
    }

    /** Whether old rows are deleted: of what runs out, as a token, that alone does not make many. */
    boolean isPurged(Table table) {
        return purged.getOrDefault(table.name(), Set.of()).stream().flatMap(each -> table.column(each).stream())
                .anyMatch(GrowthSigns::isTime);
    }

    /** Whether a column may hold a time, also as a number of seconds. */
    static boolean isTime(Column column) {
        return TIMES.contains(column.type());
    }

    /** Whether all that is known to add rows to it happens when the program starts. */
    boolean isFilledAtStart(String table) {
        Map<Insertion.Manner, Insertion> added = insertions.getOrDefault(table, Map.of());
        return !added.isEmpty() && added.values().stream().allMatch(each -> each.site().entryPoint().endsWith(".main"));
    }
}
