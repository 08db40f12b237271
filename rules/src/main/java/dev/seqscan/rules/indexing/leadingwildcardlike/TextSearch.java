package dev.seqscan.rules.indexing.leadingwildcardlike;

import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a product offers to find a text within a column: PostgreSQL trigram indexes ("pg_trgm", "Index Support"), MySQL and
 * MariaDB full-text indexes ("Full-Text Search Functions", "Full-Text Indexes").
 */
final class TextSearch {

    private static final Set<String> FOLDS = Set.of("lower", "upper");

    private static final Set<String> TEXTS = Set.of("char", "text", "string", "clob");

    private TextSearch() {
    }

    /** Numbers and times have no beginning: who writes LIKE there means equality. */
    static boolean isText(Table table, String column) {
        String type = table.column(column).map(Column::type).orElse("");
        return type.isEmpty() || TEXTS.stream().anyMatch(type::contains);
    }

    static String advice(TableSearch search, List<Predicate> patterns) {
        String table = search.table().name();
        String otherwise = " Or search by the beginning only (like '?%'), which an ordered index serves.";
        return switch (search.product()) {
            case POSTGRESQL -> "With the extension pg_trgm an index finds it: " + patterns.stream().map(TextSearch::expression)
                    .distinct().map(each -> "CREATE INDEX ON " + table + " USING gin (" + each + " gin_trgm_ops)")
                    .collect(Collectors.joining("; ")) + "." + otherwise;
            case MYSQL, MARIADB -> "A full-text index finds words: ALTER TABLE " + table + " ADD FULLTEXT ("
                    + patterns.stream().map(Predicate::column).distinct().collect(Collectors.joining(", "))
                    + "), asked by MATCH .. AGAINST." + otherwise;
            default -> "Search by the beginning only (like '?%'), which an ordered index serves, or ask a full-text index.";
        };
    }

    private static String expression(Predicate predicate) {
        return FOLDS.contains(predicate.function()) ? predicate.function() + "(" + predicate.column() + ")" : predicate.column();
    }
}
