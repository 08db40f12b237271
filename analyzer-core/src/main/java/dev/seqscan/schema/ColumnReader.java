package dev.seqscan.schema;

import dev.seqscan.schema.SqlToken.Kind;
import dev.seqscan.source.Place;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the definition of one column with the constraints that stand in it, and adds it to its table. */
final class ColumnReader {

    private static final Set<String> NO_TYPE = Set.of("NOT", "NULL", "AS", "GENERATED", "DEFAULT", "PRIMARY", "UNIQUE",
            "REFERENCES", "CONSTRAINT", "CHECK", "COLLATE");
    private static final Set<String> AFTER_TYPE = Set.of("NOT", "NULL", "DEFAULT", "PRIMARY", "UNIQUE", "KEY",
            "REFERENCES", "CONSTRAINT", "CHECK", "COLLATE", "COMMENT", "AUTO_INCREMENT", "AUTOINCREMENT", "GENERATED",
            "IDENTITY", "ON", "AS", "CHARSET", "AFTER", "FIRST", "BEFORE", "INVISIBLE", "VISIBLE", "VIRTUAL", "STORED",
            "ENABLE", "DISABLE", "SPARSE", "ROWGUIDCOL", "STORAGE", "COMPRESSION", "USING", "ENCODE", "FOR", "MASKED",
            "HIDDEN", "PERSISTED", "DEFERRABLE", "INITIALLY", "INLINE", "ENCRYPTED", "FORMAT", "ZEROFILL", "COMPRESS");
    private static final Set<String> NEXT_ACTION = Set.of("ADD", "MODIFY", "ALTER", "DROP", "RENAME", "CHANGE");

    /** A length of so many digits is 10,000 characters or more. */
    private static final int LONG_DIGITS = 5;

    private final TableDraft table;
    private final TokenCursor cursor;
    private final Place place;
    private final String name;
    private boolean nullable = true;
    private boolean nullabilitySaid;
    private String constraint = "";

    private ColumnReader(TableDraft table, TokenCursor cursor) {
        this.table = table;
        this.cursor = cursor;
        this.place = cursor.statement().place(cursor.peek());
        this.name = cursor.name();
    }

    /** Reads a column and adds it; one of the same name is replaced. */
    static void add(TableDraft table, TokenCursor cursor) {
        new ColumnReader(table, cursor).read(null);
    }

    /**
     * Reads the new definition of a column, as {@code MODIFY} gives it. Without a type the old one stays, and so does
     * whether it may be null where {@code keepsNullability}, as in Oracle.
     */
    static void change(TableDraft table, TokenCursor cursor, boolean keepsNullability) {
        Column old = table.columns().get(Names.normalise(cursor.peek().text()));
        ColumnReader reader = new ColumnReader(table, cursor);
        if (old != null && keepsNullability) {
            reader.nullable = old.nullable();
        }
        reader.read(old);
    }

    /** Reads a type as {@link Column} has it; empty where none stands there. */
    static String type(TokenCursor cursor) {
        StringBuilder type = new StringBuilder();
        boolean first = true;
        boolean isLong = false;
        while (isType(cursor, first)) {
            SqlToken token = cursor.next();
            boolean joined = token.isSymbol('.') || token.isSymbol('[') || token.isSymbol(']');
            String text = token.kind() == Kind.QUOTED ? Names.normalise(token.text()) : token.text();
            if (token.isSymbol('.')) {
                type.setLength(0);
            } else {
                type.append(type.isEmpty() || joined ? "" : " ").append(text.toLowerCase(Locale.ROOT));
            }
            first = false;
            isLong |= cursor.atSymbol('(') && isLong(cursor.peek(1));
            skipLength(cursor);
        }
        return isLong && type.indexOf("char") >= 0 ? Column.LONG_TEXT : type.toString();
    }

    private static boolean isLong(SqlToken length) {
        return length.kind() == Kind.NUMBER && length.text().length() >= LONG_DIGITS;
    }

    private static void skipLength(TokenCursor cursor) {
        if (cursor.atSymbol('(')) {
            cursor.group();
        }
        if (cursor.atSymbol('[') && cursor.peek(1).kind() == Kind.NUMBER) {
            cursor.next();
            cursor.next();
            cursor.acceptSymbol(']');
        }
    }

