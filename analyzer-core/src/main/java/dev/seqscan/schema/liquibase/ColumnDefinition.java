package dev.seqscan.schema.liquibase;

import dev.seqscan.schema.MadeStatement;
import dev.seqscan.schema.Product;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column with its constraints, as {@code createTable} and {@code addColumn} give it. */
final class ColumnDefinition {

    private final Node column;
    private final Optional<Node> constraints;
    private final Product product;

    ColumnDefinition(Node column, Product product) {
        this.column = column;
        this.constraints = column.child("constraints");
        this.product = product;
    }

    String name() {
        return column.required("name");
    }

    Node node() {
        return column;
    }

    /** Adds its name, its type and whether it may be null. */
    void define(MadeStatement made) {
        made.at(column.span()).name(name());
        column.attribute("type").ifPresent(type -> made.sql(type(type, product)));
        if (column.isTrue("autoIncrement")) {
            made.words("AUTO_INCREMENT");
        }
        if (isKey() || constraints.filter(each -> each.isFalse("nullable")).isPresent()) {
            made.words("NOT NULL");
        }
    }

    boolean isKey() {
        return constraints.filter(each -> each.isTrue("primaryKey")).isPresent();
    }

    Optional<String> keyName() {
        return constraints.flatMap(each -> each.attribute("primaryKeyName"));
    }

    boolean isUnique() {
        return constraints.filter(each -> each.isTrue("unique")).isPresent();
    }

    /** Adds a unique constraint of its own. */
    void unique(MadeStatement made) {
        made.at(column.span());
        constraints.flatMap(each -> each.attribute("uniqueConstraintName"))
                .ifPresent(name -> made.words("CONSTRAINT").name(name));
        made.words("UNIQUE").names(List.of(name()));
    }

    boolean isForeignKey() {
        return constraints.flatMap(each -> each.attribute("references", "referencedTableName")).isPresent();
    }

    /** Adds a foreign key of its own. */
    void foreignKey(MadeStatement made) {
        Node said = constraints.orElseThrow();
        made.at(column.span());
        said.attribute("foreignKeyName").ifPresent(name -> made.words("CONSTRAINT").name(name));
        made.words("FOREIGN KEY").names(List.of(name())).words("REFERENCES");
        Optional<String> references = said.attribute("references");
        if (references.isPresent()) {
            made.sql(references.get());
        } else {
            made.name(said.required("referencedTableName"));
            said.attribute("referencedColumnNames", "referencedColumnName").ifPresent(names ->
                    made.names(said.requiredNames("referencedColumnNames", "referencedColumnName")));
        }
        KeyChanges.onDelete(said, made);
    }

    /** Liquibase's name for long texts is none of every product ({@code ClobType} of its sources). */
    static String type(String type, Product product) {
        String word = type.strip().toLowerCase(Locale.ROOT).replaceFirst("^java\\.sql\\.types\\.", "");
        if (!word.matches("n?clob|longn?varchar")) {
            return type;
        }
        return switch (product) {
            case POSTGRESQL, SQLITE -> "text";
            case MYSQL, MARIADB -> "longtext";
            default -> word;
        };
    }
}
