package dev.seqscan.schema;

import dev.seqscan.schema.SqlToken.Kind;
import dev.seqscan.source.Place;
import java.util.List;

/** Reads one element of a table: a column, a constraint, or an index. */
final class TableElementReader {

    private final SchemaDraft schema;
    private final ReplayNotices notices;

    TableElementReader(SchemaDraft schema, ReplayNotices notices) {
        this.schema = schema;
        this.notices = notices;
    }

    void read(TableDraft table, TokenCursor item) {
        if (item.accept("CONSTRAINT")) {
            item.accept("IF", "NOT", "EXISTS");
            String name = item.atAny("PRIMARY", "UNIQUE", "FOREIGN", "CHECK") ? "" : item.name();
            if (!constraint(table, item, name)) {
                throw new NotUnderstood("a constraint of unknown kind");
            }
        } else if (!constraint(table, item, "") && !index(table, item) && !like(table, item)) {
            column(table, item);
        }
    }

    private void column(TableDraft table, TokenCursor item) {
        if (item.accept("PERIOD", "FOR") || item.accept("SUPPLEMENTAL", "LOG")) {
            item.skipAll();
            return;
        }
        ColumnReader.add(table, item);
    }

    private boolean constraint(TableDraft table, TokenCursor item, String name) {
        Place place = item.statement().place(item.peek());
        if (item.accept("PRIMARY", "KEY")) {
            key(table, item, name, Index.Origin.PRIMARY_KEY);
        } else if (item.at("UNIQUE")) {
            item.next();
            key(table, item, name, Index.Origin.UNIQUE_CONSTRAINT);
        } else if (item.accept("FOREIGN", "KEY")) {
            foreignKey(table, item, name, place);
        } else if (item.at("CHECK") && (item.peek(1).isSymbol('(') || !name.isEmpty())) {
            table.checks().add(name);
            skipOptions(item);
        } else if (item.at("EXCLUDE") && (item.peek(1).is("USING") || item.peek(1).isSymbol('('))) {
            table.checks().add(name);
            skipOptions(item);
        } else if (!name.isEmpty() && item.atAny("DEFAULT", "NOT")) {
            table.checks().add(name);
            skipOptions(item);
        } else {
            return false;
        }
        return true;
    }

    private void key(TableDraft table, TokenCursor item, String name, Index.Origin origin) {
        if (item.accept("USING", "INDEX")) {
            promote(table, item, name, origin);
            return;
        }
        table.add(IndexReader.inTable(item, name, origin, true));
    }

    /** An index that is there becomes the index of a constraint. */
    private void promote(TableDraft table, TokenCursor item, String name, Index.Origin origin) {
        String of = item.name();
        Index index = ConstraintNames.index(table, of).orElse(null);
        if (index == null) {
            notices.missing(item.statement(), "the index " + of);
            return;
        }
        table.indexes().remove(index);
        table.add(index.ofConstraint(name.isEmpty() ? of : name, origin));
    }

    private void foreignKey(TableDraft table, TokenCursor item, String constraint, Place place) {
        item.accept("IF", "NOT", "EXISTS");
        String name = constraint;
        if (!item.atSymbol('(')) {
            String ofIndex = item.name();
            name = name.isEmpty() ? ofIndex : name;
        }
        List<String> columns = item.namesInGroup();
        if (!item.accept("REFERENCES")) {
            throw new NotUnderstood("a foreign key without REFERENCES");
        }
        String target = item.name();
        List<String> referenced = item.atSymbol('(') ? item.namesInGroup() : List.of();
        table.foreignKeys().add(withOptions(new ForeignKey(name, columns, target, referenced, place), item));
    }

    private static ForeignKey withOptions(ForeignKey plain, TokenCursor item) {
        ForeignKey key = plain;
        while (hasOption(item)) {
            key = item.at("ON", "DELETE") ? key.onDelete(item.peek(2)) : key;
            item.skip();
        }
        return key;
    }

    private static void skipOptions(TokenCursor item) {
        while (hasOption(item)) {
            item.skip();
        }
    }

    /** Options of a constraint hold neither {@code ADD} nor {@code DROP}, which begin the next action. */
    private static boolean hasOption(TokenCursor item) {
        return !item.atEnd() && !item.atAny("ADD", "DROP", "ALTER");
    }

    private boolean index(TableDraft table, TokenCursor item) {
        boolean own = item.atAny("FULLTEXT", "SPATIAL") && (item.peek(1).isName() || item.peek(1).isSymbol('('));
        if (!own && !(item.atAny("KEY", "INDEX") && isIndex(item))) {
            return false;
        }
        table.add(IndexReader.inTable(item, "", Index.Origin.INDEX, false));
        return true;
    }

    /** {@code key varchar(100)} is a column, {@code key by_name (name)} is an index. */
    private static boolean isIndex(TokenCursor item) {
        for (int i = 1; i < 8; i++) {
            SqlToken token = item.peek(i);
            if (token.isSymbol('(')) {
                Kind inside = item.peek(i + 1).kind();
                return inside == Kind.WORD || inside == Kind.QUOTED || item.peek(i + 1).isSymbol('(');
            }
            if (!token.isName()) {
                return false;
            }
        }
        return false;
    }

    private boolean like(TableDraft table, TokenCursor item) {
        SqlToken after = item.peek(1);
        boolean copies = item.at("LIKE") && after.isName() && (item.peek(2).kind() == Kind.NOTHING
                || item.peek(2).isSymbol('.') || item.peek(2).is("INCLUDING") || item.peek(2).is("EXCLUDING"));
        if (!copies) {
            return false;
        }
        item.next();
        String other = item.name();
        boolean indexes = false;
        while (!item.atEnd()) {
            indexes |= item.accept("INCLUDING", "ALL") || item.accept("INCLUDING", "INDEXES");
            item.next();
        }
        copy(table, other, indexes, item);
        return true;
    }

    /** Copies columns, and indexes if so wished, from another table. */
    void copy(TableDraft table, String other, boolean indexes, TokenCursor at) {
        TableDraft from = schema.find(other).orElse(null);
        if (from == null) {
            notices.missing(at.statement(), "the table " + other);
            return;
        }
        from.columns().values().forEach(table::add);
        if (indexes) {
            from.indexes().forEach(index -> table.add(index.named("")));
        }
    }
}
