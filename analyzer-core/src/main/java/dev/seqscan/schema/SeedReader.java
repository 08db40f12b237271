package dev.seqscan.schema;

import java.util.List;

/** Finds the tables that a statement fills with rows. */
final class SeedReader {

    /** What is loaded from a file or a stream is taken to be several rows. */
    private static final int MANY = 100;

    private SeedReader() {
    }

    /** Marks the targets of INSERT, REPLACE, MERGE, COPY, LOAD DATA and BULK INSERT; tables not known are left out. */
    static void mark(TokenCursor cursor, SchemaDraft schema) {
        SqlToken first = cursor.next();
        if (first.is("COPY")) {
            markNext(cursor, schema, MANY);
        } else if (first.is("BULK")) {
            cursor.accept("INSERT");
            markNext(cursor, schema, MANY);
        } else if (first.is("LOAD")) {
            cursor.skipPast("TABLE");
            markNext(cursor, schema, MANY);
        } else if (first.is("WITH")) {
            if (cursor.skipPast("INSERT")) {
                insert(cursor, schema);
            }
        } else {
            insert(cursor, schema);
        }
    }

    private static void insert(TokenCursor cursor, SchemaDraft schema) {
        List<SqlToken> rest = cursor.rest();
        boolean into = rest.stream().limit(6).anyMatch(token -> token.is("INTO"));
        if (!into) {
            cursor.acceptAny("IGNORE", "OVERWRITE", "TABLE");
            markNext(cursor, schema, rows(rest));
            return;
        }
        boolean several = cursor.atAny("ALL", "FIRST");
        while (cursor.skipPast("INTO")) {
            cursor.accept("TABLE");
            markNext(cursor, schema, rows(rest));
            if (!several) {
                return;
            }
        }
    }

    private static void markNext(TokenCursor cursor, SchemaDraft schema, int rows) {
        if (cursor.peek().isName()) {
            schema.find(cursor.name()).ifPresent(table -> table.addRows(rows));
        }
    }

    /** The tuples behind VALUES; of rows that are selected at least one is known. */
    private static int rows(List<SqlToken> statement) {
        int rows = 0;
        int depth = 0;
        boolean values = false;
        for (SqlToken token : statement) {
            values |= depth == 0 && (token.is("VALUES") || token.is("VALUE"));
            rows += values && depth == 0 && token.isSymbol('(') ? 1 : 0;
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
        }
        return Math.max(1, rows);
    }
}
