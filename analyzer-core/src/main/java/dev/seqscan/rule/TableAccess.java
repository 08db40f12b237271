package dev.seqscan.rule;

import dev.seqscan.query.Alternatives;
import dev.seqscan.query.IndexOrder;
import dev.seqscan.query.IndexUse;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Root;
import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a database may find the rows of the tables of one statement: by an index, coming from another table, or by walking.
 * Where a table is joined to one that an index finds, its own filters need no index.
 */
public final class TableAccess {

    private final QueryShape shape;
    private final Schema schema;

    /** Takes one statement and the schema it runs on. */
    public TableAccess(QueryShape shape, Schema schema) {
        this.shape = shape;
        this.schema = schema;
    }

    /** The same statement, where it is told what its joined associations compare. */
    public TableAccess with(AssociationLinks links) {
        return new TableAccess(links.with(shape), schema);
    }

    /** The product whose indexes are asked. */
    public Product product() {
        return schema.product();
    }

    /** The sort keys of the statement. */
    public List<SortKey> order() {
        return shape.order();
    }

    /** The stored tables with filters; empty where the statement is not understood well enough to tell how they are found. */
    public List<Table> tables() {
        return !isUnderstood() ? List.of() : shape.predicates().stream().map(Predicate::table).distinct().flatMap(name -> stored(name).stream())
                .filter(this::knowsColumns).toList();
    }

    /** The stored table that the statement is about. */
    public Optional<Table> root() {
        return shape.roots().stream().limit(1).filter(each -> !each.subquery()).flatMap(each -> stored(each.table()).stream())
                .findFirst();
    }

    /** Whether a unique key picks one row of the table at most. */
    public boolean picksOne(Table table) {
        List<String> pinned = mandatory(table.name()).stream().filter(UniqueKeys::pins).map(Predicate::column).toList();
        return UniqueKeys.of(table).anyMatch(pinned::containsAll);
    }

    /** All stored tables of the statement, those of subqueries included. */
    public Stream<Table> all() {
        return shape.roots().stream().map(Root::table).distinct().flatMap(each -> stored(each).stream());
    }

    private boolean isUnderstood() {
        boolean reads = switch (shape.command()) {
            case SELECT, UPDATE, DELETE -> true;
            default -> false;
        };
        return reads && shape.knowsFilters() && !ordersCount() && shape.predicates().stream().noneMatch(TableAccess::isOpen);
    }

    /** The stored table by whose columns alone the rows of a SELECT are sorted; empty where that is not so or not known. */
    public Optional<Table> sorted() {
        boolean rows = switch (shape.projection()) {
            case ENTITY, ALL_COLUMNS, COLUMNS, CONSTRUCTOR -> true;
            case COUNT, EXISTS, AGGREGATE, NONE -> false;
        };
        boolean plain = shape.command() == QueryShape.Command.SELECT && rows && !shape.distinct() && !shape.grouped();
        if (!plain || order().isEmpty() || shape.unknown().contains(QueryShape.UNREAD_ORDER) || !isUnderstood()) {
            return Optional.empty();
        }
        String name = order().get(0).table();
        return stored(name).filter(table -> reads(name) && knowsColumns(table) && order().stream()
                .allMatch(each -> each.table().equals(name) && table.column(each.column()).isPresent()));
    }

    /** Whether all conditions are about one table, and all of them must hold: nothing but an index on it finds its rows. */
    public boolean standsAlone(Table table) {
        return shape.roots().size() == 1 && groups().isEmpty()
                && shape.predicates().stream().noneMatch(each -> isLink(each) || !each.table().equals(table.name()));
    }

    /** Whether queries within it read further rows, whatever becomes of those of its own tables. */
    public boolean nests() {
        return shape.roots().size() > 1 && shape.roots().stream().anyMatch(Root::subquery);
    }

    /** Whether rows of a table come out, also through one query within another; tables that nothing links are parts of a UNION. */
    private boolean reads(String name) {
        List<Root> outer = shape.roots().stream().filter(each -> !each.subquery() || shape.roots().size() == 1).toList();
        return outer.stream().anyMatch(each -> each.table().equals(name)) && (outer.size() == 1
                || outer.stream().allMatch(each -> of(each.table()).anyMatch(link -> link.value() == Value.COLUMN)));
    }

