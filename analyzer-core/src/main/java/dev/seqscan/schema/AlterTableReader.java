package dev.seqscan.schema;

import java.util.Set;

/** Reads {@code ALTER TABLE} with any number of actions, in the forms of all products. */
final class AlterTableReader {

    private static final Set<String> NO_EFFECT = Set.of("OWNER", "SET", "RESET", "ENABLE", "DISABLE", "CLUSTER",
            "INHERIT", "NO", "REPLICA", "VALIDATE", "ATTACH", "DETACH", "COMMENT", "ENGINE", "AUTO_INCREMENT",
            "CONVERT", "DEFAULT", "CHARACTER", "CHARSET", "COLLATE", "ROW_FORMAT", "ALGORITHM", "LOCK", "MOVE", "CACHE",
            "NOCACHE", "LOGGING", "NOLOGGING", "PARALLEL", "NOPARALLEL", "SHRINK", "COMPRESS", "NOCOMPRESS", "PCTFREE",
            "PCTUSED", "INITRANS", "STORAGE", "ORDER", "FORCE", "TRUNCATE", "EXCHANGE", "REORGANIZE", "COALESCE",
            "ANALYZE", "CHECK", "NOCHECK", "OPTIMIZE", "REBUILD", "REPAIR", "SPLIT", "MERGE", "SWITCH", "DATA",
            "VOLATILE", "NOT", "LOCKSIZE", "APPEND", "ACTIVATE", "REMOVE", "IMPORT", "DISCARD", "UPGRADE", "TABLESPACE",
            "PARTITION", "READ", "LOB", "ROW", "WITHOUT", "OPTIONS", "KEY_BLOCK_SIZE", "STATS_PERSISTENT", "MAX_ROWS");

    private final SchemaDraft schema;
    private final ReplayNotices notices;
    private final TableElementReader elements;
    private String continued = "";

    AlterTableReader(SchemaDraft schema, ReplayNotices notices) {
        this.schema = schema;
        this.notices = notices;
        this.elements = new TableElementReader(schema, notices);
    }

    /** Reads from behind the words ALTER TABLE. */
    void read(TokenCursor cursor) {
        boolean ifExists = cursor.accept("IF", "EXISTS");
        cursor.accept("ONLY");
        String name = cursor.name();
        cursor.acceptSymbol('*');
        TableDraft table = schema.find(name).orElse(null);
        if (table == null) {
            if (!ifExists) {
                notices.missing(cursor.statement(), "the table " + name);
            }
            return;
        }
        continued = "";
        for (TokenCursor actions : cursor.items()) {
            while (!actions.atEnd()) {
                actOrTell(table, actions);
            }
        }
    }

    private void actOrTell(TableDraft table, TokenCursor actions) {
        try {
            act(table, actions);
        } catch (NotUnderstood reason) {
            notices.notUnderstood(actions.statement(), reason.getMessage());
            actions.skipAll();
        }
    }

    private void act(TableDraft table, TokenCursor action) {
        if (action.accept("WITH", "CHECK") || action.accept("WITH", "NOCHECK")) {
            action.acceptSymbol(',');
        }
        if (action.accept("ADD")) {
            continued = "ADD";
            add(table, action);
        } else if (action.accept("DROP")) {
            continued = "DROP";
            new DropReader(schema, notices).ofTable(table, action);
        } else if (action.accept("ALTER", "INDEX") || action.accept("ALTER", "KEY")) {
            action.accept("IF", "EXISTS");
            String index = action.name();
            if (IndexReader.isVisibility(action)) {
                table.showIndex(index, IndexReader.visibility(action));
            }
        } else if (action.at("ALTER")) {
            action.next();
            new ColumnChangeReader(schema).alter(table, action);
        } else if (action.acceptAny("MODIFY", "CHANGE")) {
            new ColumnChangeReader(schema).redefine(table, action);
        } else if (action.accept("RENAME")) {
            rename(table, action);
        } else if (action.accept("ATTACH", "PARTITION")) {
            // It gets the indexes of its table (PostgreSQL documentation, "ALTER TABLE", "ATTACH PARTITION").
            schema.find(action.name()).ifPresent(partition -> partition.partitionOf(table.name()));
            action.skipAll();
        } else {
            other(table, action);
        }
    }

    /** SQL Server writes ADD and DROP once for several. */
    private void other(TableDraft table, TokenCursor action) {
        boolean continues = schema.product() == Product.SQLSERVER || !NO_EFFECT.contains(action.peek().keyword());
        if (continues && continued.equals("ADD")) {
            add(table, action);
        } else if (continues && continued.equals("DROP")) {
            new DropReader(schema, notices).ofTable(table, action);
        } else if (NO_EFFECT.contains(action.peek().keyword()) || action.at("WITH")) {
            action.skipAll();
        } else {
            throw new NotUnderstood("unknown action " + action.peek().text() + " of ALTER TABLE");
        }
    }

    private void add(TableDraft table, TokenCursor action) {
        if (action.atAny("PARTITION", "SUPPLEMENTAL", "DEFAULT", "RESTRICT", "PERIOD", "SYSTEM")
                && !action.peek(1).isSymbol('(') && !action.atSymbol('(')) {
            action.skipAll();
            return;
        }
        boolean column = action.accept("COLUMN");
        boolean ifNotExists = action.accept("IF", "NOT", "EXISTS");
        if (action.atSymbol('(')) {
            for (TokenCursor item : action.group().items()) {
                elements.read(table, item);
            }
        } else if (ifNotExists && table.columns().containsKey(Names.normalise(action.peek().text()))) {
            action.skipAll();
        } else if (column) {
            ColumnReader.add(table, action);
        } else {
            elements.read(table, action);
        }
    }

    private void rename(TableDraft table, TokenCursor action) {
        if (action.acceptAny("TO", "AS")) {
            schema.rename(table.name(), action.name());
        } else if (action.acceptAny("INDEX", "KEY", "CONSTRAINT")) {
            String from = action.name();
            expectTo(action);
            Renames.indexOrConstraint(table, from, action.name());
        } else {
            renameColumnOrTable(table, action);
        }
        action.skipAll();
    }

    private void renameColumnOrTable(TableDraft table, TokenCursor action) {
        action.accept("COLUMN");
        action.accept("IF", "EXISTS");
        String from = action.name();
        if (action.atEnd()) {
            schema.rename(table.name(), from);
        } else {
            expectTo(action);
            schema.renameColumn(table, from, action.name());
        }
    }

    private static void expectTo(TokenCursor action) {
        if (!action.accept("TO")) {
            throw new NotUnderstood("RENAME without TO");
        }
    }
}
