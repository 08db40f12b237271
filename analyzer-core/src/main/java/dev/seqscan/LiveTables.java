package dev.seqscan;

import dev.seqscan.entity.EntityModel;
import dev.seqscan.entity.MappingSchema;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.Dropped;
import dev.seqscan.schema.ForeignKey;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import dev.seqscan.schema.live.LiveSchema;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the tables of a database in the place of those that scripts and mapping declare; their places are where these declare
 * them, else none.
 */
final class LiveTables {

    private final LiveSchema live;
    private final EntityModel entities;
    private final Notices notices;

    LiveTables(LiveSchema live, EntityModel entities, Notices notices) {
        this.live = live;
        this.entities = entities;
        this.notices = notices;
    }

    /**
     * The schemas of an application with that of the database in front; those of other products stay.
     *
     * @return empty where the database lacks most of its tables, and so is that of another application
     */
    Optional<List<Schema>> insteadOf(List<Schema> read) {
        Map<String, Table> declared = declared(read);
        long there = declared.keySet().stream().filter(each -> live.schema().table(each).isPresent()).count();
        if (2 * there < declared.size()) {
            notices.add(Notice.Kind.NO_EFFECT, "", 0, "The database that you name has " + there + " of " + declared.size()
                    + " tables that the code declares, so it is not taken for theirs.");
            return Optional.empty();
        }
        List<Schema> schemas = new ArrayList<>();
        schemas.add(placed(declared, read));
        read.stream().filter(each -> read.size() > 1 && !isOfLive(each.product())).forEach(schemas::add);
        return Optional.of(List.copyOf(schemas));
    }

    /** By name: what the scripts for this product say, else those for others, else the mapping. */
    private Map<String, Table> declared(List<Schema> read) {
        Map<String, Table> declared = new HashMap<>();
        read.stream().filter(each -> isOfLive(each.product())).forEach(each -> add(each, declared));
        read.forEach(each -> add(each, declared));
        MappingSchema.tables(entities, live.schema().product()).forEach(declared::putIfAbsent);
        return declared;
    }

    private static void add(Schema schema, Map<String, Table> declared) {
        schema.tables().forEach(each -> declared.putIfAbsent(each.name(), each));
    }

    private boolean isOfLive(Product product) {
        Product own = live.schema().product();
        return product == own || product == Product.UNKNOWN || isMySql(product) && isMySql(own);
    }

    private static boolean isMySql(Product product) {
        return product == Product.MYSQL || product == Product.MARIADB;
    }

    private Schema placed(Map<String, Table> declared, List<Schema> read) {
        Map<String, Table> tables = new HashMap<>();
        Map<String, List<Dropped>> dropped = new HashMap<>();
        for (Table table : live.schema().tables()) {
            Table script = declared.get(table.name());
            tables.put(table.name(), script == null ? table : placed(table, script));
            read.stream().filter(each -> isOfLive(each.product())).findFirst()
                    .ifPresent(each -> dropped.put(table.name(), each.dropped(table.name())));
        }
        return new Schema(live.schema().product(), tables, dropped);
    }

    private static Table placed(Table table, Table declared) {
        Place place = declared.place();
        List<Column> columns = table.columns().stream().map(each -> new Column(each.name(), each.type(), each.nullable(),
                declared.column(each.name()).map(Column::place).orElse(place))).toList();
        List<Index> indexes = table.indexes().stream().map(each -> each.at(place(each, declared))).toList();
        List<ForeignKey> keys = table.foreignKeys().stream().map(each -> each.at(declared.foreignKeys().stream()
                .filter(key -> key.columns().equals(each.columns())).map(ForeignKey::place).findFirst().orElse(place))).toList();
        return new Table(table.name(), table.kind(), columns, indexes, keys, declared.seededRows(), table.source(), place);
    }

    private static Place place(Index index, Table declared) {
        return declared.indexes().stream().filter(each -> !each.name().isEmpty() && each.name().equals(index.name()))
                .findFirst().or(() -> declared.indexes().stream().filter(each -> each.parts().equals(index.parts())).findFirst())
                .map(Index::place).orElse(declared.place());
    }
}
