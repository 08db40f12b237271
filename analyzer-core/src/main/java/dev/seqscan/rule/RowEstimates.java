package dev.seqscan.rule;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.flow.Flow;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Root;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.ForeignKey;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Weighs the conditions that must hold for a row: a key finds one; one parent of many has a few children, unless something
 * adds children by itself while the parents stay few; what is nearly a key finds a few. Tenants are no parents.
 */
public final class RowEstimates {

    private final EntityModel entities;
    private final UniqueKeys keys;
    private final Tenants tenants;
    private final Function<String, Growth> growth;
    private final Collection<Schema> schemas;

    /** Takes what the program does, its mapping, the schemas it runs on and the tenants of these, and what is known of the size of tables. */
    public RowEstimates(Flow flow, EntityModel entities, Collection<Schema> schemas, Tenants tenants,
            Function<String, Growth> growth) {
        this.entities = entities;
        this.keys = new UniqueKeys(flow, entities);
        this.tenants = tenants;
        this.growth = growth;
        this.schemas = List.copyOf(schemas);
    }

    /** How many rows a query finds on these schemas, of the table that it is about. */
    public RowEstimate of(Query query, List<Schema> schemas) {
        QueryShape shape = query.shape();
        if (shape.roots().isEmpty() || shape.roots().get(0).subquery()) {
            return RowEstimate.OPEN;
        }
        Root root = shape.roots().get(0);
        boolean ofOther = !query.entity().isEmpty() && !root.entity().isEmpty() && !query.entity().equals(root.entity());
        Set<String> pinned = pinned(shape, root.table());
        if (keys.isOne(root, pinned, schemas)) {
            boolean joins = ofOther || shape.roots().stream().skip(1).anyMatch(each -> !each.subquery());
            return joins ? ofOne(root.table())
                    : new RowEstimate(RowEstimate.Amount.ONE, "a unique key finds one row");
        }
        Optional<Table> table = schemas.stream().flatMap(each -> each.table(root.table()).stream()).findFirst();
        if (table.isEmpty()) {
            return RowEstimate.OPEN;
        }
        Set<String> given = given(shape, root.table());
        return nearlyKey(table.get(), given).or(() -> ofSeveral(table.get(), given)).or(() -> ofParent(table.get(), pinned))
                .or(() -> ofSelf(root, table.get(), pinned)).or(() -> joined(shape, table.get(), schemas))
                .or(() -> ofNumber(root, table.get(), given)).orElse(RowEstimate.OPEN);
    }

    private static Set<String> pinned(QueryShape shape, String table) {
        return shape.predicates().stream().filter(each -> each.table().equals(table) && UniqueKeys.pins(each))
                .map(Predicate::column).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The columns whose value is told at run time; a constant names a kind, of which there are many rows. */
    private static Set<String> given(QueryShape shape, String table) {
        return shape.predicates().stream().filter(each -> each.table().equals(table) && UniqueKeys.pins(each)
                        && each.value() == QueryShape.Value.PARAMETER)
                .map(Predicate::column).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * A column with an index of its own that refers to nothing, as a number or a name, has a few rows for each value. So has
     * one that is unique with the owner of the row.
     */
    private Optional<RowEstimate> nearlyKey(Table table, Set<String> pinned) {
        boolean unique = UniqueKeys.of(table).map(key -> withoutOwner(key, table))
                .anyMatch(own -> !own.isEmpty() && pinned.containsAll(own));
        boolean indexed = table.indexes().stream().filter(Index::isWhole).map(Index::leadingColumns)
                .filter(each -> each.size() == 1 && pinned.containsAll(each)).map(each -> each.get(0))
                .anyMatch(column -> !refers(table, column) && !tenants.isPinnedBy(table.name(), column) && !isLikeKey(table, column));
        return unique ? Optional.of(RowEstimate.few("what is pinned is unique with the owner of a row"))
                : indexed ? Optional.of(RowEstimate.alike("a column with an index of its own is pinned, which few rows share"))
                : Optional.empty();
    }

    private Set<String> withoutOwner(Set<String> key, Table table) {
        return key.stream().filter(each -> !refers(table, each) && !tenants.isPinnedBy(table.name(), each))
                .collect(Collectors.toSet());
    }

    private static boolean refers(Table table, String column) {
        return table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column));
    }

