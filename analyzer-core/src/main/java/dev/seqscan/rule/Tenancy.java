package dev.seqscan.rule;

import dev.seqscan.query.QueryShape;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Leaves out columns that every query pins to the tenant at hand. An index that begins with such a column serves what
 * its next column is asked for; and the rows of one tenant are too many to be found by the tenant alone.
 */
public final class Tenancy {

    /** The column by the name of the table. */
    private final Map<String, String> columns = new HashMap<>();
    private final Map<Schema, Schema> stripped = new IdentityHashMap<>();

    /** Takes what the mapping, the schemas and most statements say to tell tenants apart. */
    Tenancy(Model model) {
        Tenants tenants = model.tenants();
        columns.putAll(tenants.mapped());
        PinnedColumns pinned = new PinnedColumns(model);
        tenants.carried().stream().filter(pinned::isPinned).forEach(column ->
                pinned.tablesWith(column).forEach(table -> columns.putIfAbsent(table, column)));
    }

    /** Whether a statement means all rows of a tenant, as one that removes the tenant does. */
    public boolean isOfTenant(QueryShape shape) {
        return !shape.predicates().isEmpty() && without(shape).predicates().isEmpty();
    }

    /** The statement without conditions on tenants. */
    public QueryShape without(QueryShape shape) {
        return columns.isEmpty() ? shape : shape.withPredicates(shape.predicates().stream()
                .filter(each -> !each.column().equals(columns.get(each.table()))).toList());
    }

    /** The schema with indexes that begin behind the tenant. */
    public Schema without(Schema schema) {
        return columns.isEmpty() ? schema : stripped.computeIfAbsent(schema, this::strip);
    }

    /** The column that pins the tenant, if an index of the table begins with it; else empty. */
    public String leading(Schema schema, String table) {
        String tenant = columns.getOrDefault(table, "");
        boolean led = !tenant.isEmpty() && schema.table(table).stream().flatMap(each -> each.indexes().stream())
                .anyMatch(index -> index.isWhole() && index.leadingColumns().stream().limit(1).anyMatch(tenant::equals));
        return led ? tenant : "";
    }

    private Schema strip(Schema schema) {
        Map<String, Table> tables = new HashMap<>();
        schema.tables().forEach(table -> tables.put(table.name(), strip(table)));
        return schema.with(tables);
    }

    private Table strip(Table table) {
        String tenant = columns.get(table.name());
        return tenant == null ? table : new Table(table.name(), table.kind(), table.columns(),
                table.indexes().stream().map(index -> strip(index, tenant)).toList(), table.foreignKeys(), table.seededRows(),
                table.source(), table.place());
    }

    private static Index strip(Index index, String tenant) {
        List<Index.Part> parts = index.parts().stream().filter(part -> !part.column().equals(tenant)).toList();
        return index.with(parts);
    }
}
