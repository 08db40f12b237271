package dev.seqscan.rules.indexing.unindexedfilter;

import dev.seqscan.finding.Certainty;
import dev.seqscan.query.Alternatives;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.rule.ConstantConditions;
import dev.seqscan.rule.HiddenIndex;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Selectivity;
import dev.seqscan.rule.TableAccess;
import dev.seqscan.rule.TableDoubts;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Judges the filters of one table that a statement can find by walking it only. */
final class FilterSearch {

    /** Further columns make an index larger and hardly more selective. */
    private static final int MOST_COLUMNS = 3;

    private final TableAccess access;
    private final Selectivity selectivity;
    private final TableDoubts doubts;
    private final Model model;
    private final ColumnOrder order;
    private final boolean pages;

    /**
     * Takes one statement on one product.
     *
     * @param pages whether the statement ends after some rows
     */
    FilterSearch(TableAccess access, Workload workload, boolean pages) {
        this.access = access;
        this.selectivity = workload.selectivity();
        this.doubts = workload.doubts();
        this.model = workload.model();
        this.order = workload.order();
        this.pages = pages;
    }

    /** What no index serves of a table that the statement cannot reach otherwise. */
    Optional<Unserved> unserved(Table table) {
        if (!access.walks(table) || access.mandatory(table.name()).stream().anyMatch(each -> isHidden(table, each))) {
            return Optional.empty();
        }
        List<Predicate> selective = selective(table, access.mandatory(table.name()));
        if (!selective.isEmpty()) {
            return Optional.of(unserved(table, selective, certainty(table, selective)));
        }
        Optional<Unserved> alternatives = alternatives(table);
        return alternatives.isPresent() ? alternatives : optional(table);
    }

    private List<Predicate> selective(Table table, List<Predicate> predicates) {
        return predicates.stream().filter(each -> selectivity.isSelective(table, each) && !isHidden(table, each)).toList();
    }

    /** Of an index that a function hides function-on-indexed-column speaks. */
    private boolean isHidden(Table table, Predicate predicate) {
        return HiddenIndex.of(table, predicate, access.product()).isPresent();
    }

    private Unserved unserved(Table table, List<Predicate> selective, Certainty certainty) {
        List<Predicate> pinned = distinct(table, selective.stream().filter(Selectivity::pins).toList());
        List<Predicate> ranges = distinct(table, selective.stream().filter(each -> !Selectivity.pins(each)).toList());
        List<Predicate> leading = pinned.isEmpty() ? ranges.subList(0, 1)
                : pinned.subList(0, Math.min(MOST_COLUMNS, pinned.size()));
        List<Index.Part> following = pinned.isEmpty() || pinned.size() >= MOST_COLUMNS ? List.of()
                : ranges.stream().filter(each -> each.function().isEmpty() && !holds(pinned, each.column())).limit(1)
                        .map(each -> Index.Part.of(each.column())).toList();
        boolean sorts = ranges.isEmpty() && pinned.size() < MOST_COLUMNS;
        return new Unserved(table, access.product(), leading, sorts ? sortKeys(table, pinned) : following, false, certainty, "",
                constants(table));
    }

    private List<String> constants(Table table) {
        return ConstantConditions.of(access.product(), table, access.mandatory(table.name()));
    }

    /** One predicate a column, in the order of an index. */
    private List<Predicate> distinct(Table table, List<Predicate> predicates) {
        Map<String, Predicate> byColumn = new TreeMap<>(order.of(table));
        predicates.forEach(each -> byColumn.putIfAbsent(each.column(), each));
        return List.copyOf(byColumn.values());
    }

    private static boolean holds(List<Predicate> predicates, String column) {
        return predicates.stream().anyMatch(each -> each.column().equals(column));
    }

    /** Sort keys follow the pinned columns if all are columns of the table; their direction counts where they differ. */
    private List<Index.Part> sortKeys(Table table, List<Predicate> pinned) {
        List<SortKey> keys = access.order().stream().filter(each -> !holds(pinned, each.column())).toList();
        boolean own = keys.stream()
                .allMatch(each -> each.table().equals(table.name()) && table.column(each.column()).isPresent());
        boolean mixed = keys.stream().map(SortKey::descending).distinct().count() > 1;
        return !own ? List.of() : keys.stream().limit(2)
                .map(each -> new Index.Part(each.column(), "", mixed && each.descending())).toList();
    }

    private Certainty certainty(Table table, List<Predicate> selective) {
        if (selective.stream().allMatch(each -> each.operator() == Operator.RANGE) && !model.isWritten(table.name())) {
            return Certainty.possible("a range may hold most rows, and nothing is seen to write the table");
        }
        if (selective.stream().allMatch(each -> each.clause() == Clause.ON)) {
            return Certainty.possible("the filter stands in a join, which may reach the rows another way");
        }
        if (access.walksAnother(table)) {
            return Certainty.possible("another table of the join is walked all the same");
        }
        if (access.servesSome(table, access.optional(table.name()).stream().filter(Selectivity::pins).toList())) {
            return Certainty.possible("a filter that may be switched off finds the rows by an index");
        }
        if (pages && access.isSortedByIndex(table)) {
            return Certainty.possible("an index gives the rows in order, and the statement ends after a page");
        }
        boolean kindOnly = selective.stream().allMatch(each ->
                selectivity.isOneOfFew(table, each) && !model.growth(table.name()).isGrowing()
                || access.countsOnly() && refersToFew(table, each) || doubts.references().tellsKind(table, each, access.schema()));
        if (kindOnly) {
            return Certainty.possible("the filter tells one of a few kinds, which many rows may have");
        }
        return selective.stream().anyMatch(each -> selectivity.isDeclared(table, each))
                ? Certainty.possible("the mapping declares such an index, which the scripts do not show") : doubts.ofSize(table);
    }

    /** Who asks whether there are rows of something, and never for these rows, mostly asks of a kind that is to be deleted. */
    private boolean refersToFew(Table table, Predicate predicate) {
        return table.foreignKeys().stream().filter(each -> each.columns().equals(List.of(predicate.column())))
                .anyMatch(each -> !model.growth(each.referencedTable()).isGrowing());
    }

    /** An OR is walked for if one branch has no index; where others have one, or-across-columns speaks. */
    private Optional<Unserved> alternatives(Table table) {
        if (!access.product().unitesIndexes()) {
            return Optional.empty();
        }
        Map<Integer, List<Predicate>> groups = access.groups().stream().filter(each -> !each.optional())
                .collect(Collectors.groupingBy(Predicate::disjunction, TreeMap::new, Collectors.toList()));
        return groups.values().stream()
                .filter(group -> group.size() > 1 && group.stream().allMatch(each -> each.table().equals(table.name())))
                .map(Alternatives::branches)
                .filter(branches -> branches.stream().noneMatch(each -> selective(table, each).isEmpty()
                        || access.servesBranch(table, each)))
                .map(branches -> distinct(table, branches.stream().map(each -> selective(table, each).get(0)).toList()))
                .map(group -> new Unserved(table, access.product(), group, List.of(), group.size() > 1, doubts.ofSize(table), "",
                        constants(table)))
                .findFirst();
    }

    /** Filters that a parameter may switch off: one that is always on may not be among them. */
    private Optional<Unserved> optional(Table table) {
        List<Predicate> optional = access.optional(table.name());
        List<Predicate> selective = selective(table, optional);
        return selective.isEmpty() || access.servesSome(table, optional) ? Optional.empty()
                : Optional.of(unserved(table, selective, Certainty.possible("a parameter may switch the filter off")));
    }
}
