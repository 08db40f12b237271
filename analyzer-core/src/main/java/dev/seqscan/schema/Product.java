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
}
