package dev.seqscan.overview;

import dev.seqscan.flow.QueryUse;
import dev.seqscan.overview.Overview.Search;
import dev.seqscan.overview.Overview.Statement;
import dev.seqscan.overview.Overview.StoredIndex;
import dev.seqscan.overview.Overview.StoredTable;
import dev.seqscan.overview.Overview.TableQuery;
import dev.seqscan.query.IndexUse;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.rule.Model;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables with their indexes, the queries on them, and which index finds the rows of which condition. */
final class TableFacts {

    /** Beyond these the queries on a table are left out. */
    private static final int MOST_QUERIES = 100;
    private static final Comparator<Statement> ORDER = Comparator.comparing(Statement::label)
            .thenComparing(Statement::place).thenComparing(Statement::text);

    private record Key(String name, String product) {
    }

    /** A table as it was first met, and the queries on it. */
    private record Known(Table table, String size, Map<Statement, Asked> queries) {
    }

    private record Asked(List<Search> searches, SortedSet<String> entryPoints) {
    }

    private final Map<Key, Known> tables =
            new TreeMap<>(Comparator.comparing(Key::name).thenComparing(Key::product));

    void add(Model model) {
        model.schemas().forEach(schema -> schema.tables().stream().filter(each -> each.kind() != Table.Kind.TEMPORARY)
                .forEach(table -> tables.computeIfAbsent(new Key(table.name(), schema.product().title()),
                        key -> new Known(table, model.sizeWords(table), new TreeMap<>(ORDER)))));
        for (QueryUse use : model.flow().queryUses()) {
            model.schemas(use).forEach(schema -> addQuery(use, schema));
        }
    }

    private void addQuery(QueryUse use, Schema schema) {
        QueryShape shape = use.query().shape();
        Set<String> names = Stream.concat(shape.roots().stream().map(QueryShape.Root::table),
                shape.predicates().stream().map(Predicate::table)).collect(Collectors.toCollection(LinkedHashSet::new));
        for (String name : names) {
            Known known = tables.get(new Key(name, schema.product().title()));
            if (known != null && !name.isEmpty()) {
                addQuery(use, known);
            }
        }
    }

    private static void addQuery(QueryUse use, Known known) {
        Statement statement = Statements.of(use.query());
        if (known.queries().size() >= MOST_QUERIES && !known.queries().containsKey(statement)) {
            return;
        }
        Asked asked = known.queries().computeIfAbsent(statement,
                each -> new Asked(searches(known.table(), use.query().shape()), new TreeSet<>()));
        if (!use.site().entryPoint().isEmpty()) {
            asked.entryPoints().add(use.site().entryPoint());
        }
    }

    private static List<Search> searches(Table table, QueryShape shape) {
        List<Predicate> own = shape.predicates().stream().filter(each -> each.table().equals(table.name())
                && !each.column().isEmpty() && each.clause() != QueryShape.Clause.HAVING).toList();
        List<Predicate> required = own.stream().filter(each -> !each.optional() && each.disjunction() == 0).toList();
        return own.stream().map(each -> search(table, each, required)).distinct().toList();
    }

    private static Search search(Table table, Predicate predicate, List<Predicate> required) {
        List<Predicate> together = new ArrayList<>(required);
        if (!together.contains(predicate)) {
            together.add(predicate);
        }
        List<String> indexes = table.indexes().stream()
                .filter(index -> IndexUse.isServed(withOnly(table, index), predicate, together)
                        || isFurtherColumn(table, index, predicate, together))
                .map(index -> stored(index).title()).toList();
        String column = predicate.function().isEmpty() ? predicate.column()
                : predicate.function() + "(" + predicate.column() + ")";
        return new Search(column + " " + Statements.words(predicate.operator()), required.contains(predicate), indexes);
    }

    /** Whether an index that other conditions pin up to this column goes on with it. */
    private static boolean isFurtherColumn(Table table, Index index, Predicate predicate, List<Predicate> together) {
        List<String> columns = index.leadingColumns();
        int position = columns.indexOf(predicate.column());
        return position > 0 && predicate.function().isEmpty() && predicate.operator().isSearchable()
                && columns.subList(0, position).stream().allMatch(column -> together.stream().anyMatch(each ->
                        each.column().equals(column) && each.operator().isEquality()
                                && (columns.indexOf(column) > 0 || IndexUse.isServed(withOnly(table, index), each, together))));
    }

    private static Table withOnly(Table table, Index index) {
        return new Table(table.name(), table.kind(), table.columns(), List.of(index), table.foreignKeys(), table.seededRows(),
                table.source(), table.place());
    }

    List<StoredTable> all() {
        List<StoredTable> all = new ArrayList<>();
        tables.forEach((key, known) -> all.add(new StoredTable(key.product(), key.name(), known.size(), known.table().place(),
                known.table().indexes().stream().map(TableFacts::stored).toList(), queries(known))));
        return List.copyOf(all);
    }

    private static List<TableQuery> queries(Known known) {
        List<TableQuery> queries = new ArrayList<>();
        known.queries().forEach((statement, asked) ->
                queries.add(new TableQuery(statement, List.copyOf(asked.entryPoints()), asked.searches())));
        return List.copyOf(queries);
    }

    private static StoredIndex stored(Index index) {
        String columns = index.parts().stream().map(part -> (part.column().isEmpty() ? part.expression() : part.column())
                + (part.descending() ? " desc" : "")).collect(Collectors.joining(", "));
        String unique = index.unique() && index.origin() == Index.Origin.INDEX ? "unique " : "";
        return new StoredIndex(index.name(), columns, unique + Statements.words(index.origin()), index.condition(),
                index.place());
    }
}
