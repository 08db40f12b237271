package dev.seqscan.query.jooq;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.schema.Dropped;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Names;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tables as the classes say that jOOQ generated from a database ("Generated tables", "Generated global artefacts" in the
 * manual): columns, keys and indexes. They are older than the migrations that came after the last run of the generator, so these
 * win. The generator knows no conditions and no expressions of indexes.
 */
public final class GeneratedSchema {

    private GeneratedSchema() {
    }

    /** The tables of the generated classes among these, by normalised name. */
    public static SortedMap<String, Table> tables(Collection<DeclaredClass> classes, Program program, Product product) {
        SortedMap<String, Table> tables = new TreeMap<>();
        TableReader reader = StatementReader.tables(program);
        List<GeneratedTable> found = classes.stream().filter(type -> !type.declaration().extended().isEmpty())
                .sorted(Comparator.comparing(DeclaredClass::name))
                .flatMap(type -> GeneratedTable.of(type, program, reader).stream()).toList();
        boolean tellsIndexes = found.stream().anyMatch(GeneratedTable::hasIndexes);
        found.forEach(each -> tables.computeIfAbsent(each.name(), name -> each.table(product,
                tellsIndexes ? Table.Source.GENERATED : Table.Source.GENERATED_KEYS)));
        return tables;
    }

    /**
     * A schema of migrations with generated tables where it has none of that name. A table of the migrations takes over only the
     * indexes that these neither make nor drop: the database from which the classes come had them, and to call for one that is
     * there would be the worse mistake. What such an index begins with, and the database did not have, it has replaced.
     */
    public static Schema added(Schema schema, Map<String, Table> generated) {
        SortedMap<String, Table> tables = new TreeMap<>(generated);
        for (Table table : schema.tables()) {
            Table other = generated.get(table.name());
            boolean fits = other != null && table.source() == Table.Source.MIGRATION;
            tables.put(table.name(), fits ? withIndexes(table, other, schema.dropped(table.name())) : table);
        }
        return schema.with(tables);
    }

    private static Table withIndexes(Table table, Table generated, List<Dropped> dropped) {
        List<Index> indexes = new ArrayList<>(table.indexes());
        List<Index> gone = dropped.stream().filter(Dropped.OfIndex.class::isInstance)
                .map(each -> ((Dropped.OfIndex) each).index()).toList();
        List<Index> more = generated.indexes().stream()
                .filter(each -> each.leadingColumns().stream().allMatch(name -> table.column(name).isPresent()))
                .filter(each -> indexes.stream().noneMatch(known -> isSame(known, each))
                        && gone.stream().noneMatch(old -> isSame(old, each))).toList();
        indexes.removeIf(each -> each.origin() == Index.Origin.INDEX && more.stream().anyMatch(each::isPrefixOf)
                && generated.indexes().stream().noneMatch(known -> isSame(each, known)));
        indexes.addAll(more);
        return more.isEmpty() ? table : new Table(table.name(), table.kind(), table.columns(),
                List.copyOf(indexes), table.foreignKeys(), table.seededRows(), table.source(), table.place());
    }

    /** Lengths, conditions and expressions are not generated, so columns or the name tell. */
    private static boolean isSame(Index known, Index generated) {
        boolean named = !known.name().isEmpty() && Names.normalise(known.name()).equals(Names.normalise(generated.name()));
        return named || known.leadingColumns().equals(generated.leadingColumns());
    }
}
