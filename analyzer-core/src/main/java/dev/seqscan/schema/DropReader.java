package dev.seqscan.schema;

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
            String index = item.name();
            Optional<TableDraft> owner = item.skipPast("ON") ? schema.find(item.name()) : schema.ownerOfIndex(index);
            boolean dropped = owner.isPresent() && dropIndex(owner.get(), index);
            if (!dropped && !ifExists) {
                notices.missing(item.statement(), "the index " + index);
            }
        }
    }

    private static boolean dropIndex(TableDraft table, String name) {
        Optional<Index> index = ConstraintNames.index(table, name);
        index.ifPresent(table.indexes()::remove);
        return index.isPresent();
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
        String name = action.name();
        if (!dropIndex(table, name) && !ifExists) {
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
        String name = action.name();
        if (!dropConstraint(table, name) && !ifExists) {
            notices.missing(action.statement(), "the constraint " + name + " of " + table.name());
        }
    }

    private boolean dropConstraint(TableDraft table, String name) {
        Optional<ForeignKey> key = ConstraintNames.foreignKey(table, name);
        if (key.isPresent()) {
            schema.dropForeignKey(table, key.get());
            return true;
        }
        return table.checks().remove(name) || dropIndex(table, name) || name.endsWith("_check");
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
        if (action.atSymbol('(')) {
            action.namesInGroup().forEach(column -> table.dropColumn(column, schema.keepsIndexes()));
        } else {
            table.dropColumn(action.name(), schema.keepsIndexes());
        }
    }

    private static void skipOptions(TokenCursor action) {
        while (!action.atEnd() && !action.atAny("ADD", "DROP", "ALTER", "MODIFY")) {
            action.skip();
        }
    }
}
