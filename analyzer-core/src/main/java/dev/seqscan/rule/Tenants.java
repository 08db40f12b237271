package dev.seqscan.rule;

import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.schema.Schema;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells columns that pin the tenant: nearly all rows that a user of the program ever sees share the value, so that pinning
 * it leaves many. The mapping says so, or the indexes of the schema do ({@link Discriminators}).
 */
public final class Tenants {

    /** Mapped columns by table. */
    private final Map<String, String> mapped = new HashMap<>();
    /** How many tables have indexes that begin with the column, in the schema where these are most. */
    private final Map<String, Integer> carried = new HashMap<>();

    /** Takes the mapping and the schemas that the program runs on. */
    public Tenants(EntityModel entities, Collection<Schema> schemas) {
        for (Entity entity : entities.all()) {
            if (!entity.tenant().isEmpty() && !entity.table().isEmpty()) {
                mapped.put(entity.table(), entity.tenant());
            }
        }
        schemas.forEach(schema -> new Discriminators(schema).led()
                .forEach((column, count) -> carried.merge(column, count, Math::max)));
    }

    /** The columns of which the mapping says so, by table. */
    Map<String, String> mapped() {
        return mapped;
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