    private static boolean isLikeKey(Table table, String column) {
        String type = table.column(column).map(Column::type).orElse("");
        return table.primaryKey().filter(key -> key.leadingColumns().stream().flatMap(each -> table.column(each).stream())
                .anyMatch(each -> each.type().equals(type))).isPresent();
    }

    /** What belongs to two others at once, as the orders of a customer for a product, is rare. */
    private Optional<RowEstimate> ofSeveral(Table table, Set<String> pinned) {
        long parents = pinned.stream().filter(each -> !tenants.isPinnedBy(table.name(), each) && refersToMany(table, each)).count();
        return parents > 1 ? Optional.of(RowEstimate.few("the rows belong to one of two tables at once")) : Optional.empty();
    }

    private boolean refersToMany(Table table, String column) {
        Optional<ForeignKey> key = table.foreignKeys().stream().filter(each -> each.columns().equals(List.of(column))).findFirst();
        return key.isPresent() ? !growth.apply(key.get().referencedTable()).isSmall() : isLikeKey(table, column);
    }

    /** The rows that refer to one row of another table, by a foreign key that the statement pins. */
    private Optional<RowEstimate> ofParent(Table table, Set<String> pinned) {
        return table.foreignKeys().stream().filter(key -> !key.columns().isEmpty() && pinned.containsAll(key.columns()))
                .filter(key -> key.columns().stream().noneMatch(each -> tenants.isPinnedBy(table.name(), each)))
                .filter(key -> !isLink(table, pinned) && !isCrowded(table, key)).findFirst()
                .map(key -> ofOne(key.referencedTable()));
    }

    /** The same where no foreign key says so: by a number of the kind that keys are, in a table that nothing fills by itself. */
    private Optional<RowEstimate> ofNumber(Root root, Table table, Set<String> given) {
        return growth.apply(table.name()).isLarge() ? Optional.empty()
                : given.stream().filter(each -> isNumber(root, each) && !refers(table, each) && !tenants.isPinnedBy(table.name(), each))
                        .findFirst().map(each -> new RowEstimate(RowEstimate.Amount.OF_ONE, "the rows belong to one " + each));
    }

    private boolean isNumber(Root root, String column) {
        return entities.ofClass(root.entity()).stream().flatMap(entity -> entity.attributes().stream())
                .filter(Attribute.Basic.class::isInstance).map(Attribute.Basic.class::cast)
                .anyMatch(each -> each.column().equals(column) && each.isLikeKey());
    }

    /** The rows below one of the same table, as the mapping says where the schema has no foreign key. */
    private Optional<RowEstimate> ofSelf(Root root, Table table, Set<String> pinned) {
        return entities.ofClass(root.entity()).stream().flatMap(entity -> entity.attributes().stream())
                .filter(Association.class::isInstance).map(Association.class::cast)
                .filter(each -> each.cardinality().isToOne() && each.target().equals(root.entity()))
                .filter(each -> !each.joinColumns().isEmpty() && pinned.containsAll(each.joinColumns())).findFirst()
                .map(each -> ofOne(table.name()));
    }

    /** What links a row with any number of independent others has as many as there are of these. */
    private static boolean isLink(Table table, Set<String> pinned) {
        Set<String> foreign = new LinkedHashSet<>();
        table.foreignKeys().stream().filter(each -> !each.referencedTable().equals(table.name())).map(ForeignKey::columns)
                .forEach(foreign::addAll);
        Set<String> key = table.primaryKey().map(each -> Set.copyOf(each.leadingColumns())).orElse(Set.of());
        long own = table.columns().stream().map(Column::name).filter(each -> !foreign.contains(each) && !key.contains(each)).count();
        return foreign.size() > 1 && own <= foreign.size() && !pinned.containsAll(foreign);
    }

