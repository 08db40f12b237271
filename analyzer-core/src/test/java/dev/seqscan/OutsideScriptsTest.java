package dev.seqscan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.program.ModuleGraph;
import dev.seqscan.schema.Migrations;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.xml.XmlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutsideScriptsTest {

    private static final String TABLES = "create table orders (id int primary key); create table lines (id int primary key);";

    private final List<TextFile> scripts = new ArrayList<>();

    @Test
    void scriptsOfFurtherProductsBelongToTheApplicationWhoseTablesTheyMake() {
        file("db/mysql/schema.sql", TABLES + "create index i on orders (id);");
        file("db/oracle/schema.sql", TABLES);
        assertThat(outside()).extracting(Schema::product).containsExactly(Product.MYSQL, Product.ORACLE);
        assertThat(outside().get(0).table("orders").orElseThrow().indexes()).hasSize(2);
    }

    @Test
    void otherTablesAreThoseOfAnotherApplication() {
        file("db/mysql/schema.sql", "create table orders (id int primary key); create table users (id int);");
        assertThat(outside()).isEmpty();
    }

    @Test
    void aProductThatHasScriptsOfItsOwnNeedsNoOthers() {
        file("db/h2/schema.sql", TABLES);
        assertThat(outside()).isEmpty();
    }

    @Test
    void aModuleWithCodeKeepsItsScripts() {
        file("report/src/main/resources/mysql/schema.sql", TABLES);
        assertThat(outside()).isEmpty();
    }

    @Test
    void ofTwoFoldersThatMakeTheTablesOneIsTaken() {
        file("db/mysql/part/tables.sql", TABLES + "create table third (id int);");
        file("db/mysql/whole/tables.sql", TABLES + "create table states (id int);");
        assertThat(outside()).singleElement().satisfies(each -> assertThat(each.table("states")).isPresent());
    }

    private void file(String path, String text) {
        scripts.add(new TextFile(path, text));
    }

    private List<Schema> outside() {
        TextFile own = new TextFile("shop/src/main/resources/h2/schema.sql", TABLES + "create table states (id int primary key);");
        List<Schema> schemas = new Migrations(List.of(), Map.of(), Product.UNKNOWN, new Notices()).schemas(List.of(own));
        assertThat(schemas).extracting(Schema::product).containsExactly(Product.H2);
        ModuleGraph graph = ModuleGraph.of(List.of("shop", "report").stream().flatMap(name -> new XmlReader().read(new TextFile(
                name + "/pom.xml", "<project><artifactId>" + name + "</artifactId></project>"), new Notices()).stream()).toList(),
                List.of(), List.of("shop/src/main/java/Shop.java", "report/src/main/java/Report.java"));
        return new OutsideScripts(graph).of(scripts, schemas);
    }
}
