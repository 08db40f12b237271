package dev.seqscan.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells the columns of a view, or of a table made from a query, by the query's select list. */
final class QueryColumns {

    private final SchemaDraft schema;

    QueryColumns(SchemaDraft schema) {
        this.schema = schema;
    }

    /** The names of the columns in order; empty where they cannot be told from the select list. */
    List<String> of(TokenCursor query) {
        TokenCursor cursor = query;
        while (cursor.atSymbol('(')) {
            cursor = cursor.group();
        }
        if (!cursor.skipPast("SELECT")) {
            return List.of();
        }
        cursor.acceptAny("DISTINCT", "ALL");
        List<String> names = new ArrayList<>();
        for (TokenCursor item : cursor.upTo("FROM").items()) {
            Optional<List<String>> found = names(item, cursor);
            if (found.isEmpty()) {
                return List.of();
            }
            names.addAll(found.get());
        }
        return names;
    }

    private Optional<List<String>> names(TokenCursor item, TokenCursor afterList) {
        List<SqlToken> tokens = item.rest();
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        SqlToken last = tokens.get(tokens.size() - 1);
        if (last.isSymbol('*')) {
            return tokens.size() == 1 ? columnsOfOnlyTable(afterList) : Optional.empty();
        }
        return last.isName() ? Optional.of(List.of(Names.normalise(last.text()))) : Optional.empty();
    }

    private Optional<List<String>> columnsOfOnlyTable(TokenCursor afterList) {
        List<SqlToken> from = afterList.rest();
        boolean joined = from.stream().anyMatch(token -> token.is("JOIN") || token.isSymbol(','));
        if (from.size() < 2 || joined || !from.get(1).isName()) {
            return Optional.empty();
        }
        TokenCursor cursor = afterList.copy();
        cursor.next();
        return schema.find(cursor.name()).filter(table -> !table.columns().isEmpty())
                .map(table -> List.copyOf(table.columns().keySet()));
    }
}
