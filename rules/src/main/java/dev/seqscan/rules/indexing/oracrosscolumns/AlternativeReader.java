package dev.seqscan.rules.indexing.oracrosscolumns;

import dev.seqscan.query.IndexUse;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.rule.ReferenceTables;
import dev.seqscan.rule.Selectivity;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what picks few rows in each alternative of an OR. */
final class AlternativeReader {

    private final TableSearch search;
    private final Selectivity selectivity;
    private final ReferenceTables references;

    AlternativeReader(TableSearch search, Selectivity selectivity, ReferenceTables references) {
        this.search = search;
        this.selectivity = selectivity;
        this.references = references;
    }

    /** The comparison of an alternative that an index serves best; empty where many rows may meet it. */
    Optional<Alternative> read(List<Predicate> branch) {
        Stream<Alternative> own = branch.stream().filter(each -> isSelective(each) || isRange(each))
                .map(each -> new Alternative(each, table(each).flatMap(table -> index(table, each, branch))));
        Stream<Alternative> asking = branch.stream().filter(AlternativeReader::asksSubquery)
                .map(each -> new Alternative(each, Optional.empty()));
        return Stream.concat(own, asking).max(Comparator.comparing((Alternative each) -> !each.isRange())
                .thenComparing(each -> each.index().isPresent()).thenComparing(each -> each.isOf(search.table())));
    }

    /** A range may hold most rows; a constant tells one of few kinds mostly, and so does an enumeration. */
    boolean isSelective(Predicate predicate) {
        return predicate.operator() != Operator.RANGE && picks(predicate);
    }

    private boolean isRange(Predicate predicate) {
        return predicate.operator() == Operator.RANGE && picks(predicate);
    }

    private boolean picks(Predicate predicate) {
        boolean given = predicate.value() == Value.PARAMETER && predicate.clause() == Clause.WHERE && !predicate.optional();
        return given && table(predicate).filter(table -> selectivity.isSelective(table, predicate)
                && !selectivity.isOneOfFew(table, predicate)
                && !references.tellsKind(table, predicate, search.access().schema())).isPresent();
    }

    private Optional<Table> table(Predicate predicate) {
        return search.access().schema().table(predicate.table());
    }

    /** An index that finds the rows of a comparison if it is asked alone. */
    private static Optional<Index> index(Table table, Predicate predicate, List<Predicate> together) {
        return IndexUse.isServed(table, predicate, together) ? table.indexes().stream()
                .filter(each -> each.leadingColumns().stream().limit(1).anyMatch(predicate.column()::equals)).findFirst()
                : Optional.empty();
    }

    private static boolean asksSubquery(Predicate predicate) {
        boolean in = predicate.operator() == Operator.IN || predicate.function().equals("exists");
        return in && predicate.value() == Value.SUBQUERY && predicate.clause() == Clause.WHERE;
    }
}
