package dev.seqscan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductsTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://mysql-host/oracle, POSTGRESQL",
        "jdbc:tc:mysql:8.0:///shop, MYSQL",
        "jdbc:p6spy:mariadb://host/shop, MARIADB",
        "jdbc:h2:mem:mysql;MODE=PostgreSQL, H2",
        "jdbc:hsqldb:file:shop, HSQLDB",
        "jdbc:oracle:thin:@db2:1521:shop, ORACLE",
        "jdbc:jtds:sqlserver://host/shop, SQLSERVER",
        "r2dbc:pool:postgresql://host/shop, POSTGRESQL",
        "org.hibernate.dialect.PostgreSQL95Dialect, POSTGRESQL",
        "org.hibernate.dialect.MySQL8Dialect, MYSQL",
        "org.hibernate.dialect.Oracle12cDialect, ORACLE",
        "SQLServerDialect, SQLSERVER",
        "org.hibernate.dialect.HSQLDialect, HSQLDB",
        "com.mysql.cj.jdbc.Driver, MYSQL",
        "com.microsoft.sqlserver.jdbc.SQLServerDriver, SQLSERVER",
        "org.mariadb.jdbc:mariadb-java-client, MARIADB",
        "com.oracle.database.jdbc:ojdbc11, ORACLE",
        "com.microsoft.sqlserver:mssql-jdbc, SQLSERVER",
        "com.mysql:mysql-connector-j, MYSQL",
        "com.example:driver, UNKNOWN",
        "'', UNKNOWN"
    })
    void a_product_is_told_by_url_dialect_or_driver(String hint, Product product) {
        assertThat(Products.of(hint)).isEqualTo(product);
    }

    @ParameterizedTest
    @CsvSource({"postgres, POSTGRESQL", "pg, POSTGRESQL", "schema-mysql, MYSQL", "sql-server, SQLSERVER", "mssql, SQLSERVER",
        "oracle12, ORACLE", "og, POSTGRESQL", "ob, MYSQL", "migration, UNKNOWN", "common, UNKNOWN", "page, UNKNOWN"})
    void a_product_is_told_by_a_folder(String folder, Product product) {
        assertThat(Products.ofName(folder)).isEqualTo(product);
    }

    @Test
    void other_products_are_known_as_such() {
        assertThat(Products.isOther("tables.cockroachdb")).isTrue();
        assertThat(Products.isOther("common")).isFalse();
        assertThat(Products.isOther("postgres")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "CREATE TABLE a (id BIGSERIAL, data jsonb) | POSTGRESQL",
        "CREATE TABLE `a` (id INT AUTO_INCREMENT) ENGINE=InnoDB | MYSQL",
        "CREATE TABLE [dbo].[a] (id INT IDENTITY(1,1), name NVARCHAR(10)) | SQLSERVER",
        "CREATE TABLE a (id NUMBER(10), name VARCHAR2(10)) | ORACLE",
        "CREATE TABLE a (id INT) | UNKNOWN"
    })
    void a_product_is_told_by_its_dialect(String script, Product product) {
        assertThat(Products.ofDialect(List.of(script))).isEqualTo(product);
    }
}
