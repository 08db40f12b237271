package dev.seqscan.schema;

import dev.seqscan.schema.SqlToken.Kind;
import java.util.stream.Collectors;

/** Reads {@code CREATE TABLE} and {@code CREATE VIEW} in the forms of all products. */
final class CreateTableReader {

    private final SchemaDraft schema;
    private final ReplayNotices notices;
    private final TableElementReader elements;
    private final QueryColumns queryColumns;

    CreateTableReader(SchemaDraft schema, ReplayNotices notices) {
        this.schema = schema;
        this.notices = notices;
        this.elements = new TableElementReader(schema, notices);
        this.queryColumns = new QueryColumns(schema);
    }

    /**
     * Reads from behind the word TABLE.
     *
     * @param temporary whether it said so before
     * @param replaces whether a table of that name goes away
     * @param conditional whether a table of that name stays without a word
     */
    void table(TokenCursor cursor, boolean temporary, boolean replaces, boolean conditional) {
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS") || conditional;
        SqlToken at = cursor.peek();
        String name = cursor.name();
        ifNotExists |= cursor.accept("IF", "NOT", "EXISTS");
        boolean exists = schema.made(name).filter(table -> table.kind() != Table.Kind.VIEW).isPresent();
        if (exists && !replaces) {
            if (!ifNotExists) {
                notices.duplicate(cursor.statement(), "the table " + name);
            }
            return;
        }
        boolean hidden = temporary || name.startsWith("#");
        Table.Kind kind = hidden ? Table.Kind.TEMPORARY : Table.Kind.TABLE;
        TableDraft table = new TableDraft(name, kind, cursor.statement().place(at));
        schema.put(table);
        if (!cursor.statement().whole()) {
            notices.notUnderstood(cursor.statement(), "the statement is too long and was read in part");
        }
        body(table, cursor);
    }

    private void body(TableDraft table, TokenCursor cursor) {
        if (cursor.accept("PARTITION", "OF")) {
            partition(table, cursor);
        } else if (cursor.accept("LIKE")) {
            elements.copy(table, cursor.name(), true, cursor);
        } else if (cursor.accept("OF")) {
            cursor.skipAll();
        } else {
            if (cursor.atSymbol('(')) {
                group(table, cursor);
            }
            options(table, cursor);
        }
    }

    private void group(TableDraft table, TokenCursor cursor) {
        boolean query = cursor.peek(1).is("SELECT") || cursor.peek(1).is("WITH");
        boolean like = cursor.peek(1).is("LIKE") && schema.product() != Product.POSTGRESQL;
        TokenCursor group = cursor.group();
        if (query) {
            addColumns(table, group);
            return;
        }
        for (TokenCursor item : group.items()) {
            element(table, item, like);
        }
    }

    private void element(TableDraft table, TokenCursor item, boolean like) {
        try {
            if (like && item.accept("LIKE")) {
                elements.copy(table, item.name(), true, item);
            } else {
                elements.read(table, item);
            }
        } catch (NotUnderstood reason) {
            notices.notUnderstood(item.statement(), reason.getMessage() + " in table " + table.name());
        }
    }

    private void partition(TableDraft table, TokenCursor cursor) {
        String parent = cursor.name();
        elements.copy(table, parent, false, cursor);
        table.partitionOf(parent);
        if (cursor.skipPast("PARTITION") && cursor.accept("BY")) {
            table.kind(Table.Kind.PARTITIONED);
        }
    }

    /** What follows the columns: parents, partitions, the query of {@code AS SELECT}; all else changes no index. */
    private void options(TableDraft table, TokenCursor cursor) {
        while (!cursor.atEnd()) {
            if (cursor.accept("INHERITS")) {
                cursor.namesInGroup().forEach(parent -> elements.copy(table, parent, false, cursor));
            } else if (cursor.accept("PARTITION", "BY")) {
                table.kind(Table.Kind.PARTITIONED);
            } else if (cursor.atAny("SELECT", "WITH") && isQuery(cursor)) {
                addColumns(table, cursor);
                return;
            } else if (cursor.at("AS") && cursor.peek(1).isSymbol('(')) {
                cursor.next();
                addColumns(table, cursor.group());
                return;
            } else {
                cursor.skip();
            }
        }
    }

    private static boolean isQuery(TokenCursor cursor) {
        return cursor.at("SELECT") || cursor.peek(1).kind() != Kind.NOTHING && cursor.peek(-1).is("AS");
    }

    private void addColumns(TableDraft table, TokenCursor query) {
        if (table.columns().isEmpty()) {
            var place = query.statement().place(query.peek());
            queryColumns.of(query).forEach(column -> table.add(new Column(column, "", true, place)));
        }
    }

    /**
     * Reads a view from behind the word VIEW. A materialized view is stored and may have indexes, so it counts as a
     * table.
     */
    void view(TokenCursor cursor, boolean materialized) {
        cursor.accept("IF", "NOT", "EXISTS");
        SqlToken at = cursor.peek();
        String name = cursor.name();
        TableDraft view = new TableDraft(name, materialized ? Table.Kind.TABLE : Table.Kind.VIEW,
                cursor.statement().place(at));
        if (cursor.atSymbol('(')) {
            cursor.namesInGroup().forEach(column -> view.add(new Column(column, "", true, cursor.statement().place(at))));
        }
        if (!cursor.skipPast("AS")) {
            throw new NotUnderstood("a view without AS");
        }
        view.query(cursor.rest().stream().map(SqlToken::written).collect(Collectors.joining(" ")));
        addColumns(view, cursor);
        schema.put(view);
    }
}
