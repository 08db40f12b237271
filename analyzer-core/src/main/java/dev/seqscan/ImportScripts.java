package dev.seqscan;

import dev.seqscan.config.Settings;
import dev.seqscan.schema.Migrations;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.SchemaReplay;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scripts that fill the tables that Hibernate makes: {@code import.sql}, or those that the settings name (Hibernate user
 * guide, "jakarta.persistence.sql-load-script-source" and "hibernate.hbm2ddl.import_files").
 */
final class ImportScripts {

    private static final String[] NAMES = {"spring.jpa.properties.hibernate.hbm2ddl.import_files",
        "hibernate.hbm2ddl.import_files", "spring.jpa.properties.jakarta.persistence.sql-load-script-source",
        "jakarta.persistence.sql-load-script-source", "javax.persistence.sql-load-script-source",
        "quarkus.hibernate-orm.sql-load-script"};

    private final Set<String> names;

    ImportScripts(Settings settings) {
        this.names = settings.text(NAMES).map(text -> Stream.of(text.split(",")).map(String::strip)
                .map(each -> each.substring(each.lastIndexOf('/') + 1)).collect(Collectors.toSet())).orElse(Set.of("import.sql"));
    }

    /** The schema with the rows that these scripts insert into tables of the mapping. */
    Schema fill(Schema schema, List<TextFile> scripts) {
        List<TextFile> own = Migrations.withoutTests(scripts).stream().filter(each -> names.contains(each.name())).toList();
        Map<String, Table> mapped = schema.tables().stream().filter(each -> each.source() == Table.Source.MAPPING)
                .collect(Collectors.toMap(Table::name, Function.identity()));
        if (own.isEmpty() || mapped.isEmpty()) {
            return schema;
        }
        SchemaReplay replay = new SchemaReplay(schema.product(), Map.of(), mapped, new Notices());
        own.forEach(replay::replay);
        Schema filled = replay.schema();
        Map<String, Table> tables = new TreeMap<>();
        schema.tables().forEach(each -> tables.put(each.name(), !mapped.containsKey(each.name()) ? each
                : filled.table(each.name()).map(rows -> each.seededWith(rows.seededRows())).orElse(each)));
        return schema.with(tables);
    }
}
