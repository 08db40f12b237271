package dev.seqscan.schema.liquibase;

import dev.seqscan.schema.MadeStatement;
import java.util.List;

/** Changes that make, drop and rename tables and views. */
final class TableChanges {

    private TableChanges() {
    }

    static void createTable(Node change, ChangeTarget target) {
        MadeStatement made = target.make(change).words("CREATE TABLE")
                .words(change.isTrue("ifNotExists") ? "IF NOT EXISTS" : "").name(change.required("tableName")).words("(");
        List<ColumnDefinition> columns = columns(change, target);
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                made.words(",");
            }
            columns.get(i).define(made);
        }
        key(made.at(change.span()), columns);
        columns.stream().filter(ColumnDefinition::isUnique).forEach(each -> each.unique(made.words(",")));
        columns.stream().filter(ColumnDefinition::isForeignKey).forEach(each -> each.foreignKey(made.words(",")));
        target.apply(made.words(")"));
    }

    private static void key(MadeStatement made, List<ColumnDefinition> columns) {
        List<ColumnDefinition> key = columns.stream().filter(ColumnDefinition::isKey).toList();
        if (!key.isEmpty()) {
            made.words(",").at(key.get(0).node().span());
            key.get(0).keyName().ifPresent(name -> made.words("CONSTRAINT").name(name));
            made.words("PRIMARY KEY").names(key.stream().map(ColumnDefinition::name).toList());
        }
    }

    static List<ColumnDefinition> columns(Node change, ChangeTarget target) {
        return change.children("column").stream().map(each -> new ColumnDefinition(each, target.product())).toList();
    }

    static void dropTable(Node change, ChangeTarget target) {
        target.apply(target.make(change).words("DROP TABLE").name(change.required("tableName"))
                .words(change.isTrue("cascadeConstraints") ? "CASCADE" : ""));
    }

    static void renameTable(Node change, ChangeTarget target) {
        target.apply(target.make(change).words("ALTER TABLE").name(change.required("oldTableName")).words("RENAME TO")
                .name(change.required("newTableName")));
    }

    static void createView(Node change, ChangeTarget target) {
        Node query = change.textOf("selectQuery");
        if (change.isTrue("fullDefinition")) {
            target.sql(target.file(), query.textLine(), query.text(), ";");
        } else {
            target.apply(target.make(change).words("CREATE VIEW").name(change.required("viewName")).words("AS").sql(query.text()));
        }
    }

    static void dropView(Node change, ChangeTarget target) {
        target.apply(target.make(change).words("DROP VIEW").name(change.required("viewName")));
    }

    static void renameView(Node change, ChangeTarget target) {
        target.apply(target.make(change).words("ALTER VIEW").name(change.required("oldViewName")).words("RENAME TO")
                .name(change.required("newViewName")));
    }

    /** A table of the values that a column has, to which the column refers from then on. */
    static void addLookupTable(Node change, ChangeTarget target) {
        String table = change.required("newTableName");
        String column = change.required("newColumnName");
        target.apply(target.make(change).words("CREATE TABLE").name(table).words("(").name(column)
                .sql(change.attribute("newColumnDataType").orElse("")).words("PRIMARY KEY )"));
        MadeStatement key = target.make(change).words("ALTER TABLE").name(change.required("existingTableName")).words("ADD");
        change.attribute("constraintName").ifPresent(name -> key.words("CONSTRAINT").name(name));
        target.apply(key.words("FOREIGN KEY").names(change.requiredNames("existingColumnName")).words("REFERENCES").name(table)
                .names(List.of(column)));
    }
}
