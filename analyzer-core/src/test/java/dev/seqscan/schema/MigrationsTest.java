package dev.seqscan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private static final String MIGRATION = "src/main/resources/db/migration/";

    private final Notices notices = new Notices();
    private final List<TextFile> files = new ArrayList<>();

    private void file(String path, String text) {
        files.add(new TextFile(path, text));
    }

    private List<Schema> schemas(Product hint, String... locations) {
        return new Migrations(List.of(locations), Map.of(), hint, notices).schemas(files);
    }

    private Schema schema() {
        List<Schema> schemas = schemas(Product.UNKNOWN);
        assertThat(schemas).hasSize(1);
        return schemas.get(0);
    }

    @Test
    void flyway_scripts_follow_their_versions_and_repeatable_ones_come_last() {
        file(MIGRATION + "V10__third.sql", "ALTER TABLE orders RENAME COLUMN b TO c;");
        file(MIGRATION + "V1__first.sql", "CREATE TABLE orders (a int);");
        file(MIGRATION + "V1_2__second.sql", "ALTER TABLE orders RENAME COLUMN a TO b;");
        file(MIGRATION + "V2024.01.02__fourth.sql", "ALTER TABLE orders RENAME COLUMN c TO d;");
        file(MIGRATION + "A__ignored.txt", "");
        file(MIGRATION + "R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT d FROM orders;");
        file(MIGRATION + "U10__undo.sql", "DROP TABLE orders;");

        Schema schema = schema();

        assertThat(schema.table("orders").orElseThrow().columns()).extracting(Column::name).containsExactly("d");
        assertThat(schema.table("v")).isPresent();
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void a_baseline_stands_for_the_versions_before_it() {
        file(MIGRATION + "V1__first.sql", "CREATE TABLE old (a int);");
        file(MIGRATION + "B2__base.sql", "CREATE TABLE orders (a int);");
        file(MIGRATION + "V3__third.sql", "ALTER TABLE orders ADD b int;");

        assertThat(schema().tables()).extracting(Table::name).containsExactly("orders");
        assertThat(schema().table("orders").orElseThrow().columns()).hasSize(2);
    }

    @Test
    void two_scripts_of_one_version_are_told_and_both_applied() {
        file(MIGRATION + "V1__b.sql", "CREATE TABLE b (a int);");
        file(MIGRATION + "V1.0__a.sql", "CREATE TABLE a (a int);");

        assertThat(schema().tables()).hasSize(2);
        assertThat(notices.all()).singleElement().extracting(Notice::kind).isEqualTo(Notice.Kind.DUPLICATE);
    }

    @Test
    void a_name_that_flyway_does_not_apply_is_told() {
        file(MIGRATION + "V1__a.sql", "CREATE TABLE a (a int);");
        file(MIGRATION + "v2__a.sql", "CREATE TABLE b (a int);");
        file(MIGRATION + "afterMigrate.sql", "ANALYZE;");

        assertThat(schema().tables()).hasSize(1);
        assertThat(notices.all()).singleElement().extracting(Notice::file).isEqualTo(MIGRATION + "v2__a.sql");
    }

    @Test
    void folders_of_products_make_a_schema_each() {
        file(MIGRATION + "common/V1__orders.sql", "CREATE TABLE orders (id int PRIMARY KEY);");
        file(MIGRATION + "postgresql/V2__status.sql", "ALTER TABLE orders ADD status jsonb;");
        file(MIGRATION + "mysql/V2__status.sql", "ALTER TABLE orders ADD status json;");

        List<Schema> schemas = schemas(Product.H2);

        assertThat(schemas).extracting(Schema::product).containsExactly(Product.POSTGRESQL, Product.MYSQL);
        assertThat(schemas).extracting(schema -> schema.table("orders").orElseThrow().column("status").orElseThrow().type())
                .containsExactly("jsonb", "json");
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void locations_may_be_given() {
        file("app/src/main/resources/sql/oracle/V1__a.sql", "CREATE TABLE a (id int);");
        file("app/src/main/resources/other/V1__b.sql", "CREATE TABLE b (id int);");

        List<Schema> schemas = schemas(Product.UNKNOWN, "classpath:/sql/{vendor}");

        assertThat(schemas).singleElement().satisfies(schema -> {
            assertThat(schema.product()).isEqualTo(Product.ORACLE);
            assertThat(schema.tables()).extracting(Table::name).containsExactly("a");
        });
    }

    @Test
    void the_hint_tells_the_product_before_the_dialect_does() {
        file(MIGRATION + "V1__a.sql", "CREATE TABLE a (id BIGSERIAL);");

        assertThat(schemas(Product.H2)).extracting(Schema::product).containsExactly(Product.H2);
        assertThat(schemas(Product.UNKNOWN)).extracting(Schema::product).containsExactly(Product.POSTGRESQL);
    }

    @Test
    void springs_scripts_count_without_flyway() {
        file("src/main/resources/data.sql", "INSERT INTO product VALUES (1);");
        file("src/main/resources/schema.sql", "CREATE TABLE product (id int); CREATE TABLE orders (id int);");
        file("src/test/resources/schema.sql", "CREATE TABLE only_in_tests (id int);");

        assertThat(schema().tables()).extracting(Table::name).containsExactly("orders", "product");
        assertThat(schema().table("product").orElseThrow().seeded()).isTrue();
    }

    @Test
    void springs_scripts_of_platforms_make_a_schema_each() {
        file("src/main/resources/schema-h2.sql", "CREATE TABLE product (id int);");
        file("src/main/resources/schema-postgresql.sql", "CREATE TABLE product (id int);");

        assertThat(schemas(Product.UNKNOWN)).extracting(Schema::product).containsExactly(Product.POSTGRESQL, Product.H2);
    }

    @Test
    void scripts_without_numbers_make_tables_before_indexes() {
        file("src/main/resources/schema-orders-idx.sql", "CREATE INDEX by_a ON orders (a);");
        file("src/main/resources/schema-orders.sql", "CREATE TABLE orders (a int);");

        assertThat(schema().table("orders").orElseThrow().indexes()).extracting(Index::name).containsExactly("by_a");
    }

    @Test
    void flyway_counts_before_springs_scripts() {
        file("src/main/resources/schema.sql", "CREATE TABLE left_over (id int);");
        file(MIGRATION + "V1__a.sql", "CREATE TABLE a (id int);");

        assertThat(schema().tables()).extracting(Table::name).containsExactly("a");
    }

    @Test
    void any_folder_with_tables_counts_where_nothing_else_is_found() {
        file("db/10_rename.sql", "ALTER TABLE orders RENAME COLUMN b TO c;");
        file("db/2_rename.sql", "ALTER TABLE orders RENAME COLUMN a TO b;");
        file("db/1_create.sql", "CREATE TABLE orders (a int);");
        file("db/drop/1_all.sql", "CREATE TABLE x (a int); DROP TABLE orders;");
        file("reports/report.sql", "SELECT * FROM orders;");

        assertThat(schema().tables()).singleElement().satisfies(orders ->
                assertThat(orders.columns()).extracting(Column::name).containsExactly("c"));
    }

    @Test
    void a_script_comes_before_those_whose_names_go_on() {
        file("sql/schema-shop-indexes.sql", "CREATE INDEX by_a ON orders (a);");
        file("sql/schema-shop.sql", "CREATE TABLE orders (a int);");

        assertThat(schema().table("orders").orElseThrow().indexes()).hasSize(1);
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void whole_schemas_count_before_their_upgrades() {
        file("sql/create/shop.postgres.create.sql", "CREATE TABLE orders (a int);");
        file("sql/create/shop.cockroachdb.create.sql", "CREATE TABLE orders (other int);");
        file("sql/upgrade/shop.postgres.upgrade.sql", "CREATE TABLE old (a int);");

        assertThat(schema().tables()).extracting(Table::name).containsExactly("orders");
        assertThat(notices.all()).singleElement().extracting(Notice::kind).isEqualTo(Notice.Kind.NOT_READ);
    }

    @Test
    void of_whole_schemas_of_several_versions_the_present_one_counts() {
        file("sql/create/release-1.0.0/shop.sql", "CREATE TABLE orders (a int); CREATE TABLE items (a int);");
        file("sql/create/release-1.10.0/shop.sql", "CREATE TABLE orders (a int, b int); CREATE TABLE items (a int);");
        file("sql/create/release-1.9.0/shop.sql", "CREATE TABLE orders (a int); CREATE TABLE items (b int);");
        assertThat(schema().table("orders").orElseThrow().columns()).hasSize(2);
        assertThat(notices.all()).extracting(Notice::kind).contains(Notice.Kind.NOT_READ);

        file("sql/shop.sql", "CREATE TABLE orders (a int, b int, c int); CREATE TABLE items (a int); CREATE TABLE news (a int);");
        assertThat(schema().table("orders").orElseThrow().columns()).hasSize(3);
    }

    @Test
    void a_step_that_makes_a_table_anew_takes_nothing_from_the_others() {
        file("sql/1.sql", "CREATE TABLE orders (a int); CREATE TABLE items (a int);");
        file("sql/2.sql", "DROP TABLE items; CREATE TABLE items (b int);");
        assertThat(schema().tables()).extracting(Table::name).containsExactlyInAnyOrder("orders", "items");
    }

    @Test
    void no_script_makes_no_schema() {
        file("reports/report.sql", "SELECT 1;");

        assertThat(schemas(Product.MYSQL)).isEmpty();
    }
}
