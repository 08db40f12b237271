package dev.seqscan.query.mybatis;

import dev.seqscan.schema.Product;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names by which mapper files call database products in {@code databaseId}: each program chooses its own
 * ("databaseIdProvider"
 * in the reference of MyBatis 3), these are customary.
 */
final class Databases {

    private static final Map<Product,
            List<String>> NAMES = Map.of(Product.POSTGRESQL, List.of("postgresql", "postgres", "pgsql", "pg"),
            Product.MYSQL, List.of("mysql"), Product.MARIADB, List.of("mariadb", "mysql"), Product.H2, List.of("h2"),
            Product.HSQLDB, List.of("hsqldb", "hsql"), Product.ORACLE, List.of("oracle"),
            Product.SQLSERVER, List.of("sqlserver", "mssql", "microsoftsqlserver"), Product.DB2, List.of("db2"),
            Product.SQLITE, List.of("sqlite"), Product.DERBY, List.of("derby"));

    private Databases() {
    }

    /** Whether a name means a product. */
    static boolean isName(String name, Product product) {
        return NAMES.getOrDefault(product, List.of()).contains(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }
}
