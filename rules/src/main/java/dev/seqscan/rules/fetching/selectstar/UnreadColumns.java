package dev.seqscan.rules.fetching.selectstar;

import dev.seqscan.finding.Certainty;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.QueryShape.Root;
import dev.seqscan.rule.Model;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a table that a statement fetches for nobody.
 *
 * @param large those whose values are kept apart from the row, since they may be long
 * @param read those that the code reads, in the order of the table
 */
record UnreadColumns(Table table, List<String> large, List<String> read, Certainty certainty) {

    private static final int FEW = 4;
    /** Types whose values are long as a rule, or they would have another one. */
    private static final Set<String> LONG = Set.of("blob", "clob", "nclob", "mediumblob", "longblob", "bytea", "image", "json",
            "jsonb", "xml", "mediumtext", "longtext", "ntext", "long raw", "bfile", "character large object",
            "binary large object");

    /**
     * What a statement fetches for nobody, if it is worth a word.
     *
     * @param wide a table with fewer columns has short rows most often
     */
    static Optional<UnreadColumns> of(QueryUse use, Model model, int wide) {
        QueryShape shape = use.query().shape();
        Set<String> names = use.query().columns().orElse(Set.of());
        boolean plain = shape.command() == Command.SELECT && shape.projection() == Projection.ALL_COLUMNS && !shape.grouped()
                && shape.roots().size() == 1 && !names.isEmpty();
        Root root = plain ? shape.roots().get(0) : null;
        return root == null || root.subquery() ? Optional.empty() : model.schemas(use).stream()
                .flatMap(schema -> of(root.table(), names, schema, model, use, wide).stream()).findFirst();
    }

    private static Optional<UnreadColumns> of(String name, Set<String> names, Schema schema, Model model, QueryUse use,
            int wide) {
        Table table = schema.table(name).filter(each -> each.kind() != Table.Kind.VIEW).orElse(null);
        if (table == null || model.isSmall(table) || !names.stream().allMatch(each -> table.column(each).isPresent())) {
            return Optional.empty();
        }
        List<String> read = table.columns().stream().map(Column::name).filter(names::contains).toList();
        List<String> large = table.columns().stream().filter(each -> !names.contains(each.name()))
                .filter(each -> isLong(each, schema.product())).map(Column::name).toList();
        if (!large.isEmpty()) {
            Certainty certainty = model.rows(use).isOne() ? Certainty.possible("it is one row")
                    : Certainty.likely("how long the values are is not known");
            return Optional.of(new UnreadColumns(table, large, read, certainty));
        }
        boolean mostUnread = table.columns().size() >= wide && read.size() * FEW <= table.columns().size();
        return mostUnread && !model.rows(use).isOne() ? Optional.of(new UnreadColumns(table, large, read,
                Certainty.possible("the columns are short"))) : Optional.empty();
    }

    /** On PostgreSQL {@code text} is the type of short texts as well ("Character Types"). */
    private static boolean isLong(Column column, Product product) {
        boolean text = column.type().equals("text") && (product == Product.MYSQL || product == Product.MARIADB
                || product == Product.SQLSERVER);
        return LONG.contains(column.type()) || text;
    }

    /** What is not read, as the end of a sentence. */
    String words() {
        return large.isEmpty() ? "reads " + read.size() + " of " + table.columns().size()
                : "never reads " + String.join(" and ", large)
                + (large.size() == 1 ? ", which may be long" : ", which may be long each");
    }
}
