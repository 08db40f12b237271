package dev.seqscan.schema;

import dev.seqscan.source.Place;
import java.util.Optional;

/** Reads what is dropped, by statements of their own and by {@code ALTER TABLE}. */
final class DropReader {

    private final SchemaDraft schema;
    private final ReplayNotices notices;

    DropReader(SchemaDraft schema, ReplayNotices notices) {
        this.schema = schema;
        this.notices = notices;
    }

    /** Reads from behind {@code DROP TABLE} or {@code DROP VIEW}. */
    void tables(TokenCursor cursor) {
        cursor.accept("IF", "EXISTS");
        boolean cascade = cursor.rest().stream().anyMatch(token -> token.is("CASCADE"));
        for (TokenCursor item : cursor.items()) {
            schema.drop(item.name(), cascade);
        }
    }

    /** Reads from behind {@code DROP INDEX}. */
    void indexes(TokenCursor cursor, boolean conditional) {
        cursor.acceptAny("CONCURRENTLY", "ONLINE");
        boolean ifExists = cursor.accept("IF", "EXISTS") || conditional;
        for (TokenCursor item : cursor.items()) {
            Place at = item.statement().place(item.peek());
            String index = item.name();
            Optional<TableDraft> owner = item.skipPast("ON") ? schema.find(item.name()) : schema.ownerOfIndex(index);
            boolean dropped = owner.isPresent() && owner.get().dropIndex(index, at);
            if (!dropped && !ifExists) {
                notices.missing(item.statement(), "the index " + index);
            }
        }
    }

    /** Reads from behind the word DROP of {@code ALTER TABLE t DROP ..}. */
    void ofTable(TableDraft table, TokenCursor action) {
        if (action.accept("PRIMARY", "KEY")) {
            table.dropPrimaryKey();
        } else if (action.at("CONSTRAINT") || action.at("CHECK") || action.at("FOREIGN", "KEY") || action.at("UNIQUE")) {
            constraint(table, action);
        } else if ((action.at("INDEX") || action.at("KEY")) && action.peek(1).isName()) {
            action.next();
            index(table, action);
        } else if (action.atAny("PARTITION", "SUBPARTITION", "PERIOD", "SYSTEM", "SUPPLEMENTAL", "RESTRICT")) {
            action.skipAll();
        } else {
            columns(table, action);
        }
        skipOptions(action);
    }

    private void index(TableDraft table, TokenCursor action) {
        boolean ifExists = action.accept("IF", "EXISTS");
        Place at = action.statement().place(action.peek());
        String name = action.name();
        if (!table.dropIndex(name, at) && !ifExists) {
            notices.missing(action.statement(), "the index " + name + " of " + table.name());
        }
    }

    private void constraint(TableDraft table, TokenCursor action) {
        boolean unnamed = action.at("UNIQUE") && action.peek(1).isSymbol('(');
        action.next();
        if (unnamed) {
            dropUnique(table, action);
            return;
        }
        action.accept("KEY");
        boolean ifExists = action.accept("IF", "EXISTS");
        Place at = action.statement().place(action.peek());
        String name = action.name();
        if (!dropConstraint(table, name, at) && !ifExists) {
            notices.missing(action.statement(), "the constraint " + name + " of " + table.name());
        }
    }

    private boolean dropConstraint(TableDraft table, String name, Place at) {
        Optional<ForeignKey> key = ConstraintNames.foreignKey(table, name);
        if (key.isPresent()) {
            schema.dropForeignKey(table, key.get());
            return true;
        }
        return table.checks().remove(name) || table.dropIndex(name, at) || name.endsWith("_check");
    }

    /** Oracle drops a unique constraint by its columns. */
    private static void dropUnique(TableDraft table, TokenCursor action) {
        var columns = action.namesInGroup();
        table.indexes().removeIf(index -> index.origin() == Index.Origin.UNIQUE_CONSTRAINT
                && index.leadingColumns().equals(columns));
    }

    private void columns(TableDraft table, TokenCursor action) {
        action.accept("COLUMN");
        action.accept("IF", "EXISTS");
        Place at = action.statement().place(action.peek());
        if (action.atSymbol('(')) {
            action.namesInGroup().forEach(column -> table.dropColumn(column, schema.keepsIndexes(), at));
        } else {
            table.dropColumn(action.name(), schema.keepsIndexes(), at);
        }
    }

    private static void skipOptions(TokenCursor action) {
        while (!action.atEnd() && !action.atAny("ADD", "DROP", "ALTER", "MODIFY")) {
            action.skip();
        }
    }
}
