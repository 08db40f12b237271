package dev.seqscan.schema;

import dev.seqscan.schema.SqlToken.Kind;
import java.util.List;

/** Reads what stands between the parentheses of an index: columns, prefixes of columns, expressions. */
final class IndexPartReader {

    private IndexPartReader() {
    }

    static List<Index.Part> parts(TokenCursor group) {
        List<Index.Part> parts = group.items().stream().map(IndexPartReader::part).toList();
        if (parts.isEmpty()) {
            throw new NotUnderstood("an index without columns");
        }
        return parts;
    }

    private static Index.Part part(TokenCursor item) {
        boolean descending = item.rest().stream().anyMatch(token -> token.is("DESC"));
        if (isColumn(item)) {
            return new Index.Part(item.name(), "", descending, variant(item.rest()));
        }
        int end = endOfExpression(item.rest());
        List<SqlToken> expression = withoutOuterParentheses(item.rest().subList(0, end));
        boolean column = expression.size() == 1 && expression.get(0).isName();
        String variant = variant(item.rest().subList(end, item.rest().size()));
        return column ? new Index.Part(Names.normalise(expression.get(0).text()), "", descending, variant)
                : new Index.Part("", ExpressionText.of(expression), descending, variant);
    }

    /** What follows but for the direction: operator class, collation, place of nulls, number of characters. */
    private static String variant(List<SqlToken> tokens) {
        return ExpressionText.of(tokens.stream().filter(token -> !token.is("ASC") && !token.is("DESC")).toList());
    }

    /** A name that is neither called nor part of a larger expression; {@code name(20)} is the prefix of a column. */
    private static boolean isColumn(TokenCursor item) {
        SqlToken after = item.peek(1);
        if (!item.peek().isName()) {
            return false;
        }
        if (after.isSymbol('(')) {
            return item.peek(2).kind() == Kind.NUMBER && item.peek(3).isSymbol(')');
        }
        return after.kind() == Kind.NOTHING || after.isName();
    }

    /** The expression ends before its order, its collation or its operator class. */
    private static int endOfExpression(List<SqlToken> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            boolean afterGroup = i > 0 && tokens.get(i - 1).isSymbol(')') && token.isName();
            boolean trailer = token.is("ASC") || token.is("DESC") || token.is("NULLS") || token.is("COLLATE");
            if (depth == 0 && (trailer || afterGroup)) {
                return i;
            }
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
        }
        return tokens.size();
    }

    private static List<SqlToken> withoutOuterParentheses(List<SqlToken> tokens) {
        List<SqlToken> inner = tokens;
        while (inner.size() > 2 && inner.get(0).isSymbol('(') && closes(inner) == inner.size() - 1) {
            inner = inner.subList(1, inner.size() - 1);
        }
        return inner;
    }

    private static int closes(List<SqlToken> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol('(') ? 1 : tokens.get(i).isSymbol(')') ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
