package dev.seqscan.query.jooq;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.query.Calls;
import dev.seqscan.query.Returns;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.ForeignKey;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Names;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A generated class of a table, which overrides methods that give its keys and indexes. */
final class GeneratedTable {

    private final DeclaredClass type;
    private final String name;
    private final List<Column> columns;
    private final GeneratedKeys keys;

    private GeneratedTable(DeclaredClass type, String name, List<Column> columns, GeneratedKeys keys) {
        this.type = type;
        this.name = name;
        this.columns = columns;
        this.keys = keys;
    }

    /** Empty for classes that are none, for functions that give tables, and where the name or all columns are worked out. */
    static Optional<GeneratedTable> of(DeclaredClass type, Program program, TableReader tables) {
        boolean none = type.declaration().modifiers().contains(Modifier.ABSTRACT)
                || GeneratedClasses.table(type, program).isEmpty() || hasOption(type, "function");
        Optional<String> name = none ? Optional.empty() : GeneratedClasses.name(type);
        List<Column> columns = name.isEmpty() ? List.of() : GeneratedColumns.of(type);
        return columns.isEmpty() ? Optional.empty() : Optional.of(new GeneratedTable(type, Names.normalise(name.get()), columns,
                new GeneratedKeys(type, tables)));
    }

    /** {@code TableOptions.view("..")}, since 3.13. */
    private static boolean hasOption(DeclaredClass type, String option) {
        return type.declaration().methods().stream().filter(each -> each.name().equals("<init>"))
                .flatMap(each -> Calls.in(each, option).stream())
                .anyMatch(each -> Lookup.dotted(each.target()).endsWith("TableOptions"));
    }

    /** The normalised name. */
    String name() {
        return name;
    }

    /** Whether it tells of indexes beside those of its keys. */
    boolean hasIndexes() {
        return type.declaration().methods().stream().filter(each -> each.name().equals("getIndexes"))
                .anyMatch(each -> !Returns.of(each).isEmpty());
    }

    /** As a fact; the product may make indexes for foreign keys. */
    Table table(Product product, Table.Source source) {
        Place place = type.place(type.declaration().nameSpan());
        boolean view = hasOption(type, "view") || hasOption(type, "materializedView");
        List<ForeignKey> references = keys.references();
        List<Index> indexes = new ArrayList<>();
        Stream.concat(keys.unique().stream(), keys.indexes().stream()).forEach(each -> add(each, indexes));
        if (product.indexesForeignKeys()) {
            references.stream().map(each -> new Index(each.name(), Index.Origin.FOREIGN_KEY, false,
                    each.columns().stream().map(Index.Part::of).toList(), "", "", each.place()))
                    .filter(each -> indexes.stream().noneMatch(other -> starts(other, each))).forEach(indexes::add);
        }
        return new Table(name, view ? Table.Kind.VIEW : Table.Kind.TABLE, columns, List.copyOf(indexes), references, 0, source,
                place);
    }

    /** Up to 3.13 the index of a key was generated beside the key. */
    private static void add(Index index, List<Index> indexes) {
        if (indexes.stream().noneMatch(each -> each.parts().equals(index.parts()) && (each.unique() || !index.unique()))) {
            indexes.add(index);
        }
    }

    private static boolean starts(Index longer, Index key) {
        List<String> parts = longer.leadingColumns();
        return parts.size() >= key.parts().size() && parts.subList(0, key.parts().size()).equals(key.leadingColumns());
    }
}
