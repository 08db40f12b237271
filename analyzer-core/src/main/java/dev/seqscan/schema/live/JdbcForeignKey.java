package dev.seqscan.schema.live;

import dev.seqscan.schema.MadeStatement;
import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.List;

/** A foreign key as {@link DatabaseMetaData#getImportedKeys} tells it, column by column. */
final class JdbcForeignKey {

    private final String name;
    private final String target;
    private final short onDelete;
    private final List<String> columns = new ArrayList<>();
    private final List<String> referenced = new ArrayList<>();

    JdbcForeignKey(String name, String target, short onDelete) {
        this.name = name;
        this.target = target;
        this.onDelete = onDelete;
    }

    void add(String column, String other) {
        columns.add(column);
        referenced.add(other);
    }

    MadeStatement after(MadeStatement alter) {
        alter.words("ADD");
        if (name != null) {
            alter.words("CONSTRAINT").name('"' + name + '"');
        }
        return alter.words("FOREIGN KEY").names(columns).words("REFERENCES").name(target).names(referenced)
                .words(switch (onDelete) {
                    case DatabaseMetaData.importedKeyCascade -> "ON DELETE CASCADE";
                    case DatabaseMetaData.importedKeySetNull -> "ON DELETE SET NULL";
                    case DatabaseMetaData.importedKeySetDefault -> "ON DELETE SET DEFAULT";
                    default -> "";
                });
    }
}
