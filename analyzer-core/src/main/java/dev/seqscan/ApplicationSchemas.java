package dev.seqscan;

import dev.seqscan.config.Settings;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.entity.MappingSchema;
import dev.seqscan.entity.SchemaGeneration;
import dev.seqscan.program.Application;
import dev.seqscan.program.ModuleGraph;
import dev.seqscan.query.jooq.GeneratedSchema;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Products;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import dev.seqscan.schema.liquibase.Changelog;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds the schemas of an application: of its scripts or of those that another module keeps for it; where these do not speak of a
 * table, of classes that were generated from the database, or else of the mapping.
 */
final class ApplicationSchemas {

    private static final String[] PRODUCT_SETTINGS = {"spring.datasource.url", "spring.datasource.jdbc-url",
        "spring.jpa.database", "spring.jpa.database-platform", "spring.jpa.properties.hibernate.dialect",
        "spring.datasource.driver-class-name", "quarkus.datasource.db-kind", "hibernate.dialect", "hibernate.connection.url"};

    private static final Pattern DRIVERS = Pattern.compile("org\\.postgresql:postgresql|(?:mysql|com\\.mysql|org\\.mariadb\\.jdbc"
            + "|com\\.microsoft\\.sqlserver|com\\.oracle[\\w.]*|com\\.ibm\\.db2)"
            + ":(?:mysql-connector-.*|mariadb-.*|mssql-jdbc.*|ojdbc.*|jcc)|io\\.quarkus:quarkus-jdbc-\\w+");

    private final Set<String> directories;
    private final ModuleGraph graph;
    private final EntityModel entities;
    private final Notices notices;
    private final Product product;
    private final boolean mappingIsTrue;
    private final MigrationSchemas migrations;
    private final OutsideScripts outside;
    private final ImportScripts imports;
    private final Function<Product, Map<String, Table>> generated;
    private boolean rootMissing;

    ApplicationSchemas(Application application, ModuleGraph graph, Settings settings, EntityModel entities, Notices notices,
            Function<Product, Map<String, Table>> generated) {
        this.directories = application.directories();
        this.graph = graph;
        this.entities = entities;
        this.notices = notices;
        this.generated = generated;
        this.product = product(settings, application.libraries());
        this.mappingIsTrue = SchemaGeneration.of(settings) == SchemaGeneration.FROM_MAPPING;
        this.outside = new OutsideScripts(graph);
        this.imports = new ImportScripts(settings);
        this.migrations = new MigrationSchemas(settings, product, on -> MappingSchema.tables(entities, on), mappingIsTrue);
    }

    /** One schema per database product. */
    List<Schema> read(List<TextFile> scripts, List<Changelog> changelogs) {
        List<Schema> own = ofModules(scripts, changelogs);
        List<Schema> all = new ArrayList<>(own);
        if (own.stream().anyMatch(schema -> schema.tables().stream().anyMatch(ApplicationSchemas::isMade))) {
            all.addAll(outside.of(scripts, own));
        }
        return List.copyOf(all);
    }

    private static boolean isMade(Table table) {
        return table.source() == Table.Source.MIGRATION;
    }

    private List<Schema> ofModules(List<TextFile> scripts, List<Changelog> changelogs) {
        Map<String, MigrationSchemas.Sources> byModule = new TreeMap<>();
        MigrationSchemas.Sources own = new MigrationSchemas.Sources();
        Function<String, MigrationSchemas.Sources> of = path -> {
            String directory = graph.of(path).directory();
            return directories.contains(directory) ? own
                    : byModule.computeIfAbsent(directory, key -> new MigrationSchemas.Sources());
        };
        scripts.forEach(each -> of.apply(each.path()).scripts().add(each));
        changelogs.forEach(each -> of.apply(each.path()).changelogs().add(each));
        List<Schema> replayed = migrations.replay(own, notices);
        rootMissing = migrations.isRootMissing();
        if (replayed.isEmpty()) {
            replayed = keptElsewhere(byModule.values());
            rootMissing = rootMissing && replayed.isEmpty();
        }
        if (replayed.isEmpty()) {
            Map<String, Table> tables = new TreeMap<>(MappingSchema.tables(entities, product));
            tables.putAll(generated.apply(product));
            return List.of(imports.fill(new Schema(product, tables), own.scripts()));
        }
        return replayed.stream().map(schema -> GeneratedSchema.added(schema, generated.apply(schema.product())))
                .map(schema -> imports.fill(withMapping(schema, mappingIsTrue), own.scripts())).toList();
    }

    /** Whether the settings name a changelog that is not there, so that nothing is known of what it makes. */
    boolean isRootMissing() {
        return rootMissing;
    }

    /** A module on which the application does not depend may still keep its scripts; then it makes most of the tables. */
    private List<Schema> keptElsewhere(Collection<MigrationSchemas.Sources> others) {
        List<String> tables = entities.all().stream().filter(each -> each.kind() == Entity.Kind.ENTITY)
                .map(Entity::table).filter(each -> !each.isEmpty()).distinct().toList();
        return tables.isEmpty() ? List.of() : others.stream().map(each -> migrations.replay(each, new Notices()))
                .filter(schemas -> schemas.stream().anyMatch(schema -> hasMost(schema, tables))).findFirst().orElse(List.of());
    }

    private static boolean hasMost(Schema schema, List<String> tables) {
        return 2 * tables.stream().filter(each -> schema.table(each).isPresent()).count() > tables.size();
    }

    /** Tables that no script speaks of are those of the mapping, where Hibernate makes the tables. */
    private Schema withMapping(Schema schema, boolean mappingIsTrue) {
        Map<String, Table> tables = mappingIsTrue
                ? new TreeMap<>(MappingSchema.tables(entities, schema.product())) : new TreeMap<>();
        schema.tables().forEach(table -> tables.put(table.name(), table));
        return schema.with(tables);
    }

    private static Product product(Settings settings, Set<String> libraries) {
        for (String name : PRODUCT_SETTINGS) {
            Product found = settings.text(name).map(Products::of).orElse(Product.UNKNOWN);
            if (found != Product.UNKNOWN) {
                return found;
            }
        }
        return ofDrivers(libraries);
    }

    /** The product of the drivers that the build brings, where they are of one; embedded ones most often serve tests. */
    private static Product ofDrivers(Set<String> libraries) {
        List<Product> found = libraries.stream().filter(each -> DRIVERS.matcher(each).matches()).map(Products::of)
                .filter(each -> each != Product.UNKNOWN && !each.isEmbedded()).distinct().toList();
        return found.size() == 1 ? found.get(0) : Product.UNKNOWN;
    }
}
