package dev.seqscan.rule;

import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.IndexStatement;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The conditions of a statement that are the same each time it is sent, as {@code deleted_at is null}: a partial index can
 * leave out all other rows (PostgreSQL documentation, "Partial Indexes"; SQLite, "Partial Indexes"; SQL Server, "Create filtered
 * indexes").
 */
public final class ConstantConditions {

    private static final Set<String> BOOLEANS = Set.of("boolean", "bool");

    private ConstantConditions() {
    }

    /**
     * The conditions as SQL writes them; none where the product has no partial indexes.
     *
     * @param mandatory what must hold for a row of the table
     */
    public static List<String> of(Product product, Table table, List<Predicate> mandatory) {
        return !product.hasPartialIndexes() ? List.of() : mandatory.stream()
                .filter(each -> each.function().isEmpty() && IndexStatement.isPlainName(each.column())
                        && each.clause() != Clause.HAVING && each.disjunction() == 0)
                .flatMap(each -> table.column(each.column()).flatMap(column -> text(each, column, product)).stream())
                .distinct().sorted().toList();
    }

    private static Optional<String> text(Predicate predicate, Column column, Product product) {
        boolean truth = product == Product.POSTGRESQL && BOOLEANS.contains(column.type());
        String literal = predicate.other().literal();
        boolean compared = predicate.operator() == Operator.EQUAL && predicate.value() == Value.CONSTANT && !literal.isEmpty();
        if (predicate.operator() == Operator.IS_NULL) {
            return Optional.of(column.name() + " is null");
        }
        if (predicate.operator() == Operator.IS_TRUE && truth) {
            return Optional.of(column.name() + " = true");
        }
        boolean fits = literal.matches("true|false") ? truth : !truth;
        return compared && fits ? Optional.of(column.name() + " = " + literal) : Optional.empty();
    }
}
