package dev.seqscan.schema.liquibase;

import dev.seqscan.schema.MadeStatement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Changes of keys, constraints and indexes. */
final class KeyChanges {

    private static final Pattern PLAIN = Pattern.compile("[^()\\s]+|\"[^\"]+\"|`[^`]+`|\\[[^\\]]+]");

    private KeyChanges() {
    }

    static void addPrimaryKey(Node change, ChangeTarget target) {
        constraint(change, target, made -> made.words("PRIMARY KEY").names(change.requiredNames("columnNames")));
    }

    static void dropPrimaryKey(Node change, ChangeTarget target) {
        ColumnChanges.alter(change, target, made -> made.words("DROP PRIMARY KEY"));
    }

    static void addUniqueConstraint(Node change, ChangeTarget target) {
        constraint(change, target, made -> made.words("UNIQUE").names(change.requiredNames("columnNames")));
    }

    static void addForeignKey(Node change, ChangeTarget target) {
        constraint(change, target, made -> {
            made.words("FOREIGN KEY").names(change.requiredNames("baseColumnNames")).words("REFERENCES")
                    .name(change.required("referencedTableName"));
            if (change.attribute("referencedColumnNames").isPresent()) {
                made.names(change.requiredNames("referencedColumnNames"));
            }
            onDelete(change, made);
        });
    }

    /** {@code onDelete}, or {@code deleteCascade} of old changelogs. */
    static void onDelete(Node change, MadeStatement made) {
        Optional<String> cascade = change.attribute("deleteCascade").filter("true"::equalsIgnoreCase).map(each -> "CASCADE");
        change.attribute("onDelete").or(() -> cascade).map(String::strip).filter(each -> each.matches("[A-Za-z ]+"))
                .ifPresent(rule -> made.words("ON DELETE " + rule.toUpperCase(Locale.ROOT)));
    }

    static void dropConstraint(Node change, ChangeTarget target) {
        ColumnChanges.alter(change, target, made -> made.words("DROP CONSTRAINT").name(change.required("constraintName")));
    }

    static void dropAllForeignKeys(Node change, ChangeTarget target) {
        target.replay().dropForeignKeys(change.required("baseTableName"));
    }

    private static void constraint(Node change, ChangeTarget target, Consumer<MadeStatement> definition) {
        ColumnChanges.alter(change, target, made -> {
            made.words("ADD");
            change.attribute("constraintName").ifPresent(name -> made.words("CONSTRAINT").name(name));
            definition.accept(made);
        });
    }

    static void createIndex(Node change, ChangeTarget target) {
        MadeStatement made = target.make(change).words(change.isTrue("unique") ? "CREATE UNIQUE INDEX" : "CREATE INDEX");
        change.attribute("indexName").ifPresent(made::name);
        made.words("ON").name(change.required("tableName")).words("(");
        List<Node> columns = change.children("column").stream().filter(each -> !each.isTrue("include")
                && !each.isTrue("included")).toList();
        if (columns.isEmpty()) {
            throw new Node.Incomplete("createIndex without columns");
        }
        for (int i = 0; i < columns.size(); i++) {
            part(i == 0 ? made : made.words(","), columns.get(i));
        }
        target.apply(made.words(")"));
    }

    /** Where a name is none, as {@code lower(name)} or {@code name DESC}, it is an expression, whether it says so or not. */
    private static void part(MadeStatement made, Node column) {
        String name = column.required("name");
        if (!column.isTrue("computed") && PLAIN.matcher(name).matches()) {
            made.name(name);
        } else {
            made.sql(name);
        }
        made.words(column.isTrue("descending") ? "DESC" : "");
    }

    static void dropIndex(Node change, ChangeTarget target) {
        MadeStatement made = target.make(change).words("DROP INDEX").name(change.required("indexName"));
        change.attribute("tableName").ifPresent(table -> made.words("ON").name(table));
        target.apply(made);
    }
}
