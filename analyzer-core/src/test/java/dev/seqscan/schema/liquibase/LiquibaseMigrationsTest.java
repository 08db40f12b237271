package dev.seqscan.schema.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seqscan.schema.Column;
import dev.seqscan.schema.ForeignKey;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiquibaseMigrationsTest {

    private static final String RESOURCES = "src/main/resources/";

    private final Notices notices = new Notices();
    private final List<Changelog> changelogs = new ArrayList<>();
    private final List<TextFile> scripts = new ArrayList<>();
    private Set<String> contexts = Set.of();
    private Optional<String> root = Optional.empty();

    private void file(String name, String text) {
        TextFile file = new TextFile(RESOURCES + name, text);
        if (name.endsWith(".sql")) {
            scripts.add(file);
        } else {
            assertThat(ChangelogReader.mayBe(file.path()) && ChangelogReader.isChangelog(file)).as(name).isTrue();
            new ChangelogReader().read(file, notices).ifPresent(changelogs::add);
        }
    }

    /** A changelog of one change set, whose changes begin on the third line. */
    private void changes(String changes) {
        file("changelog.xml", xml("<changeSet id=\"1\" author=\"a\">\n" + changes + "\n</changeSet>"));
    }

    private static String xml(String content) {
        return "<databaseChangeLog xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\">\n" + content + "\n</databaseChangeLog>";
    }

    private static String table(String name, String... columns) {
        StringBuilder text = new StringBuilder("<createTable tableName=\"" + name + "\">");
        for (String column : columns) {
            text.append("<column name=\"").append(column).append("\" type=\"int\"/>");
        }
        return text + "</createTable>";
    }

    private static String changeSet(String id, String attributes, String changes) {
        return "<changeSet id=\"" + id + "\" author=\"a\" " + attributes + ">" + changes + "</changeSet>";
    }

    private List<Schema> schemas(Product hint) {
        return new LiquibaseMigrations(changelogs, scripts, root, contexts, hint, notices).schemas(on -> Map.of());
    }

    private Schema schema(Product product) {
        List<Schema> schemas = schemas(product);
        assertThat(schemas).hasSize(1);
        return schemas.get(0);
    }

    private Schema schema() {
        return schema(Product.POSTGRESQL);
    }

    private Table orders() {
        return schema().table("orders").orElseThrow();
    }

    private static List<String> columns(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    private static List<List<String>> indexed(Table table, Index.Origin origin) {
        return table.indexes().stream().filter(each -> each.origin() == origin).map(Index::leadingColumns).toList();
    }

    private void assertNoNotices() {
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void a_table_of_xml_has_its_columns_and_constraints_where_they_stand() {
        changes("""
                <createTable tableName="orders">
                  <column name="id" type="bigint" autoIncrement="true"><constraints primaryKey="true" primaryKeyName="pk"/></column>
                  <column name="number" type="varchar(20)"><constraints nullable="false" unique="true"/></column>
                  <column name="customer_id" type="bigint">
                    <constraints references="customers(id)" foreignKeyName="fk"/>
                  </column>
                  <column name="note" type="clob"/>
                </createTable>""");

        Table orders = orders();

        assertThat(orders.place().line()).isEqualTo(3);
        assertThat(orders.place().file()).isEqualTo(RESOURCES + "changelog.xml");
        assertThat(columns(orders)).containsExactly("id", "number", "customer_id", "note");
        assertThat(orders.columns()).extracting(Column::nullable).containsExactly(false, false, true, true);
        assertThat(orders.columns()).extracting(Column::type).containsExactly("bigint", "varchar", "bigint", "text");
        assertThat(orders.primaryKey().orElseThrow().name()).isEqualTo("pk");
        assertThat(orders.primaryKey().orElseThrow().place().line()).isEqualTo(4);
        assertThat(indexed(orders, Index.Origin.UNIQUE_CONSTRAINT)).containsExactly(List.of("number"));
        assertThat(orders.foreignKeys().get(0).referencedTable()).isEqualTo("customers");
        assertThat(orders.foreignKeys().get(0).place().line()).isEqualTo(6);
        assertNoNotices();
    }

    @Test
    void a_foreign_key_makes_an_index_on_mysql_and_none_on_postgres() {
        changes(table("customers", "id") + table("orders", "id", "customer_id")
                + "<addForeignKeyConstraint baseTableName=\"orders\" baseColumnNames=\"customer_id\" constraintName=\"fk\""
                + " referencedTableName=\"customers\" referencedColumnNames=\"id\"/>");

        assertThat(orders().indexes()).isEmpty();
        assertThat(indexed(schema(Product.MYSQL).table("orders").orElseThrow(), Index.Origin.FOREIGN_KEY))
                .containsExactly(List.of("customer_id"));
    }

    @Test
    void yaml_says_the_same_as_xml() {
        file("changelog.yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: 1
                      author: a
                      changes:
                        - createTable:
                            tableName: orders
                            columns:
                              - column:
                                  name: id
                                  type: bigint
                                  constraints:
                                    primaryKey: true
                              - column: {name: status, type: varchar(10)}
                        - createIndex:
                            tableName: orders
                            indexName: by_status
                            columns:
                              - column: {name: status, descending: true}
                        - sql: {sql: "create index i on orders (lower(status))"}
                        - sql:
                            sql: |
                              alter table orders add a int;
                              alter table orders add b int;
                """);

        Table orders = orders();

        assertThat(columns(orders)).containsExactly("id", "status", "a", "b");
        assertThat(orders.indexes()).extracting(Index::name).containsExactly("", "by_status", "i");
        assertThat(orders.indexes().get(1).parts()).containsExactly(new Index.Part("status", "", true));
        assertThat(orders.indexes().get(1).place().line()).isEqualTo(15);
        assertThat(orders.column("b").orElseThrow().place().line()).isEqualTo(24);
        assertNoNotices();
    }

    @Test
    void json_says_the_same_as_xml() {
        file("db/changelog/changelog.json", """
                {"databaseChangeLog": [
                  {"changeSet": {"id": "1", "author": "a", "changes": [
                    {"createTable": {"tableName": "orders", "columns": [
                      {"column": {"name": "id", "type": "int", "constraints": {"primaryKey": true}}},
                      {"column": {"name": "status", "type": "int"}}]}},
                    {"addUniqueConstraint": {"tableName": "orders", "columnNames": "status, id"}}]}}]}
                """);

        assertThat(indexed(orders(), Index.Origin.UNIQUE_CONSTRAINT)).containsExactly(List.of("status", "id"));
        assertNoNotices();
    }

    @Test
    void formatted_sql_is_cut_into_change_sets_and_what_undoes_them_is_no_statement() {
        file("changelog.sql", """
                --liquibase formatted sql
                --changeset a:1
                create table orders (id int, status int);
                --rollback drop table orders;

                --changeset a:2 dbms:!postgresql
                create index of_others on orders (status);

                --changeset a:3 dbms:postgresql endDelimiter://
                create index of_postgres on orders (status) //
                --changeset a:4 context:"test and !prod"
                create index of_tests on orders (status);
                """);

        assertThat(orders().indexes()).extracting(Index::name).containsExactly("of_postgres");
        assertThat(orders().indexes().get(0).place().line()).isEqualTo(10);
        assertNoNotices();
    }

    @Test
    void includes_are_replayed_where_they_stand() {
        file("db/master.xml", xml("""
                <include file="classpath:db/first.xml"/>
                <includeAll path="steps" relativeToChangelogFile="true"/>"""));
        file("db/first.xml", xml(changeSet("1", "", table("orders", "a"))));
        file("db/steps/20.xml", xml(changeSet("1", "", rename("b", "c"))));
        file("db/steps/10.sql", "alter table orders rename column a to b;");
        file("db/steps/30/x.xml", xml(changeSet("1", "", rename("c", "d"))));
        file("db/left-over.xml", xml(changeSet("1", "", "<dropTable tableName=\"orders\"/>")));

        assertThat(columns(orders())).containsExactly("d");
        assertNoNotices();
    }

    private static String rename(String from, String to) {
        return "<renameColumn tableName=\"orders\" oldColumnName=\"" + from + "\" newColumnName=\"" + to + "\"/>";
    }

    @Test
    void the_changelog_of_the_settings_is_the_root() {
        file("db/one.xml", xml(changeSet("1", "", table("one", "a"))));
        file("db/two.xml", xml(changeSet("1", "", table("two", "a"))));
        root = Optional.of("classpath:/db/two.xml");

        assertThat(schema().tables()).extracting(Table::name).containsExactly("two");
    }

    @Test
    void a_ring_of_includes_and_a_missing_one_are_told_and_the_rest_goes_on() {
        file("a.xml", xml("<include file=\"b.xml\"/>\n<include file=\"none.xml\"/>\n" + changeSet("1", "", table("orders", "a"))));
        file("b.xml", xml("<include file=\"a.xml\"/>"));

        assertThat(schema().table("orders")).isPresent();
        assertThat(notices.all()).extracting(Notice::kind, Notice::file, Notice::line).containsExactly(
                tuple(Notice.Kind.MISSING, RESOURCES + "a.xml", 3),
                tuple(Notice.Kind.NOT_READ, RESOURCES + "b.xml", 2));
    }

    @Test
    void a_change_set_that_two_changelogs_include_runs_once() {
        file("master.xml", xml("<include file=\"x.xml\"/><include file=\"x.xml\"/>"));
        file("x.xml", xml(changeSet("1", "", table("orders", "a"))));

        assertThat(schema().tables()).hasSize(1);
        assertNoNotices();
    }

    @Test
    void what_updates_take_away_under_a_condition_stays_where_a_snapshot_made_it() {
        String index = "<createIndex tableName=\"orders\" indexName=\"i\"><column name=\"a\"/></createIndex>";
        String old = "<preConditions onFail=\"MARK_RAN\"><tableExists tableName=\"orders\"/></preConditions>";
        String none = "<preConditions onFail=\"MARK_RAN\"><not><tableExists tableName=\"orders\"/></not></preConditions>";
        file("schema.xml", xml("<include file=\"snapshot.xml\"/>"));
        file("snapshot.xml", xml(changeSet("1", "", table("orders", "a") + index)));
        file("update.xml", xml("<include file=\"steps.xml\"/>"));
        file("steps.xml", xml(changeSet("2", "", old + "<renameTable oldTableName=\"orders\" newTableName=\"old_orders\"/>")
                + changeSet("3", "", none + table("orders", "a", "b"))
                + changeSet("4", "", "<addColumn tableName=\"orders\"><column name=\"c\" type=\"int\"/></addColumn>")));

        assertThat(schema().tables()).extracting(Table::name).containsExactly("orders");
        assertThat(columns(orders())).containsExactly("a", "c");
        assertThat(orders().indexes()).extracting(Index::name).containsExactly("i");
    }

    @Test
    void what_one_changelog_makes_it_also_takes_away_under_a_condition() {
        String old = "<preConditions onFail=\"MARK_RAN\"><tableExists tableName=\"orders\"/></preConditions>";
        changes(table("orders", "a") + "</changeSet><changeSet id=\"2\" author=\"a\">" + old + "<dropTable tableName=\"orders\"/>"
                + "</changeSet><changeSet id=\"3\" author=\"a\">" + table("other", "a"));

        assertThat(schema().tables()).extracting(Table::name).containsExactly("other");
    }

    @Test
    void properties_of_the_product_are_filled_in() {
        file("changelog.xml", xml("<property name=\"t\" value=\"text\" dbms=\"postgresql\"/>"
                + "<property name=\"t\" value=\"clob\" dbms=\"oracle, h2\"/><property name=\"table\" value=\"orders\"/>"
                + changeSet("1", "", "<createTable tableName=\"${table}\"><column name=\"a\" type=\"${t}\"/></createTable>")));

        assertThat(orders().columns()).extracting(Column::type).containsExactly("text");
    }

    @Test
    void each_product_that_change_sets_name_has_its_schema() {
        file("changelog.xml", xml(changeSet("1", "", table("orders", "a")) + changeSet("2", "dbms=\"mysql\"", table("m", "a"))
                + changeSet("3", "dbms=\"postgresql,h2\"", table("p", "a")) + changeSet("4", "dbms=\"!mysql\"", table("no_m", "a"))
                + changeSet("5", "", "<preConditions><not><dbms type=\"mysql\"/></not></preConditions>" + table("also_no_m", "a"))));

        List<Schema> schemas = schemas(Product.UNKNOWN);

        assertThat(schemas).extracting(Schema::product).containsExactly(Product.POSTGRESQL, Product.MYSQL);
        assertThat(schemas.get(0).tables()).extracting(Table::name).containsExactly("also_no_m", "no_m", "orders", "p");
        assertThat(schemas.get(1).tables()).extracting(Table::name).containsExactly("m", "orders");
    }

    @Test
    void an_index_under_a_precondition_is_not_made_beside_one_like_it() {
        String index = "<createIndex tableName=\"orders\" indexName=\"%s\"><column name=\"a\"/></createIndex>";
        file("changelog.xml", xml(changeSet("1", "", table("orders", "a") + String.format(index, "first"))
                + changeSet("2", "", "<preConditions onFail=\"MARK_RAN\"><not><indexExists indexName=\"x\"/></not></preConditions>"
                        + String.format(index, "second"))
                + changeSet("3", "", String.format(index, "third"))));

        assertThat(orders().indexes()).extracting(Index::name).containsExactly("first", "third");
    }

    @Test
    void contexts_of_tests_do_not_count_unless_the_settings_name_them() {
        file("changelog.xml", xml(changeSet("1", "", table("orders", "a")) + changeSet("2", "context=\"test\"", table("t", "a"))
                + changeSet("3", "contextFilter=\"test or prod\"", table("both", "a"))
                + changeSet("4", "context=\"!prod\"", table("no_prod", "a"))
                + changeSet("5", "context=\"legacy\"", table("legacy", "a"))
                + changeSet("6", "context=\"mysql\"", table("m", "a")) + changeSet("7", "labels=\"faker\"", table("l", "a"))));

        assertThat(schemas(Product.POSTGRESQL).get(0).tables()).extracting(Table::name)
                .containsExactly("both", "legacy", "orders");
        contexts = Set.of("test");
        assertThat(schemas(Product.POSTGRESQL).get(0).tables()).extracting(Table::name)
                .containsExactly("both", "no_prod", "orders", "t");
    }

    @Test
    void columns_change_as_each_change_says() {
        changes(table("orders", "a", "b", "c", "d", "e") + """
                <addColumn tableName="orders"><column name="f" type="uuid"><constraints nullable="false" unique="true"/></column></addColumn>
                <dropColumn tableName="orders" columnName="a"/>
                <dropColumn tableName="orders"><column name="b"/></dropColumn>
                <renameColumn tableName="orders" oldColumnName="c" newColumnName="x"/>
                <modifyDataType tableName="orders" columnName="x" newDataType="bigint"/>
                <addNotNullConstraint tableName="orders" columnName="x"/>
                <dropNotNullConstraint tableName="orders" columnName="f"/>
                <mergeColumns tableName="orders" column1Name="d" column2Name="e" finalColumnName="de" finalColumnType="text"/>
                <modifyColumn tableName="orders"><column name="de" type="varchar(9)"/></modifyColumn>""");

        Table orders = orders();

        assertThat(columns(orders)).containsExactly("x", "f", "de");
        assertThat(orders.columns()).extracting(Column::type).containsExactly("bigint", "uuid", "varchar");
        assertThat(orders.columns()).extracting(Column::nullable).containsExactly(false, true, true);
        assertThat(indexed(orders, Index.Origin.UNIQUE_CONSTRAINT)).containsExactly(List.of("f"));
        assertNoNotices();
    }

    @Test
    void indexes_are_made_and_dropped() {
        changes(table("orders", "a", "b") + """
                <createIndex tableName="orders" indexName="i" unique="true"><column name="a"/><column name="b DESC"/></createIndex>
                <createIndex tableName="orders" indexName="j"><column name="lower(a)" computed="true"/></createIndex>
                <createIndex tableName="orders" indexName="k"><column name="b"/></createIndex>
                <dropIndex tableName="orders" indexName="k"/>""");

        assertThat(orders().indexes()).extracting(Index::name).containsExactly("i", "j");
        assertThat(orders().indexes().get(0).unique()).isTrue();
        assertThat(orders().indexes().get(0).parts()).containsExactly(Index.Part.of("a"), new Index.Part("b", "", true));
        assertThat(orders().indexes().get(1).leadingColumns()).isEmpty();
        assertNoNotices();
    }

    @Test
    void keys_are_made_and_dropped() {
        changes(table("customers", "id") + table("orders", "a", "b") + """
                <addPrimaryKey tableName="orders" columnNames="a, b" constraintName="pk"/>
                <dropPrimaryKey tableName="orders"/>
                <addPrimaryKey tableName="orders" columnNames="b"/>
                <addUniqueConstraint tableName="orders" columnNames="a" constraintName="u"/>
                <dropUniqueConstraint tableName="orders" constraintName="u"/>
                <addForeignKeyConstraint baseTableName="orders" baseColumnNames="a" constraintName="fk"
                    referencedTableName="customers" referencedColumnNames="id"/>
                <dropForeignKeyConstraint baseTableName="orders" constraintName="fk"/>
                <addForeignKeyConstraint baseTableName="orders" baseColumnNames="a" constraintName="fk2"
                    referencedTableName="customers" referencedColumnNames="id"/>
                <dropAllForeignKeyConstraints baseTableName="orders"/>""");

        assertThat(orders().indexes()).extracting(Index::leadingColumns).containsExactly(List.of("b"));
        assertThat(orders().foreignKeys()).isEmpty();
        assertNoNotices();
    }

    @Test
    void a_foreign_key_may_delete_with_what_it_refers_to() {
        changes(table("customers", "id") + table("orders", "a", "b") + """
                <addForeignKeyConstraint baseTableName="orders" baseColumnNames="a" constraintName="fk"
                    referencedTableName="customers" referencedColumnNames="id" onDelete="CASCADE" onUpdate="NO ACTION"/>
                <addForeignKeyConstraint baseTableName="orders" baseColumnNames="b" constraintName="fk2"
                    referencedTableName="customers" referencedColumnNames="id" onDelete="NO ACTION"/>
                <addColumn tableName="orders"><column name="c" type="int"><constraints foreignKeyName="fk3"
                    references="customers(id)" deleteCascade="true"/></column></addColumn>""");

        assertThat(orders().foreignKeys()).extracting(ForeignKey::onDelete).containsExactly(
                ForeignKey.OnDelete.CASCADE, ForeignKey.OnDelete.REFUSE, ForeignKey.OnDelete.CASCADE);
        assertNoNotices();
    }

    @Test
    void tables_and_views_are_made_renamed_and_dropped() {
        changes(table("old", "a") + table("gone", "a") + """
                <renameTable oldTableName="old" newTableName="shop.orders"/>
                <dropTable tableName="gone" cascadeConstraints="true"/>
                <createView viewName="v">select a from orders</createView>
                <createView viewName="w">select a from orders</createView><dropView viewName="w"/>
                <addLookupTable existingTableName="orders" existingColumnName="a" newTableName="kinds" newColumnName="kind"/>""");

        Schema schema = schema();

        assertThat(schema.tables()).extracting(Table::name).containsExactly("kinds", "orders", "v");
        assertThat(columns(schema.table("v").orElseThrow())).containsExactly("a");
        assertThat(orders().foreignKeys().get(0).referencedTable()).isEqualTo("kinds");
        assertNoNotices();
    }

    @Test
    void sql_is_read_with_its_lines_and_its_files() {
        changes("<sql>\n  create table orders (a int);\n\n  create index i on orders (a);\n</sql>\n"
                + "<sqlFile path=\"more.sql\" relativeToChangelogFile=\"true\" endDelimiter=\"//\"/>"
                + "<sql dbms=\"mysql\">drop table orders</sql>");
        scripts.add(new TextFile(RESOURCES + "more.sql", "create table b (a int) //\ncreate table c (a int) //"));

        assertThat(schema().tables()).extracting(Table::name).containsExactly("b", "c", "orders");
        assertThat(orders().indexes().get(0).place().line()).isEqualTo(6);
        assertThat(schema().table("c").orElseThrow().place()).extracting("file").isEqualTo(RESOURCES + "more.sql");
        assertNoNotices();
    }

    @Test
    void rows_that_changes_load_are_counted() {
        changes(table("orders", "a") + table("kinds", "a") + "<insert tableName=\"orders\"><column name=\"a\" value=\"1\"/></insert>"
                + "<insert tableName=\"orders\"><column name=\"a\" value=\"2\"/></insert><loadData tableName=\"kinds\" file=\"k.csv\"/>");

        assertThat(orders().seededRows()).isEqualTo(2);
        assertThat(schema().table("kinds").orElseThrow().seededRows()).isGreaterThan(10);
    }

    @Test
    void what_is_not_understood_is_told_with_its_line() {
        changes(table("orders", "a") + "\n<teleport tableName=\"orders\"/>\n<createIndex indexName=\"i\"/>\n"
                + "<dropIndex tableName=\"other\" indexName=\"i\"/>\n<tagDatabase tag=\"x\"/>");

        assertThat(schema().tables()).hasSize(1);
        assertThat(notices.all()).extracting(Notice::line).containsExactly(4, 5, 6);
        assertThat(notices.all()).extracting(Notice::reason).element(0).isEqualTo("unknown change teleport");
    }

    @Test
    void changes_build_on_tables_of_the_mapping() {
        changes("<createIndex tableName=\"orders\" indexName=\"i\"><column name=\"a\"/></createIndex>");
        Table mapped = new Table("orders", Table.Kind.TABLE, List.of(), List.of(), List.of(), 0, Table.Source.MAPPING, null);

        List<Schema> schemas = new LiquibaseMigrations(changelogs, scripts, root, contexts, Product.POSTGRESQL, notices)
                .schemas(on -> Map.of("orders", mapped, "others", mapped));

        assertThat(schemas.get(0).tables()).extracting(Table::name).containsExactly("orders");
        assertThat(schemas.get(0).table("orders").orElseThrow().source()).isEqualTo(Table.Source.MAPPING);
        assertThat(schemas.get(0).table("orders").orElseThrow().indexes()).extracting(Index::name).containsExactly("i");
        assertNoNotices();
    }

    @Test
    void a_broken_changelog_and_one_of_hostile_entities_are_notices() {
        file("broken.xml", "<databaseChangeLog>\n<changeSet");
        file("broken.yaml", "databaseChangeLog:\n  - changeSet: {id: [\n");
        file("entity.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n" + xml(changeSet("1", "", "<sql>&e;</sql>")));

        assertThat(schemas(Product.POSTGRESQL)).isEmpty();
        assertThat(notices.all()).extracting(Notice::file).contains(RESOURCES + "broken.xml", RESOURCES + "broken.yaml");
    }
}
