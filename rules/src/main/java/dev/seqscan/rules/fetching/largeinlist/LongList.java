package dev.seqscan.rules.fetching.largeinlist;

import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Weight;
import dev.seqscan.flow.FilledList;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.rule.Model;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.ForeignKey;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A list of values that is as long as a table.
 *
 * @param rows what finds the rows that fill it
 * @param table the table that they are of
 */
record LongList(QueryUse rows, Table table, Product product, Certainty certainty) {

    private static final Set<String> KEYS = Set.of("bigint", "int8", "bigserial", "uuid");

    /** The list that a statement is given, if it may get long. */
    static Optional<LongList> of(FilledList filled, Model model) {
        QueryUse rows = filled.rows();
        QueryShape shape = rows.query().shape();
        boolean limited = rows.query().paging().form() != Query.Paging.Form.NONE || !shape.limit().equals(Limit.NONE)
                || model.rows(rows).isOfOne() || filled.use().atStart();
        String name = limited || shape.roots().isEmpty() ? "" : shape.roots().get(0).table();
        return model.schemas(rows).stream().flatMap(schema -> schema.table(name).stream()
                .filter(table -> !model.isSmall(table) && !model.growth(name).isSmall())
                .map(table -> new LongList(rows, table, schema.product(), certainty(filled, table, model)))).findFirst();
    }

    private static Certainty certainty(FilledList filled, Table table, Model model) {
        QueryUse rows = filled.rows();
        QueryShape shape = rows.query().shape();
        if (!model.growth(table.name()).isGrowing()) {
            return Certainty.possible("nothing tells that the table gets many rows");
        }
        if (filled.some()) {
            return Certainty.possible("the program may leave most of the rows out");
        }
        if (shape.predicates().stream().anyMatch(each -> each.clause() != QueryShape.Clause.ON) || !shape.unknown().isEmpty()
                || shape.grouped()) {
            return Certainty.possible(model.rows(rows).isLimited() ? model.rows(rows).reason()
                    : "its conditions may leave a few rows");
        }
        if (!areVaried(filled, table, model)) {
            return Certainty.possible("the rows may share a few values");
        }
        return model.size(table) == Weight.Table.LARGE ? Certainty.PROVEN
                : Certainty.likely("how many rows there are is not known");
    }

    /** Whether the list is compared with a key of a table that gets many rows, so that its values differ. */
    private static boolean areVaried(FilledList filled, Table source, Model model) {
        QueryShape shape = filled.use().query().shape();
        List<Predicate> listed = shape.predicates().stream().filter(each -> each.operator() == Operator.IN
                && each.value() == QueryShape.Value.PARAMETER).toList();
        List<Schema> schemas = model.schemas(filled.use());
        if (listed.isEmpty()) {
            return shape.roots().stream().limit(1).anyMatch(root -> model.growth(root.table()).isGrowing());
        }
        return listed.size() == 1 && schemas.stream().flatMap(schema -> schema.table(listed.get(0).table()).stream())
                .anyMatch(table -> isKey(table, listed.get(0).column(), model)
                        || isLikeKey(table, listed.get(0).column(), source));
    }

    /** A column of the type of long numbers that the keys of the rows have. */
    private static boolean isLikeKey(Table table, String column, Table source) {
        String type = table.column(column).map(Column::type).filter(KEYS::contains).orElse("");
        return source.primaryKey().filter(key -> key.leadingColumns().size() == 1 && source.column(key.leadingColumns().get(0))
                .filter(each -> each.type().equals(type)).isPresent()).isPresent();
    }

    /** Tables that the migrations fill hold kinds, of which there are a few. */
    private static boolean isKey(Table table, String column, Model model) {
        boolean unique = table.indexes().stream().anyMatch(index -> (index.unique() || index.origin() == Index.Origin.PRIMARY_KEY)
                && index.leadingColumns().equals(List.of(column)));
        Optional<ForeignKey> key = table.foreignKeys().stream().filter(each -> each.columns().equals(List.of(column)))
                .findFirst();
        return unique && table.seededRows() == 0 && model.growth(table.name()).isGrowing()
                || key.isPresent() && model.growth(key.get().referencedTable()).isGrowing();
    }

    /**
     * What a long list ends in on a product: Oracle Database Error Messages, ORA-01795; SQL Server "Maximum capacity
     * specifications"; PostgreSQL "Frontend/Backend Protocol" (a 16-bit number of parameters); SQLite "Limits".
     */
    String limit() {
        return switch (product) {
            case ORACLE -> "Oracle refuses more than 1,000 (ORA-01795).";
            case SQLSERVER -> "SQL Server refuses more than 2,100 parameters.";
            case POSTGRESQL -> "PostgreSQL refuses more than 65,535 parameters, and plans each length anew.";
            default -> "the database plans each length anew, and refuses the statement in the end.";
        };
    }
}
