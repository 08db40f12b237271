package dev.seqscan.query.hql;

import dev.seqscan.query.QueryShape.Other;
import dev.seqscan.query.QueryShape.Value;
import java.util.List;

/** One side of a comparison: the columns in it, and what else there is. */
record Operand(List<Column> columns, boolean parameter, boolean subquery, boolean unknown) {

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
