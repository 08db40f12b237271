package dev.seqscan.rules.indexing.functiononindexedcolumn;

import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.rule.HiddenIndex;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.IndexStatement;
import java.util.List;
import java.util.Set;

/**
 * How to do without a function. MySQL, MariaDB and SQL Server compare texts without regard to case by default (MySQL manual,
 * "Case Sensitivity in String Searches"; SQL Server, "Collation and Unicode support").
 */
final class PlainColumn {

    private PlainColumn() {
    }

    static String advice(TableSearch search, Predicate predicate) {
        String column = predicate.column();
        if (HiddenIndex.CUTS.contains(predicate.function())) {
            return "Ask for a range instead: " + column + " >= ? and " + column + " < ?.";
        }
        boolean folds = HiddenIndex.FOLDS.contains(predicate.function());
        String expression = predicate.function() + "(" + column + ")";
        List<Index.Part> parts = List.of(new Index.Part("", expression, false));
        String index = IndexStatement.create(search.product(), search.table(), parts, Set.of())
                .map(text -> "Index what is asked for: " + text + ".")
                .orElse("Compare the column as it is, or keep " + expression + " in a column with an index.");
        return switch (search.product()) {
            case MYSQL, MARIADB, SQLSERVER -> folds ? "Compare the column without the function: the usual collations of "
                    + search.product().title() + " ignore case." : index;
            default -> index;
        };
    }
}
