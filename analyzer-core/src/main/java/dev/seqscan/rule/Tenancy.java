package dev.seqscan.rule;

import dev.seqscan.entity.Entity;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Leaves out columns that every query pins to the tenant at hand. An index that begins with such a column serves what
 * its next column is asked for; and the rows of one tenant are too many to be found by the tenant alone.
 */
public final class Tenancy {

    /** Statements before their habit counts. */
    private static final int MANY = 10;

    /** The column by the name of the table. */
    private final Map<String, String> columns = new HashMap<>();
    private final Map<Schema, Schema> stripped = new IdentityHashMap<>();

    /** Takes what the mapping, the schemas and most statements say to tell tenants apart. */
    public Tenancy(Model model) {
        for (String column : new Tenants(model.entities(), model.schemas()).carried()) {
            Set<String> tables = model.schemas().stream().flatMap(each -> each.tables().stream())
                    .filter(each -> each.column(column).isPresent()).map(Table::name).collect(Collectors.toSet());
            if (isPinned(model, tables, column)) {
                tables.forEach(table -> columns.putIfAbsent(table, column));
            }
        }
        for (Entity entity : model.entities().all()) {
            if (!entity.tenant().isEmpty() && !entity.table().isEmpty()) {
                columns.put(entity.table(), entity.tenant());
            }
        }
    }

    /**
     * What the indexes of a schema begin with may also be a column of which each value has a few rows, as those of a user: then
     * some statements name it. Most do where the code pins the tenant, hardly any where the framework does so by itself.
     */
    private static boolean isPinned(Model model, Set<String> tables, String column) {
        List<QueryShape> on = model.flow().queryUses().stream().map(QueryUse::query).distinct().map(Query::shape)
                .filter(each -> each.command() != Command.INSERT && each.unknown().isEmpty() && !each.roots().isEmpty())
                .filter(each -> tables.contains(each.roots().get(0).table())).toList();
        long pinning = on.stream().filter(shape -> shape.predicates().stream().anyMatch(each -> each.column().equals(column)
                && each.operator() == Operator.EQUAL && !each.optional())).count();
        long naming = on.stream().filter(shape -> shape.predicates().stream().anyMatch(each -> each.column().equals(column)))
                .count();
        return on.size() >= MANY && (pinning * 10 >= on.size() * 9L || naming * 10 <= on.size());
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
