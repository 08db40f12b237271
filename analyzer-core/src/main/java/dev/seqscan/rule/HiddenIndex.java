package dev.seqscan.rule;

import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Table;
import java.util.Optional;
import java.util.Set;

/**
 * Tells an index on a column that a function around the column keeps the database from using: an index holds the values of
 * the column, and not what a function makes of them (PostgreSQL documentation, "Indexes on Expressions"; MySQL manual,
 * "Functional Key Parts").
 */
public final class HiddenIndex {

    /** Functions that give upper or lower case. */
    public static final Set<String> FOLDS = Set.of("lower", "upper", "lcase", "ucase");

    /** Functions that cut a time to its day, month or year, so that a range says the same. */
    public static final Set<String> CUTS = Set.of("date", "trunc", "date_trunc", "datetrunc", "year", "cast", "convert");

    private static final Set<String> OTHERS = Set.of("trim", "ltrim", "rtrim", "btrim", "substring", "substr", "left",
            "replace", "date_format", "to_char", "extract", "date_part", "datepart", "month", "day", "unaccent");

    private static final Set<String> TIMES = Set.of("date", "time", "datetime", "datetime2", "smalldatetime", "datetimeoffset",
            "timestamp", "timestamptz", "timestamp with time zone", "timestamp without time zone",
            "timestamp with local time zone");

    private HiddenIndex() {
    }

    /**
     * The index on the plain column that a condition could use if no function stood around the column.
     *
     * @return empty where there is no function, where it is not known to hide an index, and where there is no index
     */
    public static Optional<Index> of(Table table, Predicate predicate, Product product) {
        boolean compared = predicate.value() == Value.PARAMETER || predicate.value() == Value.CONSTANT;
        boolean searches = predicate.operator() != Operator.IS_NULL && predicate.operator() != Operator.IS_TRUE
                && predicate.operator().isSearchable();
        if (!compared || !searches || predicate.clause() != Clause.WHERE || !hides(table, predicate, product)) {
            return Optional.empty();
        }
        return table.indexes().stream().filter(index -> index.visible() && index.isWhole()
                        && index.method().matches("|btree|hash"))
                .filter(index -> index.leadingColumns().stream().limit(1).anyMatch(predicate.column()::equals)).findFirst();
    }

    private static boolean hides(Table table, Predicate predicate, Product product) {
        String function = predicate.function();
        return CUTS.contains(function) ? product != Product.SQLSERVER && isTime(table, predicate)
                : FOLDS.contains(function) || OTHERS.contains(function);
    }

    /** A cast of a text to a text, as drivers need it, changes nothing; SQL Server searches a range for a cast to a day. */
    private static boolean isTime(Table table, Predicate predicate) {
        return table.column(predicate.column()).map(Column::type).filter(TIMES::contains).isPresent();
    }
}
