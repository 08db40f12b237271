package dev.seqscan.schema;

import dev.seqscan.source.Place;
import java.util.List;

/**
 * A foreign key from columns of its table to another table.
 *
 * @param referencedColumns empty where the primary key is meant
 * @param onDelete what becomes of rows whose referenced row is deleted
 */
public record ForeignKey(String name, List<String> columns, String referencedTable, List<String> referencedColumns,
        Place place, OnDelete onDelete) {

    /** The referential action of a delete. */
    public enum OnDelete {
        /** The delete fails, as without any rule. */
        REFUSE,
        /** The rows are deleted too. */
        CASCADE,
        /** The rows stay and refer to nothing, or to a default. */
        SET
    }

    /** A foreign key that refuses deletes. */
    public ForeignKey(String name, List<String> columns, String referencedTable, List<String> referencedColumns, Place place) {
        this(name, columns, referencedTable, referencedColumns, place, OnDelete.REFUSE);
    }

    /** The same at another place. */
    public ForeignKey at(Place other) {
        return new ForeignKey(name, columns, referencedTable, referencedColumns, other, onDelete);
    }

    /** The same between other names. */
    ForeignKey renamed(String to, List<String> own, String table, List<String> referenced) {
        return new ForeignKey(to, own, table, referenced, place, onDelete);
    }

    /** The same with the action that a rule names, as {@code cascade} or {@code set}; other words say nothing. */
    ForeignKey onDelete(SqlToken rule) {
        OnDelete action = rule.is("CASCADE") ? OnDelete.CASCADE : rule.is("SET") ? OnDelete.SET : OnDelete.REFUSE;
        return new ForeignKey(name, columns, referencedTable, referencedColumns, place, action);
    }
}
