package dev.seqscan.schema.liquibase;

import dev.seqscan.schema.MadeStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Changes of columns. */
final class ColumnChanges {

    private ColumnChanges() {
    }

    static void addColumn(Node change, ChangeTarget target) {
        for (ColumnDefinition column : TableChanges.columns(change, target)) {
            alter(change, target, made -> column.define(made.words("ADD COLUMN")));
            if (column.isKey()) {
                alter(column.node(), change, target, made -> {
                    made.words("ADD");
                    column.keyName().ifPresent(name -> made.words("CONSTRAINT").name(name));
                    made.words("PRIMARY KEY").names(List.of(column.name()));
                });
            }
            if (column.isUnique()) {
                alter(change, target, made -> column.unique(made.words("ADD")));
            }
            if (column.isForeignKey()) {
                alter(change, target, made -> column.foreignKey(made.words("ADD")));
            }
        }
    }

    static void dropColumn(Node change, ChangeTarget target) {
        List<String> columns = new ArrayList<>();
        change.attribute("columnName").ifPresent(columns::add);
        change.children("column").forEach(each -> columns.add(each.required("name")));
        if (columns.isEmpty()) {
            change.required("columnName");
        }
        columns.forEach(column -> alter(change, target, made -> made.words("DROP COLUMN").name(column)));
    }

    static void renameColumn(Node change, ChangeTarget target) {
        alter(change, target, made -> made.words("RENAME COLUMN").name(change.required("oldColumnName")).words("TO")
                .name(change.required("newColumnName")));
    }

    static void modifyDataType(Node change, ChangeTarget target) {
        alter(change, target, made -> made.words("ALTER COLUMN").name(change.required("columnName")).words("TYPE")
                .sql(ColumnDefinition.type(change.required("newDataType"), target.product())));
    }

    /** The form of Liquibase 1.9, with the columns within. */
    static void modifyColumn(Node change, ChangeTarget target) {
        for (Node column : change.children("column")) {
            alter(column, change, target, made -> made.words("ALTER COLUMN").name(column.required("name")).words("TYPE")
                    .sql(ColumnDefinition.type(column.required("type"), target.product())));
        }
    }

    static void addNotNull(Node change, ChangeTarget target) {
        alter(change, target, made -> made.words("ALTER COLUMN").name(change.required("columnName")).words("SET NOT NULL"));
    }

    static void dropNotNull(Node change, ChangeTarget target) {
        alter(change, target, made -> made.words("ALTER COLUMN").name(change.required("columnName")).words("DROP NOT NULL"));
    }

    static void mergeColumns(Node change, ChangeTarget target) {
        String merged = change.required("finalColumnName");
        alter(change, target, made -> made.words("ADD COLUMN").name(merged)
                .sql(change.attribute("finalColumnType").orElse("")));
        for (String from : List.of(change.required("column1Name"), change.required("column2Name"))) {
            if (!from.equalsIgnoreCase(merged)) {
                alter(change, target, made -> made.words("DROP COLUMN").name(from));
            }
        }
    }

    /** Applies one action on the table of a change. */
    static void alter(Node change, ChangeTarget target, Consumer<MadeStatement> action) {
        alter(change, change, target, action);
    }

    private static void alter(Node at, Node change, ChangeTarget target, Consumer<MadeStatement> action) {
        String table = Optional.of(change).flatMap(each -> each.attribute("baseTableName"))
                .orElseGet(() -> change.required("tableName"));
        MadeStatement made = target.make(at).words("ALTER TABLE").name(table);
        action.accept(made);
        target.apply(made);
    }
}
