package dev.seqscan.schema.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PropertyFilesTest {

    private static final String CHANGELOG = """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
              %s
              <changeSet id="1" author="a"><createTable tableName="${prefix}orders"><column name="id" type="int"/></createTable>
              </changeSet>
            </databaseChangeLog>
            """;

    private final Map<String, TextFile> files = new TreeMap<>();
    private final Notices notices = new Notices();

    @Test
    void a_file_gives_the_values_of_placeholders() {
        file("app/src/main/resources/db/names.properties", "# names\nprefix = shop_\nother=1");

        assertThat(tables("<property file=\"db/names.properties\"/>")).containsExactly("shop_orders");
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void the_name_may_be_relative_to_the_changelog() {
        file("app/src/main/resources/db/log/names.properties", "prefix=near_");
        file("app/src/main/resources/names.properties", "prefix=far_");

        assertThat(tables("<property file=\"names.properties\" relativeToChangelogFile=\"true\"/>"))
                .containsExactly("near_orders");
    }

    @Test
    void what_is_defined_first_holds() {
        file("app/src/main/resources/db/names.properties", "prefix=second_");

        assertThat(tables("<property name=\"prefix\" value=\"first_\"/><property file=\"db/names.properties\"/>"))
                .containsExactly("first_orders");
    }

    @Test
    void a_file_of_another_product_is_left_out() {
        file("app/src/main/resources/db/names.properties", "prefix=other_");

        assertThat(tables("<property file=\"db/names.properties\" dbms=\"oracle\"/>")).doesNotContain("other_orders");
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        tables("<property file=\"db/names.properties\"/>");

        assertThat(notices.all()).extracting(Notice::reason).contains("the file of properties is not there, or cannot be read");
    }

    private void file(String path, String text) {
        files.put(path, new TextFile(path, text));
    }

    private List<String> tables(String properties) {
        TextFile text = new TextFile("app/src/main/resources/db/log/changelog.xml", CHANGELOG.formatted(properties));
        Changelog changelog = new ChangelogReader().read(text, notices).orElseThrow();
        Changelog filled = new PropertyFiles(new ArrayList<>(files.keySet()), path -> Optional.ofNullable(files.get(path)))
                .filled(changelog);
        return new LiquibaseMigrations(List.of(filled), List.of(), Optional.empty(), Set.of(), Product.POSTGRESQL, notices)
                .schemas(on -> Map.of()).stream().map(Schema::tables).flatMap(each -> each.stream().map(Table::name)).toList();
    }
}
