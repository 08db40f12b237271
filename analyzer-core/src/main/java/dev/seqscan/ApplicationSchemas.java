package dev.seqscan;

import dev.seqscan.config.Settings;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.entity.MappingSchema;
import dev.seqscan.entity.SchemaGeneration;
import dev.seqscan.program.Application;
import dev.seqscan.program.ModuleGraph;
import dev.seqscan.schema.Migrations;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Products;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the schemas of an application: of its scripts, of those that another module keeps for it, or of the mapping. */
final class ApplicationSchemas {

    private static final String[] PRODUCT_SETTINGS = {"spring.datasource.url", "spring.datasource.jdbc-url",
        "spring.jpa.database", "spring.jpa.database-platform", "spring.jpa.properties.hibernate.dialect",
        "spring.datasource.driver-class-name", "quarkus.datasource.db-kind", "hibernate.dialect", "hibernate.connection.url"};

    private final Set<String> directories;
    private final ModuleGraph graph;
    private final Settings settings;
    private final EntityModel entities;
    private final Notices notices;
    private final Product product;

    ApplicationSchemas(Application application, ModuleGraph graph, Settings settings, EntityModel entities, Notices notices) {
        this.directories = application.directories();
        this.graph = graph;
        this.settings = settings;
        this.entities = entities;
        this.notices = notices;
        this.product = product(settings);
    }

    /** One schema per database product. */
    List<Schema> read(List<TextFile> scripts) {
        Map<String, List<TextFile>> byModule = new TreeMap<>();
        List<TextFile> own = new ArrayList<>();
        for (TextFile script : scripts) {
            String directory = graph.of(script.path()).directory();
            (directories.contains(directory) ? own : byModule.computeIfAbsent(directory, key -> new ArrayList<>())).add(script);
        }
        List<Schema> replayed = replay(own, notices);
        if (replayed.isEmpty()) {
            replayed = byModule.values().stream().map(others -> replay(others, new Notices()))
                    .filter(this::isOfEntities).findFirst().orElse(List.of());
        }
        if (replayed.isEmpty()) {
            return List.of(new Schema(product, MappingSchema.tables(entities, product)));
        }
        boolean mappingIsTrue = SchemaGeneration.of(settings) == SchemaGeneration.FROM_MAPPING;
        return replayed.stream().map(schema -> withMapping(schema, mappingIsTrue)).toList();
    }

    private List<Schema> replay(Collection<TextFile> scripts, Notices told) {
        List<String> locations = settings.text("spring.flyway.locations", "quarkus.flyway.locations")
                .map(text -> List.of(text.split("\\s*,\\s*"))).orElse(List.of());
        return new Migrations(locations, placeholders(settings), product, told).schemas(scripts);
    }

    /** A module on which the application does not depend may still keep its scripts; then it makes most of the tables. */
    private boolean isOfEntities(List<Schema> schemas) {
        List<String> tables = entities.all().stream().filter(each -> each.kind() == Entity.Kind.ENTITY)
                .map(Entity::table).filter(each -> !each.isEmpty()).distinct().toList();
        return !tables.isEmpty() && schemas.stream().anyMatch(schema ->
                2 * tables.stream().filter(each -> schema.table(each).isPresent()).count() > tables.size());
    }

    /** Tables that no script speaks of are those of the mapping, where Hibernate makes the tables. */
    private Schema withMapping(Schema schema, boolean mappingIsTrue) {
        Map<String, Table> tables = mappingIsTrue
                ? new TreeMap<>(MappingSchema.tables(entities, schema.product())) : new TreeMap<>();
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
