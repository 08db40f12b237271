package dev.seqscan.schema;

import dev.seqscan.schema.SqlToken.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Knows what sort of statement stands there, and lets the reader of that sort apply it to the schema. */
final class StatementReader {

    private static final Set<String> NO_EFFECT = Set.of("GRANT", "REVOKE", "COMMENT", "SET", "UPDATE", "DELETE",
            "TRUNCATE", "COMMIT", "ROLLBACK", "START", "SAVEPOINT", "RELEASE", "LOCK", "UNLOCK", "USE", "ANALYZE",
            "ANALYSE", "VACUUM", "REINDEX", "REORG", "RUNSTATS", "CLUSTER", "REFRESH", "EXPLAIN", "DESCRIBE", "SHOW",
            "PRAGMA", "NOTIFY", "LISTEN", "RESET", "DISCARD", "CHECKPOINT", "PRINT", "RAISERROR", "THROW", "VALUES",
            "PURGE", "FLUSH", "OPTIMIZE", "CHECK", "DENY", "SECURITY", "REASSIGN", "HANDLER", "SIGNAL", "RETURN",
            "PREPARE", "DEALLOCATE", "SHUTDOWN", "SCRIPT", "ATTACH", "DETACH", "END", "ABORT", "IMPORT", "KILL",
            "EXECUTE", "AUDIT", "NOAUDIT", "INSTALL", "DBCC", "WAITFOR", "BACKUP", "PERFORM", "GO", "ASSOCIATE");
    private static final Set<String> SEEDS = Set.of("INSERT", "REPLACE", "UPSERT", "MERGE", "COPY", "LOAD", "BULK", "WITH");
    private static final Set<String> BLOCKS = Set.of("BEGIN", "DECLARE", "IF", "DO", "WHILE");
    private static final Set<String> DEFINITIONS = Set.of("CREATE", "ALTER", "DROP", "RENAME");
    private static final Set<String> ROUTINES = Set.of("FUNCTION", "PROCEDURE", "PROC");
    private static final Set<String> OTHER_OBJECTS = Set.of("FUNCTION", "PROCEDURE", "PROC", "TRIGGER", "SEQUENCE",
            "TYPE", "DOMAIN", "SCHEMA", "DATABASE", "EXTENSION", "ROLE", "USER", "GROUP", "POLICY", "RULE", "OPERATOR",
            "CAST", "AGGREGATE", "COLLATION", "SYNONYM", "TABLESPACE", "EVENT", "PACKAGE", "STATISTICS", "PUBLICATION",
            "SUBSCRIPTION", "SERVER", "WRAPPER", "LANGUAGE", "ALIAS", "LOGIN", "SEARCH", "CATALOG", "CONTEXT", "SCHEME",
            "DIRECTORY", "JAVA", "PROFILE", "LIBRARY", "CONSTANT", "LOG", "SESSION", "SYSTEM", "PRIVILEGES", "AUTHORIZATION",
            "OBJECT", "MASKING", "BUFFERPOOL", "STOGROUP", "CONVERSION", "TRANSFORM", "SETTINGS", "LINKED", "ASSEMBLY",
            "CERTIFICATE", "KEY", "DEFAULT", "AUTHENTICATION", "VARIABLE", "OWNED", "CREDENTIAL", "ALGORITHM");
    private static final int FURTHEST_OBJECT = 16;

    private final SchemaDraft schema;
    private final ReplayNotices notices;
    private final Map<String, SqlStatement> routines = new HashMap<>();

    StatementReader(SchemaDraft schema, ReplayNotices notices) {
        this.schema = schema;
        this.notices = notices;
    }

    /** Applies a statement; what is not understood becomes a notice. */
    void read(SqlStatement statement) {
        read(statement, false);
    }

    /** Whether it stands under a condition, so that what exists already is no surprise. */
    void read(SqlStatement statement, boolean conditional) {
        Map<TableDraft, Integer> before = conditional ? schema.indexCounts() : Map.of();
        try {
            dispatch(new TokenCursor(statement), conditional);
        } catch (NotUnderstood reason) {
            notices.notUnderstood(statement, reason.getMessage());
        }
        before.forEach(TableDraft::removeRepeatsAfter);
    }

    private void dispatch(TokenCursor cursor, boolean conditional) {
        String first = cursor.peek().keyword();
        if (DEFINITIONS.contains(first)) {
            notices.lookedAt(cursor.statement());
        }
        switch (first) {
            case "CREATE" -> create(cursor, conditional);
            case "ALTER" -> alter(cursor);
            case "DROP" -> drop(cursor, conditional);
            case "RENAME" -> {
                cursor.next();
                Renames.statement(cursor, schema);
            }
            case "SELECT" -> select(cursor);
            case "CALL", "EXEC", "EXECUTE" -> call(cursor);
            default -> other(cursor, first);
        }
    }

    private void other(TokenCursor cursor, String first) {
        if (SEEDS.contains(first)) {
            SeedReader.mark(cursor, schema);
        } else if (BLOCKS.contains(first) || cursor.peek().text().startsWith("@")) {
            block(cursor.statement());
        } else if (!NO_EFFECT.contains(first) && cursor.peek().kind() != Kind.BODY && !cursor.atSymbol('{')) {
            throw new NotUnderstood("unknown statement");
        }
    }

