package dev.seqscan;

import dev.seqscan.program.ModuleGraph;
import dev.seqscan.schema.Migrations;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Scripts that lie in no module with code, as in {@code db/mysql} beside the modules: those of a product belong to an
 * application that has none for it, if they make most of the tables that its own scripts make. The folders are alternatives:
 * each stands for itself, and the one with most of the tables is taken.
 */
final class OutsideScripts {

    private final ModuleGraph graph;

    OutsideScripts(ModuleGraph graph) {
        this.graph = graph;
    }

    /** The schemas of further products, ordered by product. */
    List<Schema> of(List<TextFile> scripts, List<Schema> own) {
        Set<Product> known = EnumSet.of(Product.UNKNOWN);
        own.forEach(each -> known.add(each.product()));
        Set<String> tables = new TreeSet<>();
        own.forEach(schema -> schema.tables().forEach(table -> tables.add(table.name())));
        Map<Product, Schema> further = new TreeMap<>();
        for (List<TextFile> folder : folders(scripts).values()) {
            Migrations migrations = new Migrations(List.of(), Map.of(), Product.UNKNOWN, new Notices());
            migrations.schemas(folder).stream().filter(each -> !known.contains(each.product()))
                    .filter(each -> 2 * shared(each, tables) > tables.size())
                    .forEach(each -> further.merge(each.product(), each, (one, other) ->
                            shared(other, tables) > shared(one, tables) ? other : one));
        }
        return List.copyOf(further.values());
    }

    private Map<String, List<TextFile>> folders(List<TextFile> scripts) {
        Map<String, List<TextFile>> folders = new TreeMap<>();
        scripts.stream().filter(each -> !graph.hasCode(graph.of(each.path())))
                .forEach(each -> folders.computeIfAbsent(each.path().substring(0, each.path().lastIndexOf('/') + 1),
                        key -> new ArrayList<>()).add(each));
        return folders;
    }

    private static long shared(Schema schema, Set<String> tables) {
        return schema.tables().stream().map(Table::name).filter(tables::contains).count();
    }
}
