package dev.seqscan.rule;

import dev.seqscan.entity.EntityModel;
import dev.seqscan.flow.Flow;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.ForeignKey;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Names;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Weighs what tells whether a table grows. What adds many rows counts most; then come signs that it holds a few kinds; then
 * that somebody made indexes to search it, and that each row of a growing table has rows of it. Names decide nothing.
 */
public final class TableGrowth {

    /** One index may be there by custom. */
    private static final int SEVERAL = 2;

    private final GrowthSigns signs;
    private final SearchIndexes indexes;
    private final LinkTables links;
    private final Map<String, Growth> known = new TreeMap<>();

    /** Takes what the program does, its mapping, the schemas it runs on and the tenants of these. */
    public TableGrowth(Flow flow, EntityModel entities, Collection<Schema> schemas, Tenants tenants) {
        this.signs = new GrowthSigns(flow, entities);
        this.indexes = new SearchIndexes(tenants);
        this.links = new LinkTables(flow.queryUses());
        schemas.forEach(schema -> schema.tables().forEach(table -> known.merge(table.name(), own(table), TableGrowth::stronger)));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Schema schema : schemas) {
                for (Table table : schema.tables()) {
                    changed |= derive(table);
                }
            }
        }
    }

    /** What is known of a table of that name, in any spelling. */
    public Growth of(String table) {
        return known.getOrDefault(Names.normalise(table), Growth.UNKNOWN);
    }

    /** Whether a schema has a table of that name. */
    public boolean knows(String table) {
        return known.containsKey(Names.normalise(table));
    }

    private static Growth stronger(Growth one, Growth other) {
        return one.isGrowing() || other.trend() == Growth.Trend.UNKNOWN ? one : other;
    }

    private Growth own(Table table) {
        Optional<String> many = signs.ofMany(table);
        long made = isLink(table) ? 0 : indexes.of(table);
        if (many.isPresent() && !isLink(table)) {
            return Growth.fed(many.get());
        }
        if (signs.isFilled(table) && !isLink(table)) {
            String reason = "rows are added many at a time";
            return made >= SEVERAL ? Growth.fed(reason + ", and indexes serve searches by other columns than its keys")
                    : made > 0 ? Growth.imported(reason + ", and an index serves searches by other columns than its keys")
                    : Growth.filled(reason);
        }
        if (table.seeded() && !signs.isWritten(table.name())) {
            return Growth.small("only migrations fill it");
        }
        if (ReferenceTables.isSeeded(table)) {
            return Growth.small("it depends on no other table, and migrations fill it");
        }
        if (signs.isFilledAtStart(table.name())) {
            return Growth.small("rows are added when the program starts");
        }
        if (!isLink(table) && indexes.hasAny(table) && signs.isPurged(table)) {
            return Growth.fed("old rows are deleted by their time, and an index serves searches by other columns than its keys");
        }
        if (made >= SEVERAL) {
            return Growth.searched("it has indexes to search it by other columns than its keys");
        }
        return links.holds(table) ? Growth.filled("it links rows of other tables, and is searched from both sides")
                : Growth.UNKNOWN;
    }

    /** What the tables tell to which it refers. */
    private boolean derive(Table table) {
        if (of(table.name()).trend() != Growth.Trend.UNKNOWN) {
            return false;
        }
        List<ForeignKey> owners = table.foreignKeys().stream()
                .filter(each -> !Names.normalise(each.referencedTable()).equals(table.name()) && isMandatory(each, table)
                        && !namesRoles(each, table)).toList();
        Optional<ForeignKey> growing = owners.stream().filter(each -> of(each.referencedTable()).isGrowing()).findFirst();
        boolean linksFew = owners.size() > 1 && owners.stream().allMatch(each -> of(each.referencedTable()).isSmall())
                && hasRowForEach(owners, table);
        if (growing.isPresent()) {
            String reason = "each of its rows belongs to one of " + Names.normalise(growing.get().referencedTable()) + ", which grows";
            Growth.Trend strongest = owners.stream().map(each -> of(each.referencedTable()).trend()).min(Comparator.naturalOrder())
                    .orElseThrow();
            boolean between = owners.stream().map(ForeignKey::referencedTable).distinct().filter(each -> of(each).isLarge()).count() > 1;
            known.put(table.name(), new Growth(between && strongest == Growth.Trend.IMPORTED ? Growth.Trend.SEARCHED : strongest,
                    reason));
        } else if (linksFew) {
            known.put(table.name(), Growth.small("it links tables that stay small"));
        }
        return growing.isPresent() || linksFew;
    }

    /** A table that says which rows of two others belong together is as large as these. */
    private static boolean isLink(Table table) {
        Set<String> foreign = new HashSet<>();
        table.foreignKeys().forEach(each -> foreign.addAll(each.columns()));
        List<String> identity = table.primaryKey().map(Index::leadingColumns)
                .orElseGet(() -> table.columns().stream().map(Column::name).toList());
        return table.foreignKeys().size() > 1 && !identity.isEmpty() && foreign.containsAll(identity);
    }

    /**
     * Whether further keys that may be empty lead to the same table, as those of who changed a row beside who made it: then it is
     * noted who had to do with the row, and the row belongs to nobody.
     */
    private static boolean namesRoles(ForeignKey key, Table table) {
        return table.foreignKeys().stream().anyMatch(other -> !other.columns().equals(key.columns()) && !isMandatory(other, table)
                && Names.normalise(other.referencedTable()).equals(Names.normalise(key.referencedTable())));
    }

    /**
     * Whether there is at most one row for each combination of what it refers to: a unique index says so, or it holds nothing
     * else but its number. Of what also has data of its own, as an order with its currency, the same kinds may have many rows.
     */
    private static boolean hasRowForEach(List<ForeignKey> owners, Table table) {
        Set<String> foreign = new HashSet<>();
        owners.forEach(each -> foreign.addAll(each.columns()));
        boolean unique = table.indexes().stream().filter(each -> each.unique() && each.isWhole() && !each.parts().isEmpty())
                .anyMatch(each -> each.parts().stream().allMatch(part -> foreign.contains(part.column())));
        List<String> primary = table.primaryKey().map(Index::leadingColumns).orElse(List.of());
        return unique || table.columns().stream().allMatch(each -> foreign.contains(each.name())
                || primary.contains(each.name()));
    }

    /** Rows without an identity of their own belong to others, as those of a list of values. */
    private static boolean isMandatory(ForeignKey key, Table table) {
        List<String> primary = table.primaryKey().map(Index::leadingColumns).orElse(List.of());
        return primary.isEmpty() || key.columns().stream().allMatch(each -> primary.contains(each)
                || table.column(each).filter(column -> !column.nullable()).isPresent());
    }
}