    private void block(SqlStatement statement) {
        new BlockReader(schema.product(), notices, inner -> read(inner, true)).read(statement);
    }

    private void create(TokenCursor cursor, boolean conditional) {
        cursor.next();
        boolean replaces = cursor.accept("OR", "REPLACE");
        boolean temporary = false;
        TokenCursor whole = cursor.copy();
        for (int i = 0; i < FURTHEST_OBJECT && !cursor.atEnd(); i++) {
            String word = cursor.peek().keyword();
            temporary |= word.equals("TEMPORARY") || word.equals("TEMP");
            if (word.equals("INDEX")) {
                IndexReader.create(whole, schema, notices, conditional);
                return;
            }
            cursor.next();
            if (word.equals("TABLE")) {
                new CreateTableReader(schema, notices).table(cursor, temporary, replaces, conditional);
                return;
            }
            if (word.equals("VIEW") && !cursor.at("LOG")) {
                boolean materialized = whole.rest().stream().limit(i).anyMatch(token -> token.is("MATERIALIZED"));
                new CreateTableReader(schema, notices).view(cursor, materialized);
                return;
            }
            if (OTHER_OBJECTS.contains(word)) {
                rememberRoutine(word, cursor);
                return;
            }
        }
        throw new NotUnderstood("unknown sort of object");
    }

    private void rememberRoutine(String word, TokenCursor cursor) {
        if (ROUTINES.contains(word) && BlockReader.defines(cursor.statement()) && cursor.peek().isName()) {
            routines.put(cursor.name(), cursor.statement());
        }
    }

    private void alter(TokenCursor cursor) {
        cursor.next();
        cursor.acceptAny("FOREIGN", "IGNORE", "ONLINE");
        if (cursor.accept("TABLE")) {
            new AlterTableReader(schema, notices).read(cursor);
        } else if (cursor.accept("INDEX")) {
            alterIndex(cursor);
        } else if (cursor.accept("VIEW") || cursor.accept("MATERIALIZED", "VIEW")) {
            alterView(cursor);
        } else if (!OTHER_OBJECTS.contains(cursor.peek().keyword()) && !OTHER_OBJECTS.contains(cursor.peek(1).keyword())
                && !OTHER_OBJECTS.contains(cursor.peek(2).keyword())) {
            throw new NotUnderstood("unknown sort of object");
        }
    }

    private void alterIndex(TokenCursor cursor) {
        cursor.accept("IF", "EXISTS");
        String from = cursor.name();
        if (cursor.accept("RENAME", "TO")) {
            String to = cursor.name();
            schema.ownerOfIndex(from).ifPresent(table -> Renames.indexOrConstraint(table, from, to));
        } else if (IndexReader.isVisibility(cursor)) {
            boolean visible = IndexReader.visibility(cursor);
            schema.ownerOfIndex(from).ifPresent(table -> table.showIndex(from, visible));
        }
    }

    private void alterView(TokenCursor cursor) {
        cursor.accept("IF", "EXISTS");
        String from = cursor.name();
        if (cursor.accept("RENAME", "TO")) {
            schema.rename(from, cursor.name());
        }
    }

    private void drop(TokenCursor cursor, boolean conditional) {
        cursor.next();
        cursor.acceptAny("TEMPORARY", "FOREIGN", "MATERIALIZED");
        DropReader reader = new DropReader(schema, notices);
        if (cursor.accept("TABLE") || cursor.accept("TABLES") || cursor.at("VIEW") && !cursor.peek(1).is("LOG")) {
            cursor.accept("VIEW");
            reader.tables(cursor);
        } else if (cursor.accept("INDEX")) {
            reader.indexes(cursor, conditional);
        } else if (!OTHER_OBJECTS.contains(cursor.peek().keyword()) && !OTHER_OBJECTS.contains(cursor.peek(1).keyword())
                && !cursor.at("VIEW") && !cursor.atAny("ALL")) {
            throw new NotUnderstood("unknown sort of object");
        }
    }

    private void select(TokenCursor cursor) {
        if (cursor.skipPast("INTO") && cursor.peek().isName() && !cursor.peek().text().startsWith("@")) {
            throw new NotUnderstood("a table made by SELECT INTO");
        }
    }

    private void call(TokenCursor cursor) {
        cursor.next();
        if (!cursor.peek().isName()) {
            block(cursor.statement());
            return;
        }
        if (cursor.at("IMMEDIATE")) {
            block(cursor.statement());
            return;
        }
        String name = cursor.name();
        if (name.equals("sp_rename")) {
            Renames.byProcedure(cursor, schema);
        } else if (routines.containsKey(name)) {
            block(withoutHead(routines.get(name)));
        }
    }

    /** A routine without its {@code CREATE PROCEDURE name}, which would be taken for a statement of its own. */
    private static SqlStatement withoutHead(SqlStatement routine) {
        return new SqlStatement(routine.file(), routine.tokens().subList(2, routine.tokens().size()), true);
    }
}
