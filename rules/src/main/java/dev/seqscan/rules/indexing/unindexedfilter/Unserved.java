package dev.seqscan.rules.indexing.unindexedfilter;

import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.IndexNeed;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.rule.Selectivity;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.IndexStatement;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Place;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A filter of one table that no index serves.
 *
 * @param leading the predicates with whose columns an index for it begins, one a column, in the order of the columns
 * @param following what an index may hold after them: the column of a range, or sort keys
 * @param tenant the column that every query pins, if an index begins with it; else empty
 * @param constants what else must hold, and is the same each time the statement is sent
 * @param alternatives whether one of the predicates is enough, so that each needs an index of its own
 */
record Unserved(Table table, Product product, List<Predicate> leading, List<Index.Part> following, boolean alternatives,
        Certainty certainty, String tenant, List<String> constants) {

    /** Types of identifiers; a smaller number may be a code, a year or an amount. */
    private static final Set<String> NUMBERS = Set.of("bigint", "int8", "uuid", "uniqueidentifier");

    /** The same where an index begins with the column that pins the tenant. */
    Unserved of(String tenantColumn) {
        return new Unserved(table, product, leading, following, alternatives, certainty, tenantColumn, constants);
    }

    /** What the index begins with, as {@code status} or {@code lower(email)}. */
    List<String> names() {
        return leading.stream().map(Unserved::name).toList();
    }

    /**
     * Whether the query asks for the one row of a number that refers to no table here: then each row belongs to something that
     * another system counts, and has a value of its own.
     */
    boolean isOneRowOfKey(Query query) {
        boolean one = query.rows() == Query.Rows.ONE && query.shape().projection() == QueryShape.Projection.ENTITY
                && query.shape().limit().rows() == QueryShape.Limit.UNLIMITED;
        return one && !alternatives && leading.size() == 1 && leading.get(0).operator() == Operator.EQUAL
                && leading.get(0).function().isEmpty() && isForeignNumber(leading.get(0).column());
    }

    private boolean isForeignNumber(String column) {
        boolean refers = table.foreignKeys().stream().anyMatch(each -> each.columns().contains(column));
        return !refers && table.column(column).filter(each -> NUMBERS.contains(each.type())).isPresent();
    }

    /** The condition as a reader may write it. */
    String condition() {
        return leading.stream().map(Unserved::condition).collect(Collectors.joining(alternatives ? " or " : " and "));
    }

    /**
     * What to do about it: the statements that make the indexes.
     *
     * @param prefixes columns that the index must find by the beginning of their text
     */
    String cure(List<Index.Part> tail, Set<String> prefixes) {
        if (alternatives) {
            return "Each of them needs an index: " + leading.stream().map(each -> create(List.of(each), List.of(), prefixes))
                    .collect(Collectors.joining("; ")) + ".";
        }
        return "Add it: " + create(leading, tail, prefixes) + ".";
    }

    private String create(List<Predicate> columns, List<Index.Part> tail, Set<String> prefixes) {
        List<Index.Part> parts = columns.stream().map(Unserved::part).collect(Collectors.toList());
        if (!tenant.isEmpty()) {
            parts.add(0, Index.Part.of(tenant));
        }
        parts.addAll(tail);
        return IndexStatement.create(product, table, parts, prefixes).orElseGet(() -> "a column that is generated as "
                + parts.stream().map(Index.Part::expression).filter(each -> !each.isEmpty()).collect(Collectors.joining(", "))
                + ", with an index");
    }

    /** The index that it calls for, or one for each alternative; products differ in what is missing, not in what is asked. */
    Stream<IndexNeed> wanted(Product on, Place place, String statement) {
        List<List<Index.Part>> asked = alternatives ? leading.stream().map(each -> List.of(part(each))).toList()
                : List.of(leading.stream().map(Unserved::part).toList());
        return asked.stream().map(parts -> new IndexNeed(on, table.name(), pinned() ? withTenant(parts) : withTenant(List.of()),
                pinned() ? following : parts, searched(Operator.LIKE_PREFIX), searched(Operator.RANGE), constants, place,
                statement));
    }

    private boolean pinned() {
        return leading.stream().allMatch(Selectivity::pins);
    }

    private List<Index.Part> withTenant(List<Index.Part> parts) {
        Stream<Index.Part> first = Stream.of(tenant).filter(each -> !each.isEmpty()).map(Index.Part::of);
        return Stream.concat(first, parts.stream()).toList();
    }

    /** The columns that it searches with an operator. */
    Set<String> searched(Operator operator) {
        return leading.stream().filter(each -> each.operator() == operator).map(Predicate::column).collect(Collectors.toSet());
    }

    private static Index.Part part(Predicate predicate) {
        return predicate.function().isEmpty() ? Index.Part.of(predicate.column()) : new Index.Part("", name(predicate), false);
    }

    private static String name(Predicate predicate) {
        return predicate.function().isEmpty() ? predicate.column() : predicate.function() + "(" + predicate.column() + ")";
    }

    private static String condition(Predicate predicate) {
        return name(predicate) + switch (predicate.operator()) {
            case IN -> " in (?)";
            case RANGE -> " in a range";
            case LIKE_PREFIX -> " like 'abc%'";
            default -> " = ?";
        };
    }
}
