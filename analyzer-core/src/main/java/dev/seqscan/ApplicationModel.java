package dev.seqscan;

import dev.seqscan.config.Settings;
import dev.seqscan.config.SettingsReader;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.entity.EntityReader;
import dev.seqscan.entity.MappingSchema;
import dev.seqscan.entity.NamingStrategy;
import dev.seqscan.entity.SchemaGeneration;
import dev.seqscan.program.Application;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.ModuleGraph;
import dev.seqscan.program.Program;
import dev.seqscan.schema.Migrations;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Products;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Notices;
import dev.seqscan.source.SourceTree;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.config.ConfigFile;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is declared of one application: settings, entities, and one schema per database product.
 *
 * @param unreadMigrations whether migrations that are not read yet may have made more tables and indexes
 */
record ApplicationModel(Application application, Settings settings, EntityModel entities, List<Schema> schemas,
        boolean unreadMigrations) {

    private static final String[] PRODUCT_SETTINGS = {"spring.datasource.url", "spring.datasource.jdbc-url",
        "spring.jpa.database", "spring.jpa.database-platform", "spring.jpa.properties.hibernate.dialect",
        "spring.datasource.driver-class-name", "quarkus.datasource.db-kind", "hibernate.dialect", "hibernate.connection.url"};

    static ApplicationModel read(Application application, Collection<DeclaredClass> classes, Program program,
            ModuleGraph graph, ReadFiles files, Set<String> profiles, Notices notices) {
        Set<String> directories = application.directories();
        Settings settings = new SettingsReader().read(mainModuleLast(files.config().stream()
                .filter(each -> directories.contains(graph.of(each.path()).directory())).toList(), application, graph), profiles);
        boolean springBoot = application.springBoot() || isSpringBoot(settings, directories, graph, files.code());
        NamingStrategy naming = NamingStrategy.of(settings, springBoot, notices);
        EntityModel entities = new EntityReader().read(classes, program, naming, settings, notices);
        return new ApplicationModel(application, settings, entities,
                schemas(application, graph, files, settings, entities, notices),
                files.unreadMigrations().stream().anyMatch(each -> directories.contains(graph.of(each).directory())));
    }

    /** Whether scripts tell of its tables, not the mapping alone. */
    boolean isMigrated() {
        return schemas.stream().flatMap(each -> each.tables().stream()).anyMatch(each -> each.source() == Table.Source.MIGRATION);
    }

    /** Whether scripts make tables of it, so that these are known and not only how they are mapped. */
    boolean hasScripts() {
        return schemas.stream().flatMap(schema -> schema.tables().stream())
                .anyMatch(table -> table.source() == Table.Source.MIGRATION);
    }

    /** Where the build is not in the tree, or names it in a parent outside, settings and code give it away. */
    private static boolean isSpringBoot(Settings settings, Set<String> directories, ModuleGraph graph, List<CodeFile> code) {
        return settings.all().keySet().stream().anyMatch(name -> name.startsWith("spring."))
                || code.stream().filter(file -> !SourceTree.isTest(file.path()))
                        .filter(file -> directories.contains(graph.of(file.path()).directory()))
                        .flatMap(file -> file.imports().stream())
                        .anyMatch(each -> each.name().startsWith("org.springframework.boot."));
    }

    /** Of settings in several modules those of the main module win. */
    private static List<ConfigFile> mainModuleLast(List<ConfigFile> files, Application application, ModuleGraph graph) {
        return files.stream().sorted(Comparator.comparing(
                each -> graph.of(each.path()).directory().equals(application.main().directory()))).toList();
    }

    private static List<Schema> schemas(Application application, ModuleGraph graph, ReadFiles files, Settings settings,
            EntityModel entities, Notices notices) {
        Product product = product(settings);
        Set<String> directories = application.directories();
        List<String> locations = settings.text("spring.flyway.locations", "quarkus.flyway.locations")
                .map(text -> List.of(text.split("\\s*,\\s*"))).orElse(List.of());
        Migrations migrations = new Migrations(locations, placeholders(settings), product, notices);
        List<Schema> replayed = migrations.schemas(files.sql().stream()
                .filter(each -> directories.contains(graph.of(each.path()).directory())).toList());
        boolean mappingIsTrue = replayed.isEmpty() || SchemaGeneration.of(settings) == SchemaGeneration.FROM_MAPPING;
        if (replayed.isEmpty()) {
            return List.of(new Schema(product, MappingSchema.tables(entities, product)));
        }
        return replayed.stream().map(schema -> withMapping(schema, entities, mappingIsTrue)).toList();
    }

    /** Tables that no script speaks of are those of the mapping; where Hibernate makes the tables, its indexes are true too. */
    private static Schema withMapping(Schema schema, EntityModel entities, boolean mappingIsTrue) {
        Map<String, Table> tables = new TreeMap<>(MappingSchema.tables(entities, schema.product()));
        if (!mappingIsTrue) {
            tables.clear();
        }
        schema.tables().forEach(table -> tables.put(table.name(), table));
        return new Schema(schema.product(), tables);
    }

    private static Map<String, String> placeholders(Settings settings) {
        Map<String, String> placeholders = new TreeMap<>();
        String prefix = "spring.flyway.placeholders.";
        settings.all().tailMap(prefix).forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                placeholders.put(name.substring(prefix.length()), value.text());
            }
        });
        return placeholders;
    }

    private static Product product(Settings settings) {
        for (String name : PRODUCT_SETTINGS) {
            Product found = settings.text(name).map(Products::of).orElse(Product.UNKNOWN);
            if (found != Product.UNKNOWN) {
                return found;
            }
        }
        return Product.UNKNOWN;
    }
}
