package dev.seqscan.query.hql;

import dev.seqscan.query.QueryShape.Other;
import dev.seqscan.query.QueryShape.Value;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One side of a comparison: the columns in it, and what else there is. */
record Operand(List<Column> columns, boolean parameter, boolean subquery, boolean unknown) {

    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*+'|-?\\d{1,18}|(?i:true|false)");

    /** A column with the outermost function or arithmetic operator around it, or an empty one. */
    record Column(String table, String column, String path, String function) {

        boolean sameAs(Column other) {
            return !column.isEmpty() && table.equals(other.table) && column.equals(other.column) && path.equals(other.path);
        }
    }

    /** The column that it is, if it is one alone. */
    Other only() {
        boolean plain = columns.size() == 1 && columns.get(0).function().isEmpty() && !columns.get(0).table().isEmpty();
        return plain ? new Other(columns.get(0).table(), columns.get(0).column(), Other.Kind.UNKNOWN) : Other.UNKNOWN;
    }

    /** The column that it is, if it is one alone, or the literal that the text is. */
    Other as(String text) {
        boolean literal = value() == Value.CONSTANT && LITERAL.matcher(text).matches();
        return literal ? new Other("", "", Other.Kind.UNKNOWN, text.toLowerCase(Locale.ROOT).matches("true|false")
                ? text.toLowerCase(Locale.ROOT) : text) : only();
    }

    /** What the other side is compared with. */
    Value value() {
        if (!columns.isEmpty()) {
            return Value.COLUMN;
        }
        if (subquery) {
            return Value.SUBQUERY;
        }
        return unknown ? Value.UNKNOWN : parameter ? Value.PARAMETER : Value.CONSTANT;
    }
}
