package dev.seqscan.rules.indexing.implicittypeconversion;

import dev.seqscan.query.IndexUse;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Other;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells where a database converts the text of a column into a number to compare it. */
final class Conversion {

    private static final Set<String> TEXTS = Set.of("char", "varchar", "nchar", "nvarchar", "varchar2", "nvarchar2", "character",
            "character varying", "text", "tinytext", "string");
    private static final Set<String> NUMBERS = Set.of("int", "integer", "bigint", "smallint", "mediumint", "int8", "int4",
            "decimal", "numeric", "number", "bigserial", "serial", "bigint unsigned", "int unsigned");

    private Conversion() {
    }

    /**
     * Whether the product converts the text: MySQL and MariaDB ("Type Conversion in Expression Evaluation"), Oracle ("Data
     * Conversion"), SQL Server ("Data type precedence") and H2, as its plans show. PostgreSQL refuses the comparison; of the
     * others it is not known.
     */
    static boolean happens(Product product) {
        return switch (product) {
            case MYSQL, MARIADB, ORACLE, SQLSERVER, H2 -> true;
            default -> false;
        };
    }

    /** Whether a comparison is one of a text column with a number. */
    static boolean isConverted(Predicate predicate, Schema schema) {
        return predicate.operator().isSearchable() && predicate.function().isEmpty() && predicate.clause() != Clause.HAVING
                && isOf(TEXTS, predicate.table(), predicate.column(), schema) && isNumber(predicate, schema);
    }

    /** H2 converts a value that is bound, and not the column, as its plans show. */
    private static boolean isNumber(Predicate predicate, Schema schema) {
        Other other = predicate.other();
        if (predicate.value() == QueryShape.Value.PARAMETER && schema.product() == Product.H2) {
            return false;
        }
        return other.kind() == Other.Kind.NUMBER || isOf(NUMBERS, other.table(), other.column(), schema);
    }

    private static boolean isOf(Set<String> types, String table, String column, Schema schema) {
        Optional<Table> known = schema.table(table);
        return known.flatMap(each -> each.column(column)).map(Column::type).filter(types::contains).isPresent();
    }

    /** The comparison as one that no index serves. */
    static Predicate unsearched(Predicate each) {
        return new Predicate(each.table(), each.column(), each.path(), Operator.OTHER, each.function(), each.optional(),
                each.disjunction(), each.value(), each.clause(), each.branch(), each.switched(), each.other());
    }

    /** Whether an index would find the rows if the text were compared with a text. */
    static boolean hasIndex(Predicate predicate, Table table) {
        return IndexUse.isServed(table, predicate, List.of(predicate));
    }
}
