package dev.seqscan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.config.Settings;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportScriptsTest {

    private static final Place HERE = new Place("Kind.java", Span.ofLine(1));
    private static final String ROWS = "insert into kinds (id) values (1);\ninsert into kinds (id) values (2);\n";

    @Test
    void theRowsOfHibernatesScriptAreThoseOfTheMappedTable() {
        assertThat(seeded("app/src/main/resources/import.sql", Map.of(), Table.Source.MAPPING)).isEqualTo(2);
    }

    @Test
    void theSettingsNameAnotherScript() {
        Settings.Value named = new Settings.Value("/db/first.sql, /db/second.sql", HERE);
        Map<String, Settings.Value> settings = Map.of("spring.jpa.properties.hibernate.hbm2ddl.import_files", named);
        assertThat(seeded("app/src/main/resources/db/second.sql", settings, Table.Source.MAPPING)).isEqualTo(2);
        assertThat(seeded("app/src/main/resources/import.sql", settings, Table.Source.MAPPING)).isZero();
    }

    @Test
    void aScriptOfTestsSaysNothingOfProduction() {
        assertThat(seeded("app/src/test/resources/import.sql", Map.of(), Table.Source.MAPPING)).isZero();
    }

    @Test
    void tablesThatMigrationsMakeAreFilledByThese() {
        assertThat(seeded("app/src/main/resources/import.sql", Map.of(), Table.Source.MIGRATION)).isZero();
    }

    private static int seeded(String path, Map<String, Settings.Value> settings, Table.Source source) {
        Table kinds = new Table("kinds", Table.Kind.TABLE, List.of(), List.of(), List.of(), 0, source, HERE);
        return new ImportScripts(new Settings(settings)).fill(new Schema(Product.H2, Map.of("kinds", kinds)),
                List.of(new TextFile(path, ROWS))).table("kinds").orElseThrow().seededRows();
    }
}