    /** Whether an index gives the rows of the table in the order of the statement. */
    public boolean isOrderGiven(Table table) {
        return IndexOrder.isGiven(table, mandatory(table.name()), order(), product());
    }

    /** Whether something must hold of other tables than this one, but for what links them. */
    public boolean filtersOthers(Table table) {
        return others(table).anyMatch(name -> mandatory(name).stream().anyMatch(each -> each.value() != Value.COLUMN));
    }

    /** Where a page is asked for in an unknown order, an index may give the rows in that. */
    private boolean ordersCount() {
        return shape.unknown().contains(QueryShape.UNREAD_ORDER) && !shape.limit().equals(QueryShape.Limit.NONE);
    }

    /** A comparison of an unknown column might be the one that an index finds. */
    private static boolean isOpen(Predicate predicate) {
        return (predicate.table().isEmpty() || predicate.column().isEmpty()) && !predicate.optional()
                && predicate.function().isEmpty() && predicate.operator().isSearchable() && predicate.value() != Value.COLUMN;
    }

    /** The schema whose indexes are asked. */
    public Schema schema() {
        return schema;
    }

    /** Whether the statement gives no rows, but how many there are or whether there is one, as far as is known. */
    public boolean countsOnly() {
        return shape.unknown().contains(QueryShape.UNREAD_COLUMNS) || shape.projection() == QueryShape.Projection.COUNT
                || shape.projection() == QueryShape.Projection.EXISTS;
    }

    private Optional<Table> stored(String name) {
        return schema.table(name)
                .filter(each -> each.kind() == Table.Kind.TABLE || each.kind() == Table.Kind.PARTITIONED);
    }

    private boolean knowsColumns(Table table) {
        return of(table.name()).allMatch(each -> table.column(each.column()).isPresent());
    }

    private Stream<Predicate> of(String table) {
        return shape.predicates().stream().filter(each -> each.table().equals(table) && each.clause() != Clause.HAVING);
    }

    /** What must hold for a row of the table. */
    public List<Predicate> mandatory(String table) {
        return of(table).filter(each -> !each.optional() && each.disjunction() == 0).toList();
    }

    /** What a parameter may switch off. */
    public List<Predicate> optional(String table) {
        return of(table).filter(each -> each.optional() && each.disjunction() == 0).toList();
    }

    /** The predicates of all tables that stand in an OR. */
    public List<Predicate> groups() {
        return shape.predicates().stream().filter(each -> each.disjunction() != 0).toList();
    }

    /** Whether an index finds the rows of at least one of the predicates. */
    public boolean servesSome(Table table, List<Predicate> predicates) {
        return predicates.stream().anyMatch(each -> IndexUse.isServed(table, each, predicates));
    }

    /** Whether an index gives the rows in the order asked for, so that a limit ends the walk early. */
    public boolean isSortedByIndex(Table table) {
        return !order().isEmpty() && order().get(0).table().equals(table.name())
                && IndexUse.ordering(table, Set.of(), List.of(order().get(0).column())).isPresent();
    }

    /** Whether nothing but a walk finds the rows of the table. */
    public boolean walks(Table table) {
        List<Predicate> own = mandatory(table.name());
        List<Predicate> links = own.stream().filter(TableAccess::isLink).toList();
        boolean linked = links.stream().anyMatch(each -> IndexUse.isServed(table, each, own));
        boolean bySubquery = links.stream()
                .anyMatch(each -> each.value() == Value.SUBQUERY && IndexUse.isServed(table, each, own));
        boolean correlated = linked && shape.roots().stream().filter(each -> each.table().equals(table.name()))
                .allMatch(Root::subquery);
        boolean reached = (linked || links.isEmpty()) && others(table).anyMatch(each -> reaches(each) && isFound(each));
        return !isFound(table.name()) && !bySubquery && !correlated && !reached;
    }

    /** Whether a table that is joined is walked even if an index finds the rows of this one. */
    public boolean walksAnother(Table table) {
        return shape.roots().stream().filter(each -> !each.subquery()).map(Root::table).distinct()
                .filter(each -> !each.equals(table.name())).flatMap(each -> stored(each).stream()).anyMatch(this::isJoinWalked);
    }

