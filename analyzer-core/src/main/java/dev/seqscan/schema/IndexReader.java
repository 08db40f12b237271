package dev.seqscan.schema;

import dev.seqscan.schema.SqlToken.Kind;
import dev.seqscan.source.Place;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads indexes: {@code CREATE INDEX}, and {@code KEY} or {@code INDEX} inside of a table. */
final class IndexReader {

    private static final Set<String> OWN_METHOD = Set.of("FULLTEXT", "SPATIAL", "BITMAP", "COLUMNSTORE", "XML", "VECTOR");
    private static final Set<String> NO_NAME = Set.of("KEY", "INDEX", "CLUSTERED", "NONCLUSTERED", "NULLS", "NOT",
            "DISTINCT", "HASH", "IF", "EXISTS", "CONCURRENTLY", "ONLINE", "OFFLINE");

    private final TokenCursor cursor;
    private final Place place;
    private String name = "";
    private String method = "";
    private String condition = "";
    private boolean unique;
    private boolean visible = true;
    private List<Index.Part> parts = List.of();
    private List<String> included = List.of();

    private IndexReader(TokenCursor cursor) {
        this.cursor = cursor;
        this.place = cursor.statement().place(cursor.peek());
    }

    /** Reads the rest of {@code CREATE [UNIQUE] INDEX}, and adds the index to its table. */
    static void create(TokenCursor cursor, SchemaDraft schema, ReplayNotices notices, boolean conditional) {
        new IndexReader(cursor).create(schema, notices, conditional);
    }

    /**
     * Reads {@code [KEY|INDEX] [name] [USING method] (columns)} inside a table.
     *
     * @param name the name of the constraint, or empty where it may follow
     */
    static Index inTable(TokenCursor cursor, String name, Index.Origin origin, boolean unique) {
        IndexReader reader = new IndexReader(cursor);
        reader.name = name;
        reader.unique = unique;
        reader.head();
        reader.parts = IndexPartReader.parts(cursor.group());
        reader.tail();
        return reader.index(origin);
    }

    private void create(SchemaDraft schema, ReplayNotices notices, boolean conditional) {
        while (!cursor.atEnd() && !cursor.accept("INDEX")) {
            modifier(cursor.next().keyword());
        }
        cursor.acceptAny("CONCURRENTLY", "ONLINE", "OFFLINE", "ASYNC");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS") || conditional;
        if (!cursor.at("ON")) {
            name = cursor.name();
        }
        method();
        if (!cursor.accept("ON")) {
            throw new NotUnderstood("an index without ON");
        }
        cursor.accept("ONLY");
        String table = cursor.name();
        method();
        if (cursor.atEnd() && method.equals("columnstore")) {
            return;
        }
        parts = IndexPartReader.parts(cursor.group());
        tail();
        add(schema, notices, table, ifNotExists);
    }

    private void add(SchemaDraft schema, ReplayNotices notices, String table, boolean ifNotExists) {
        TableDraft draft = schema.find(table).orElse(null);
        if (draft == null) {
            notices.missing(cursor.statement(), "the table " + table);
        } else if (!draft.hasIndex(name)) {
            draft.add(index(Index.Origin.INDEX));
        } else if (!ifNotExists) {
            notices.duplicate(cursor.statement(), "the index " + name + " of " + table);
        }
    }

    private Index index(Index.Origin origin) {
        return new Index(name, origin, unique, parts, condition, method, included, visible, place);
    }

    private void modifier(String word) {
        unique = unique || word.equals("UNIQUE");
        if (OWN_METHOD.contains(word)) {
            method = word.toLowerCase(Locale.ROOT);
        }
    }

    /** What stands before the columns of an index inside a table. */
    private void head() {
        while (!cursor.atEnd() && !cursor.atSymbol('(')) {
            String word = cursor.peek().keyword();
            if (cursor.at("USING")) {
                method();
            } else if (OWN_METHOD.contains(word) || word.equals("UNIQUE")) {
                modifier(word);
                cursor.next();
            } else if (NO_NAME.contains(word)) {
                cursor.next();
            } else {
                String found = cursor.name();
                name = name.isEmpty() ? found : name;
            }
        }
    }

    private void tail() {
        while (!cursor.atEnd()) {
            if (cursor.at("USING")) {
                method();
            } else if (cursor.at("INCLUDE") && cursor.peek(1).isSymbol('(')) {
                cursor.next();
                included = cursor.namesInGroup();
            } else if (cursor.at("ADD") || cursor.at("DROP")) {
                return;
            } else if (isVisibility(cursor)) {
                visible = visibility(cursor);
            } else if (cursor.accept("WHERE")) {
                condition = ExpressionText.of(cursor.rest());
                cursor.skipAll();
            } else {
                cursor.skip();
            }
        }
    }

    /** Whether it is said there if queries may use the index. */
    static boolean isVisibility(TokenCursor cursor) {
        return cursor.atAny("VISIBLE", "INVISIBLE", "IGNORED", "UNUSABLE") || cursor.at("NOT") && cursor.peek(1).is("IGNORED");
    }

    /** Reads what is said there. */
    static boolean visibility(TokenCursor cursor) {
        boolean not = cursor.accept("NOT");
        return cursor.next().is("VISIBLE") || not;
    }

    /** The B-tree is the default of every product that has others. */
    private void method() {
        if (cursor.accept("USING")) {
            SqlToken token = cursor.next();
            boolean isDefault = token.is("BTREE") || token.kind() == Kind.NOTHING || token.is("INDEX");
            method = isDefault ? method : token.text().toLowerCase(Locale.ROOT);
        }
    }
}