    /** Where parents are many, each has a few. */
    private RowEstimate ofOne(String parent) {
        return growth.apply(parent).isLarge()
                ? RowEstimate.few("the rows belong to one of " + parent + ", which has a few most often") : RowEstimate.ofOne(parent);
    }

    /**
     * One of a few kinds has many rows. So has a parent whose rows are sorted by an index of their own, and one of few parents
     * of rows that are added without end.
     */
    private boolean isCrowded(Table table, ForeignKey key) {
        Growth parents = growth.apply(key.referencedTable());
        boolean fed = growth.apply(table.name()).isFed() && !parents.isFed();
        boolean sorted = table.indexes().stream().map(Index::leadingColumns).anyMatch(each -> goesOn(each, key.columns(), table));
        return parents.isSmall() || fed || sorted || isBetween(table, key);
    }

    /** What stands between two large tables, as the reviews of products by customers, has as many rows for one as the other has. */
    private boolean isBetween(Table table, ForeignKey key) {
        return table.foreignKeys().stream().filter(each -> !each.referencedTable().equals(key.referencedTable())
                        && !each.referencedTable().equals(table.name()) && growth.apply(each.referencedTable()).isLarge())
                .filter(each -> each.columns().stream().flatMap(name -> table.column(name).stream()).noneMatch(Column::nullable))
                .anyMatch(each -> !refers(key.referencedTable(), each.referencedTable()));
    }

    private boolean refers(String from, String to) {
        return schemas.stream().flatMap(each -> each.table(from).stream()).flatMap(each -> each.foreignKeys().stream())
                .anyMatch(each -> each.referencedTable().equals(to));
    }

    private boolean goesOn(List<String> index, List<String> parent, Table table) {
        List<String> own = index.stream().filter(each -> !tenants.isPinnedBy(table.name(), each)).toList();
        return own.size() > parent.size() && parent.containsAll(own.subList(0, parent.size()))
                && table.column(own.get(parent.size())).filter(GrowthSigns::isTime).isPresent();
    }

    /** Rows that are found through another table, of which one row is meant, or those that are linked with one. */
    private Optional<RowEstimate> joined(QueryShape shape, Table table, List<Schema> schemas) {
        return shape.roots().stream().skip(1).filter(each -> !each.subquery() && !each.table().equals(table.name()))
                .flatMap(root -> schemas.stream().flatMap(each -> each.table(root.table()).stream()).limit(1))
                .filter(other -> meansFew(shape, table, other, schemas)).findFirst().map(other -> ofOne(other.name()));
    }

    private boolean meansFew(QueryShape shape, Table table, Table other, List<Schema> schemas) {
        Set<String> pinned = given(shape, other.name());
        pinned.removeIf(each -> tenants.isPinnedBy(other.name(), each));
        Optional<ForeignKey> toOther = table.foreignKeys().stream()
                .filter(each -> each.referencedTable().equals(other.name())).findFirst();
        if (pinned.isEmpty()) {
            return false;
        }
        return toOther.isPresent() ? isOneOf(other, pinned, schemas) && !isCrowded(table, toOther.get())
                : isLinked(other, pinned) && !growth.apply(other.name()).isFed();
    }

    private boolean isOneOf(Table parents, Set<String> pinned, List<Schema> schemas) {
        return keys.isOne(new Root("", parents.name(), "", "", false), pinned, schemas) || nearlyKey(parents, pinned).isPresent();
    }

    /** A part of the key of a table that links two others, or of what belongs to the rows. */
    private static boolean isLinked(Table link, Set<String> pinned) {
        return link.indexes().stream().filter(each -> each.unique() || each.origin() == Index.Origin.PRIMARY_KEY)
                .anyMatch(key -> key.leadingColumns().stream().anyMatch(pinned::contains))
                || link.foreignKeys().stream().anyMatch(each -> pinned.containsAll(each.columns()));
    }
}
