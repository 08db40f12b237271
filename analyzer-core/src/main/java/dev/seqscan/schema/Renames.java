package dev.seqscan.schema;

import dev.seqscan.schema.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Renames tables, columns and indexes by statements of their own. */
final class Renames {

    private Renames() {
    }

    /** Gives an index or a foreign key another name. */
    static void indexOrConstraint(TableDraft table, String from, String to) {
        ConstraintNames.index(table, from).ifPresent(old -> {
            int at = table.indexes().indexOf(old);
            table.renameIndex(at, to);
        });
        ConstraintNames.foreignKey(table, from).ifPresent(old -> {
            int at = table.foreignKeys().indexOf(old);
            table.foreignKeys().set(at, old.renamed(to, old.columns(), old.referencedTable(), old.referencedColumns()));
        });
        if (table.checks().remove(from)) {
            table.checks().add(to);
        }
    }

    /** Reads from behind the word RENAME of MySQL, DB2 and Oracle. */
    static void statement(TokenCursor cursor, SchemaDraft schema) {
        boolean index = cursor.accept("INDEX");
        boolean column = !index && cursor.accept("COLUMN");
        cursor.acceptAny("TABLE", "TABLES");
        if (column) {
            throw new NotUnderstood("RENAME COLUMN");
        }
        for (TokenCursor item : cursor.items()) {
            String from = item.name();
            if (!item.accept("TO")) {
                throw new NotUnderstood("RENAME without TO");
            }
            String to = item.name();
            if (index) {
                schema.ownerOfIndex(from).ifPresent(owner -> indexOrConstraint(owner, from, to));
            } else {
                schema.rename(from, to);
            }
        }
    }

    /** Reads the arguments of SQL Server's {@code sp_rename 'table.column', 'name', 'COLUMN'}. */
    static void byProcedure(TokenCursor cursor, SchemaDraft schema) {
        List<String> arguments = new ArrayList<>();
        for (SqlToken token : cursor.rest()) {
            if (token.kind() == Kind.STRING) {
                arguments.add(token.text());
            }
        }
        if (arguments.size() < 2) {
            throw new NotUnderstood("sp_rename with other than constant arguments");
        }
        String from = arguments.get(0);
        String to = Names.normalise(arguments.get(1));
        String sort = arguments.size() > 2 ? arguments.get(2) : "";
        if (sort.equalsIgnoreCase("COLUMN")) {
            String owner = from.contains(".") ? from.substring(0, from.lastIndexOf('.')) : "";
            schema.find(Names.normalise(owner)).ifPresent(table -> schema.renameColumn(table, Names.normalise(from), to));
        } else if (sort.equalsIgnoreCase("INDEX")) {
            String name = Names.normalise(from);
            schema.ownerOfIndex(name).ifPresent(table -> indexOrConstraint(table, name, to));
        } else {
            schema.rename(Names.normalise(from), to);
        }
    }
}