    private static boolean isType(TokenCursor cursor, boolean first) {
        SqlToken token = cursor.peek();
        if (token.isSymbol('.') || token.isSymbol('[') || token.isSymbol(']')) {
            return !first;
        }
        if (token.kind() == Kind.QUOTED) {
            return first || cursor.peek(-1).isSymbol('.');
        }
        String word = token.keyword();
        boolean ends = first ? NO_TYPE.contains(word) : AFTER_TYPE.contains(word) || NEXT_ACTION.contains(word);
        boolean zone = (word.equals("WITH") || word.equals("WITHOUT")) && !cursor.peek(1).is("TIME")
                && !cursor.peek(1).is("LOCAL");
        boolean characterSet = word.equals("CHARACTER") && cursor.peek(1).is("SET");
        return !word.isEmpty() && !ends && !zone && !characterSet;
    }

    private void read(Column old) {
        String type = type(cursor);
        if (type.equals("identity")) {
            // as a type of its own it is a primary key (H2 1.4 and HSQLDB, "Data Types")
            addIndex(Index.Origin.PRIMARY_KEY);
        }
        while (!cursor.atEnd() && !NEXT_ACTION.contains(cursor.peek().keyword())) {
            attribute();
        }
        boolean counts = type.contains("serial") || type.contains("identity");
        boolean keepsType = type.isEmpty() && old != null;
        boolean isKey = table.indexes().stream().anyMatch(index -> index.origin() == Index.Origin.PRIMARY_KEY
                && index.leadingColumns().contains(name));
        table.add(new Column(name, keepsType ? old.type() : type, nullable && !isKey && (nullabilitySaid || !counts),
                old == null ? place : old.place()));
    }

    private void attribute() {
        if (cursor.accept("NOT", "NULL")) {
            say(false);
        } else if (cursor.accept("NULL")) {
            say(true);
        } else if (cursor.accept("DEFAULT")) {
            cursor.accept("ON", "NULL");
            cursor.skip();
        } else if (cursor.accept("CONSTRAINT")) {
            constraint = cursor.name();
        } else if (cursor.accept("PRIMARY") || cursor.at("KEY")) {
            cursor.accept("KEY");
            addIndex(Index.Origin.PRIMARY_KEY);
        } else if (cursor.accept("UNIQUE")) {
            cursor.accept("KEY");
            addIndex(Index.Origin.UNIQUE_CONSTRAINT);
        } else if (cursor.accept("CHECK")) {
            check();
        } else if (cursor.atAny("GENERATED", "IDENTITY", "AUTO_INCREMENT", "AUTOINCREMENT")) {
            generated();
        } else if (cursor.accept("REFERENCES")) {
            reference();
        } else {
            cursor.skip();
        }
    }

    private void say(boolean mayBeNull) {
        nullable = mayBeNull;
        nullabilitySaid = true;
        constraint = "";
    }

    /** An identity column holds no null; {@code GENERATED ALWAYS AS (expression)} may. */
    private void generated() {
        boolean identity = !cursor.next().is("GENERATED") || cursor.accept("ALWAYS", "AS", "IDENTITY")
                || cursor.accept("BY", "DEFAULT", "AS", "IDENTITY")
                || cursor.accept("BY", "DEFAULT", "ON", "NULL", "AS", "IDENTITY");
        nullable = nullable && !identity;
    }

    private void addIndex(Index.Origin origin) {
        table.add(new Index(constraint, origin, true, List.of(Index.Part.of(name)), "", "", place));
        constraint = "";
    }

    private void check() {
        table.checks().add(constraint.isEmpty() ? table.name() + "_" + name + "_check" : constraint);
        constraint = "";
        cursor.skip();
    }

    private void reference() {
        String target = cursor.name();
        List<String> columns = cursor.atSymbol('(') ? cursor.namesInGroup() : List.of();
        ForeignKey key = new ForeignKey(constraint, List.of(name), target, columns, place);
        constraint = "";
        while (cursor.accept("ON")) {
            // ON DELETE SET DEFAULT is no default of the column
            key = cursor.at("DELETE") ? key.onDelete(cursor.peek(1)) : key;
            cursor.next();
            if (!cursor.accept("SET", "NULL") && !cursor.accept("SET", "DEFAULT") && !cursor.accept("NO", "ACTION")) {
                cursor.next();
            }
        }
        table.foreignKeys().add(key);
    }
}
