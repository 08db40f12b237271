package dev.seqscan.schema;

/** Reads how {@code ALTER TABLE} changes a column that is there. */
final class ColumnChangeReader {

    private final SchemaDraft schema;

    ColumnChangeReader(SchemaDraft schema) {
        this.schema = schema;
    }

    /** Reads from behind the second ALTER of {@code ALTER TABLE t ALTER [COLUMN] c ..}. */
    void alter(TableDraft table, TokenCursor action) {
        boolean column = action.accept("COLUMN");
        action.accept("IF", "EXISTS");
        if (!column && action.atAny("INDEX", "CONSTRAINT", "CHECK")) {
            action.skipAll();
            return;
        }
        TokenCursor definition = action.copy();
        String name = action.name();
        if (action.accept("TYPE") || action.accept("SET", "DATA", "TYPE")) {
            table.setType(name, ColumnReader.type(action));
        } else if (action.accept("SET", "NOT", "NULL") || action.accept("NOT", "NULL")) {
            table.setNullable(name, false);
        } else if (action.accept("DROP", "NOT", "NULL") || action.accept("SET", "NULL") || action.accept("NULL")) {
            table.setNullable(name, true);
        } else if (action.accept("RENAME", "TO")) {
            schema.renameColumn(table, name, action.name());
        } else if (!changesNothing(action)) {
            ColumnReader.change(table, definition, false);
            action.skipAll();
        }
        skipToNextAction(action);
    }

    private static boolean changesNothing(TokenCursor action) {
        return action.atAny("SET", "DROP", "ADD", "RESET", "RESTART", "DEFAULT", "VISIBLE", "INVISIBLE", "SELECTIVITY",
                "COMPRESSION", "CHECK", "GENERATED");
    }

    /** Some products write several actions without a comma. */
    private static void skipToNextAction(TokenCursor action) {
        boolean first = true;
        while (!action.atEnd() && (first || !startsAction(action))) {
            if (first && startsAction(action)) {
                return;
            }
            first = false;
            action.skip();
        }
    }

    private static boolean startsAction(TokenCursor action) {
        return action.atAny("ADD", "DROP", "ALTER", "MODIFY")
                && (action.peek(1).is("COLUMN") || action.peek(1).is("CONSTRAINT"));
    }

    /** Reads from behind {@code MODIFY} (MySQL, Oracle) or {@code CHANGE} (MySQL). */
    void redefine(TableDraft table, TokenCursor action) {
        boolean change = action.peek(-1).is("CHANGE");
        if (action.atAny("PARTITION", "LOB", "CONSTRAINT", "NESTED", "DEFAULT")) {
            action.skipAll();
            return;
        }
        action.accept("COLUMN");
        action.accept("IF", "EXISTS");
        if (action.atSymbol('(')) {
            action.group().items().forEach(item -> ColumnReader.change(table, item, true));
            return;
        }
        if (change) {
            String from = action.name();
            schema.renameColumn(table, from, Names.normalise(action.peek().text()));
        }
        ColumnReader.change(table, action, schema.product() == Product.ORACLE);
    }
}