    /**
     * The stored tables that the statement joins and nothing but a walk finds: no index begins with a column that links them to
     * the others, nor with one of their filters.
     */
    public List<Table> joinWalked() {
        List<Root> outer = shape.roots().stream().filter(each -> !each.subquery()).toList();
        boolean linked = outer.size() > 1 && outer.stream().allMatch(each -> of(each.table()).anyMatch(TableAccess::links));
        return !isUnderstood() || !linked ? List.of() : outer.stream().map(Root::table).distinct()
                .flatMap(each -> stored(each).stream()).filter(this::knowsColumns).filter(this::isJoinWalked).toList();
    }

    /** The conditions that link a table to others: columns that are equal to columns. */
    public List<Predicate> links(Table table) {
        return mandatory(table.name()).stream().filter(TableAccess::links).toList();
    }

    private static boolean links(Predicate predicate) {
        return predicate.value() == Value.COLUMN && predicate.operator() == QueryShape.Operator.EQUAL;
    }

    /** The other stored tables whose rows come out. */
    public List<Table> joinedWith(Table table) {
        return shape.roots().stream().filter(each -> !each.subquery() && !each.table().equals(table.name())).map(Root::table)
                .distinct().flatMap(each -> stored(each).stream()).toList();
    }

    private boolean isJoinWalked(Table joined) {
        List<Predicate> own = mandatory(joined.name());
        List<Predicate> links = own.stream().filter(each -> each.value() == Value.COLUMN).toList();
        return !links.isEmpty() && !isFound(joined.name())
                && links.stream().noneMatch(each -> IndexUse.isServed(joined, each, own));
    }

    private static boolean isLink(Predicate predicate) {
        return predicate.value() == Value.COLUMN || predicate.value() == Value.SUBQUERY;
    }

    /** A table in a subquery that is one of several alternatives leads to no row of the others. */
    private boolean reaches(String name) {
        long alternatives = groups().stream().filter(each -> each.value() == Value.SUBQUERY).count();
        boolean outside = shape.roots().stream().anyMatch(each -> each.table().equals(name) && !each.subquery());
        return outside || alternatives == 0 || shape.roots().stream().filter(Root::subquery).count() > alternatives;
    }

    private Stream<String> others(Table table) {
        Set<String> names = shape.roots().stream().map(Root::table).collect(Collectors.toCollection(TreeSet::new));
        shape.predicates().forEach(each -> names.add(each.table()));
        names.remove(table.name());
        return names.stream();
    }

    /** Whether an index finds the rows of a table by its own filters; of an unknown table with filters it is taken to be so. */
    private boolean isFound(String name) {
        List<Predicate> own = mandatory(name);
        List<Predicate> filters = own.stream().filter(each -> !isLink(each)).toList();
        Optional<Table> table = stored(name);
        return table.isEmpty() ? !filters.isEmpty() : filters.stream()
                .anyMatch(each -> IndexUse.isServed(table.get(), each, own)) || servesAlternatives(table.get());
    }

    private boolean servesAlternatives(Table table) {
        Map<Integer, List<Predicate>> byGroup = groups().stream()
                .collect(Collectors.groupingBy(Predicate::disjunction, TreeMap::new, Collectors.toList()));
        return byGroup.values().stream().anyMatch(group -> Alternatives.branches(group).stream()
                .allMatch(branch -> servesBranch(table, branch)));
    }

    /**
     * Whether an index finds the rows of one alternative of an OR: what always holds may narrow it to a partial index. What a
     * subquery gives is looked up for each row, since it is joined only where it stands alone (PostgreSQL, MySQL
     * "Optimizing Subqueries ... with Semijoin Transformations").
     */
    public boolean servesBranch(Table table, List<Predicate> branch) {
        List<Predicate> together = Stream.concat(branch.stream(), mandatory(table.name()).stream()).toList();
        return branch.stream().anyMatch(each -> each.table().equals(table.name()) && each.value() != Value.SUBQUERY
                && IndexUse.isServed(table, each, together));
    }
}
