package dev.seqscan;

import dev.seqscan.config.Settings;
import dev.seqscan.schema.Migrations;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import dev.seqscan.schema.liquibase.Changelog;
import dev.seqscan.schema.liquibase.LiquibaseMigrations;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replays what some modules bring: Flyway's scripts, changelogs of Liquibase, or plain scripts. Changelogs come last and may
 * build on tables that the others make, or that Hibernate makes before.
 */
final class MigrationSchemas {

    private final Settings settings;
    private final Product product;
    private final Function<Product, Map<String, Table>> mapped;
    private final boolean mappingIsTrue;
    private boolean rootMissing;

    /**
     * Prepares for one application.
     *
     * @param mapped the tables of the mapping on a product
     * @param mappingIsTrue whether Hibernate makes these tables
     */
    MigrationSchemas(Settings settings, Product product, Function<Product, Map<String, Table>> mapped, boolean mappingIsTrue) {
        this.settings = settings;
        this.product = product;
        this.mapped = mapped;
        this.mappingIsTrue = mappingIsTrue;
    }

    /** What one or several modules bring. */
    record Sources(List<TextFile> scripts, List<Changelog> changelogs) {

        Sources() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** Whether, at the last replay, the settings named a changelog that is not there. */
    boolean isRootMissing() {
        return rootMissing;
    }

    /** One schema per product, or none. */
    List<Schema> replay(Sources sources, Notices notices) {
        List<String> locations = settings.text("spring.flyway.locations", "quarkus.flyway.locations")
                .map(text -> List.of(text.split("\\s*,\\s*"))).orElse(List.of());
        Migrations migrations = new Migrations(locations, placeholders(), product, notices);
        Notices ofChangelogs = new Notices();
        LiquibaseMigrations liquibase = liquibase(sources, ofChangelogs);
        if (!liquibase.isUsed()) {
            return migrations.schemas(sources.scripts());
        }
        List<Schema> before = migrations.ofFlyway(sources.scripts());
        List<Schema> made = liquibase.schemas(on -> tables(before, on, mappingIsTrue));
        if (!made.isEmpty()) {
            notices.addAll(ofChangelogs);
            notices.lookedAt().addAll(ofChangelogs.lookedAt());
            return made.stream().map(schema -> joined(schema, before)).toList();
        }
        return withoutOwnTables(sources, migrations, notices);
    }

    /** Changelogs that make no table change those that plain scripts make, or that the mapping tells. */
    private List<Schema> withoutOwnTables(Sources sources, Migrations migrations, Notices notices) {
        List<Schema> before = migrations.schemas(sources.scripts());
        List<Schema> changed = liquibase(sources, notices).schemas(on -> tables(before, on, before.isEmpty()));
        List<Schema> all = before.isEmpty() && !changed.isEmpty() ? List.of(new Schema(product, mapped.apply(product))) : before;
        return changed.isEmpty() ? before : changed.stream().map(schema -> joined(schema, all)).toList();
    }

    private LiquibaseMigrations liquibase(Sources sources, Notices notices) {
        Optional<Settings.Value> root = Stream.of("spring.liquibase.change-log", "quarkus.liquibase.change-log")
                .flatMap(name -> settings.value(name).stream()).filter(each -> !each.text().contains("${")).findFirst();
        LiquibaseMigrations liquibase = new LiquibaseMigrations(sources.changelogs(), Migrations.withoutTests(sources.scripts()),
                root.map(Settings.Value::text), contexts(), product, notices);
        rootMissing = liquibase.isRootMissing();
        if (rootMissing) {
            root.ifPresent(said -> notices.add(Notice.Kind.MISSING, said.place().file(), said.place().line(),
                    "the changelog " + said.text() + " is not there"));
        }
        return liquibase;
    }

    private Set<String> contexts() {
        return settings.text("spring.liquibase.contexts", "quarkus.liquibase.contexts").filter(text -> !text.contains("${"))
                .map(text -> Stream.of(text.toLowerCase(Locale.ROOT).split(",")).map(String::strip)
                        .filter(each -> !each.isEmpty()).collect(Collectors.toSet())).orElse(Set.of());
    }

    private Map<String, String> placeholders() {
        Map<String, String> placeholders = new TreeMap<>();
        String prefix = "spring.flyway.placeholders.";
        settings.all().tailMap(prefix).forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                placeholders.put(name.substring(prefix.length()), value.text());
            }
        });
        return placeholders;
    }

    private Map<String, Table> tables(List<Schema> schemas, Product on, boolean withMapping) {
        Map<String, Table> tables = new TreeMap<>(withMapping ? mapped.apply(on) : Map.of());
        of(schemas, on).ifPresent(schema -> schema.tables().forEach(table -> tables.put(table.name(), table)));
        return tables;
    }

    private static Optional<Schema> of(List<Schema> schemas, Product on) {
        return schemas.stream().filter(each -> each.product() == on).findFirst().or(() -> schemas.stream().findFirst());
    }

    /** The tables of a schema, and those that stood there before and are not changed. */
    private Schema joined(Schema schema, List<Schema> before) {
        Map<String, Table> tables = tables(before, schema.product(), false);
        schema.tables().forEach(table -> tables.put(table.name(), table));
        return schema.with(tables);
    }
}
