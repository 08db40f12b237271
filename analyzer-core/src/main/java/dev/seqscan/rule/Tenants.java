package dev.seqscan.rule;

import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells columns that pin the tenant: nearly all rows that a user of the program ever sees share the value, so that pinning
 * it leaves many. The mapping says so, or the schema does: many of its tables carry the column, and it leads their indexes.
 */
public final class Tenants {

    /** Tables whose indexes begin with the column, before it counts. */
    private static final int SEVERAL = 3;
    /** One table of so many carries the column. */
    private static final int SHARE = 3;

    /** Mapped columns by table. */
    private final Map<String, String> mapped = new HashMap<>();
    /** How many tables have indexes that begin with the column, in the schema where these are most. */
    private final Map<String, Integer> carried = new HashMap<>();

    /** Takes the mapping and the schemas that the program runs on. */
    public Tenants(EntityModel entities, Collection<Schema> schemas) {
        for (Entity entity : entities.all()) {
            if (!entity.tenant().isEmpty()) {
                mapped.put(entity.table(), entity.tenant());
            }
        }
        schemas.forEach(this::note);
    }

    private void note(Schema schema) {
        Map<String, Integer> tables = new HashMap<>();
        Map<String, Integer> led = new HashMap<>();
        for (Table table : schema.tables()) {
            table.columns().stream().map(Column::name).distinct().forEach(each -> tables.merge(each, 1, Integer::sum));
            table.indexes().stream().filter(each -> each.parts().size() > 1).map(Index::leadingColumns)
                    .flatMap(each -> each.stream().limit(1)).distinct().forEach(each -> led.merge(each, 1, Integer::sum));
        }
        led.forEach((column, count) -> {
            if (count >= SEVERAL && tables.getOrDefault(column, 0) * SHARE >= schema.tables().size()) {
                carried.merge(column, count, Math::max);
            }
        });
    }

    /** Columns that do so in any table that has them, as the schema tells; the one that leads the most tables comes first. */
    public List<String> carried() {
        return carried.keySet().stream().sorted(Comparator.comparing((String each) -> -carried.get(each))
                .thenComparing(Comparator.naturalOrder())).toList();
    }

    /** Whether the column of the table does. */
    boolean isPinnedBy(String table, String column) {
        return carried.containsKey(column) || column.equals(mapped.get(table));
    }
}
