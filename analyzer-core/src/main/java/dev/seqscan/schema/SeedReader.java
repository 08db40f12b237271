package dev.seqscan.schema;

import java.util.List;

/** Finds the tables that a statement fills with rows. */
final class SeedReader {

    private SeedReader() {
    }

    /** Marks the targets of INSERT, REPLACE, MERGE, COPY, LOAD DATA and BULK INSERT; tables not known are left out. */
    static void mark(TokenCursor cursor, SchemaDraft schema) {
        SqlToken first = cursor.next();
        if (first.is("COPY")) {
            markNext(cursor, schema);
        } else if (first.is("BULK")) {
            cursor.accept("INSERT");
            markNext(cursor, schema);
        } else if (first.is("LOAD")) {
            cursor.skipPast("TABLE");
            markNext(cursor, schema);
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
            markNext(cursor, schema);
            return;
        }
        boolean several = cursor.atAny("ALL", "FIRST");
        while (cursor.skipPast("INTO")) {
            cursor.accept("TABLE");
            markNext(cursor, schema);
            if (!several) {
                return;
            }
        }
    }

    private static void markNext(TokenCursor cursor, SchemaDraft schema) {
        if (cursor.peek().isName()) {
            schema.find(cursor.name()).ifPresent(TableDraft::markSeeded);
        }
    }
}
