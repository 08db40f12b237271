package dev.seqscan.schema;

/** Database products, as far as their treatment of identifiers and indexes differs. */
public enum Product {
    POSTGRESQL, MYSQL, MARIADB, H2, HSQLDB, ORACLE, SQLSERVER, DB2, SQLITE, DERBY, UNKNOWN;

    /**
     * Whether a foreign key makes an index by itself: MySQL and MariaDB (InnoDB, "FOREIGN KEY Constraints"), H2
     * ("CREATE TABLE ... constraints"), HSQLDB and Derby do; PostgreSQL ("5.5.5 Foreign Keys"), Oracle, SQL Server, DB2
     * and SQLite do not. Of an unknown product it is taken to be true, so that nothing is claimed without ground.
     */
    public boolean indexesForeignKeys() {
        return switch (this) {
            case MYSQL, MARIADB, H2, HSQLDB, DERBY, UNKNOWN -> true;
            case POSTGRESQL, ORACLE, SQLSERVER, DB2, SQLITE -> false;
        };
    }

    /**
     * Whether it has sequences: all but MySQL and SQLite do; MariaDB since 10.3 ("CREATE SEQUENCE"), SQL Server since 2012.
     * Of an unknown product it is not taken for granted.
     */
    public boolean hasSequences() {
        return switch (this) {
            case POSTGRESQL, MARIADB, H2, HSQLDB, ORACLE, SQLSERVER, DB2, DERBY -> true;
            case MYSQL, SQLITE, UNKNOWN -> false;
        };
    }

    /** The name as its makers write it. */
    public String title() {
        return switch (this) {
            case POSTGRESQL -> "PostgreSQL";
            case MYSQL -> "MySQL";
            case MARIADB -> "MariaDB";
            case ORACLE -> "Oracle";
            case SQLSERVER -> "SQL Server";
            case SQLITE -> "SQLite";
            case DERBY -> "Derby";
            case H2, HSQLDB, DB2 -> name();
            case UNKNOWN -> "a product that is not known";
        };
    }

    /**
     * Whether a table may have two indexes of the same columns. Oracle refuses the second (error ORA-01408), and DB2 makes
     * none (message SQL0605W).
     */
    public boolean allowsEqualIndexes() {
        return switch (this) {
            case ORACLE, DB2 -> false;
            default -> true;
        };
    }

    /** Whether an index may leave rows out by a condition: PostgreSQL, SQLite and SQL Server, each by its documentation. */
    public boolean hasPartialIndexes() {
        return this == POSTGRESQL || this == SQLITE || this == SQLSERVER;
    }

    /** Whether indexes carry the key of the row, as those of InnoDB do (MySQL manual, "Clustered and Secondary Indexes"). */
    public boolean indexesCarryKey() {
        return this == MYSQL || this == MARIADB;
    }

    /**
     * Whether rows that come sorted by the first keys are sorted by the others piece by piece, so that a page need not read all:
     * PostgreSQL since version 13 ("enable_incremental_sort").
     */
    public boolean sortsWithinOrder() {
        return this == POSTGRESQL;
    }

    /**
     * Whether an index on {@code (a, b)} gives the rows of one value of a sorted by b: all do so but H2, whose plan says that it sorts
     * them unless the statement sorts by a, too.
     */
    public boolean sortsBehindPinned() {
        return this != H2;
    }

    /**
     * Whether rows can be compared, as in {@code (a, b) < (?, ?)}: PostgreSQL ("Row and Array Comparisons"), MySQL and
     * MariaDB ("Row Subqueries"), H2, HSQLDB and SQLite ("Row Values") do so; Oracle, SQL Server and Derby do not, and of
     * the others it is not taken for granted.
     */
    public boolean comparesRows() {
        return switch (this) {
            case POSTGRESQL, MYSQL, MARIADB, H2, HSQLDB, SQLITE -> true;
            case ORACLE, SQLSERVER, DB2, DERBY, UNKNOWN -> false;
        };
    }

    /**
     * Whether it joins what several indexes find for the branches of an OR: PostgreSQL ("Combining Multiple Indexes"), MySQL and
     * MariaDB ("Index Merge Optimization"), SQLite ("OR optimizations"), Oracle, SQL Server and DB2 do so; H2 and Derby walk,
     * as their plans show or their documentation says of all but equal columns. Of an unknown product it is taken to be true.
     */
    public boolean unitesIndexes() {
        return this != H2 && this != DERBY;
    }

    /** Whether it runs within the application, as for demonstrations and tests, and most often on little data. */
    public boolean isEmbedded() {
        return switch (this) {
            case H2, HSQLDB, DERBY, SQLITE -> true;
            case POSTGRESQL, MYSQL, MARIADB, ORACLE, SQLSERVER, DB2, UNKNOWN -> false;
        };
    }
}
