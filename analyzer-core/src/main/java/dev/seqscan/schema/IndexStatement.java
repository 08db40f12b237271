package dev.seqscan.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes {@code CREATE INDEX} statements in the words of a database product. */
public final class IndexStatement {

    /** Shorter than the names of every product: PostgreSQL allows 63 bytes, MySQL 64 characters. */
    private static final int NAME_LENGTH = 60;
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_]*");
    /** Likely names of tables and columns that some product reserves; quotes do no harm in the others. */
    private static final Set<String> RESERVED = Set.of("order", "user", "group", "table", "index", "key", "desc", "asc",
            "check", "column", "primary", "references", "select", "where", "from", "to", "end", "default", "case", "limit",
            "offset", "values", "condition", "grant", "rank", "rows", "system");
    /** Types of which MySQL and MariaDB index a stated number of characters only (MySQL manual, "Column Prefix Key Parts"). */
    private static final Set<String> LONG_TEXTS = Set.of("tinytext", "text", "mediumtext", "longtext");

    /**
     * An index that is to be made.
     *
     * @param prefixSearched columns that are searched by the beginning of their text
     * @param condition which rows a partial index holds; empty for all
     */
    public record Wanted(String name, List<Index.Part> parts, Set<String> prefixSearched, String condition) {

        /** Names it after its table and columns; where the table has another index of that name, with a number. */
        public static Wanted of(Table table, List<Index.Part> parts, Set<String> prefixSearched) {
            Set<String> taken = table.indexes().stream().map(Index::name).collect(Collectors.toSet());
            String plain = IndexStatement.name(table, parts);
            String name = plain;
            for (int number = 2; taken.contains(name); number++) {
                name = plain + "_" + number;
            }
            return new Wanted(name, parts, prefixSearched, "");
        }

        /** The same for some of the rows. */
        public Wanted where(String rows) {
            return new Wanted(name, parts, prefixSearched, rows);
        }
    }

    private final Product product;
    private final Table table;

    private IndexStatement(Product product, Table table) {
        this.product = product;
        this.table = table;
    }

    /**
     * The statement that makes an index.
     *
     * @param prefixSearched columns that are searched by the beginning of their text
     * @return empty where the product has no index on expressions and a part is one
     */
    public static Optional<String> create(Product product, Table table, List<Index.Part> parts, Set<String> prefixSearched) {
        return create(product, table, Wanted.of(table, parts, prefixSearched), "");
    }

    /**
     * The statement that makes an index while the table is written, where every edition of the product can: PostgreSQL does so
     * ("Building Indexes Concurrently"), though not of partitioned tables; MySQL does so by itself ("Online DDL Operations").
     *
     * @return empty where the product has no index on expressions and a part is one
     */
    public static Optional<String> createOnline(Product product, Table table, Wanted index) {
        return create(product, table, index, concurrently(product, table));
    }

    private static Optional<String> create(Product product, Table table, Wanted index, String way) {
        boolean plain = index.parts().stream().noneMatch(part -> part.column().isEmpty());
        return plain || indexesExpressions(product)
                ? Optional.of(new IndexStatement(product, table).text(index, way)) : Optional.empty();
    }

    /** Whether the product takes a part as it is, so that it can be told apart from its words. */
    public static boolean isPlain(Product product, Table table, Index.Part part, boolean prefixSearched) {
        IndexStatement writer = new IndexStatement(product, table);
        return !part.column().isEmpty() && writer.length(part.column()).isEmpty()
                && writer.operatorClass(prefixSearched).isEmpty();
    }

    private static String concurrently(Product product, Table table) {
        return product == Product.POSTGRESQL && table.kind() != Table.Kind.PARTITIONED ? "CONCURRENTLY " : "";
    }

    /** The statement that drops an index of that name, while the table is written where the product can. */
    public static String dropOnline(Product product, Table table, String name) {
        return new IndexStatement(product, table).drop(name, concurrently(product, table));
    }

    /**
     * The statement that drops an index, or the constraint that it stands for.
     *
     * @return empty where the database chose the name
     */
    public static Optional<String> drop(Product product, Table table, Index index) {
        IndexStatement writer = new IndexStatement(product, table);
        return index.name().isEmpty() ? Optional.empty() : Optional.of(writer.drop(index));
    }

    private String drop(Index index) {
        if (index.origin() == Index.Origin.UNIQUE_CONSTRAINT && product != Product.MYSQL && product != Product.MARIADB) {
            return "ALTER TABLE " + identifier(table.name()) + " DROP CONSTRAINT " + identifier(index.name());
        }
        return drop(index.name(), "");
    }

    private String drop(String name, String way) {
        boolean ofTable = switch (product) {
            case MYSQL, MARIADB, SQLSERVER -> true;
            default -> false;
        };
        return "DROP INDEX " + way + identifier(name) + (ofTable ? " ON " + identifier(table.name()) : "");
    }

    /**
     * Whether an index may hold an expression: PostgreSQL ("Indexes on Expressions"), MySQL 8.0.13 ("Functional Key
     * Parts"), Oracle ("Function-Based Indexes"), DB2 and SQLite ("Indexes On Expressions") say so; in an unknown product
     * it is not taken for granted.
     */
    private static boolean indexesExpressions(Product product) {
        return switch (product) {
            case POSTGRESQL, MYSQL, ORACLE, DB2, SQLITE -> true;
            default -> false;
        };
    }

    private String text(Wanted index, String way) {
        List<String> texts = index.parts().stream()
                .map(part -> text(part, index.prefixSearched().contains(part.column()))).toList();
        return "CREATE INDEX " + way + index.name() + " ON " + identifier(table.name()) + " (" + String.join(", ", texts) + ")"
                + (index.condition().isEmpty() ? "" : " WHERE " + index.condition());
    }

    /** Whether every product takes a name as it is, without quotes. */
    public static boolean isPlainName(String name) {
        return PLAIN_NAME.matcher(name).matches() && !RESERVED.contains(name);
    }

    private static String name(Table table, List<Index.Part> parts) {
        List<String> words = new ArrayList<>(List.of("idx", table.name()));
        parts.forEach(part -> words.add(part.column().isEmpty() ? part.expression() : part.column()));
        String name = words.stream().map(word -> word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "")).collect(Collectors.joining("_"));
        return name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH);
    }

    private String text(Index.Part part, boolean prefixSearched) {
        String descending = part.descending() ? " DESC" : "";
        if (part.column().isEmpty()) {
            return (product == Product.MYSQL ? "(" + part.expression() + ")" : part.expression()) + descending;
        }
        return identifier(part.column()) + length(part.column()) + operatorClass(prefixSearched) + descending;
    }

    private String length(String column) {
        boolean isLong = table.column(column).filter(each -> LONG_TEXTS.contains(each.type())).isPresent();
        return isLong && (product == Product.MYSQL || product == Product.MARIADB) ? "(100)" : "";
    }

    /** Outside of the C locale PostgreSQL searches prefixes with this operator class only ("Operator Classes"). */
    private String operatorClass(boolean prefixSearched) {
        return prefixSearched && product == Product.POSTGRESQL ? " text_pattern_ops" : "";
    }

    private String identifier(String name) {
        if (isPlainName(name)) {
            return name;
        }
        return switch (product) {
            case MYSQL, MARIADB -> "`" + name + "`";
            case SQLSERVER -> "[" + name + "]";
            default -> "\"" + name + "\"";
        };
    }
}
