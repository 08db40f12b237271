package dev.seqscan.advice;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.DeclaredStatement;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Root;
import dev.seqscan.rule.Model;
import dev.seqscan.schema.ForeignKey;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds indexes of tables that the code reads, for which no statement of the code asks: none compares or sorts by what they
 * begin with. Indexes that keep values unique, or that serve a foreign key, have a use of their own.
 */
final class UnusedIndexes {

    private static final Pattern WORD = Pattern.compile("[\\w$]+");

    private final Schema schema;
    private final List<QueryShape> statements;
    /** The columns that statements compare or sort by, by table; and those by which associations are loaded. */
    private final Map<String, Set<String>> asked = new HashMap<>();
    private final Set<String> read = new HashSet<>();

    UnusedIndexes(Model model, Schema schema) {
        this.schema = schema;
        Set<Place> sent = model.flow().queryUses().stream().map(each -> each.query().place()).collect(Collectors.toSet());
        List<Query> queries = Stream.concat(model.flow().queryUses().stream().map(QueryUse::query).distinct(),
                model.declaredStatements().stream().filter(each -> !sent.contains(each.place()))
                        .map(DeclaredStatement::query)).toList();
        this.statements = queries.stream().map(Query::shape).toList();
        queries.stream().filter(each -> isOpen(each.shape())).forEach(this::askByText);
        for (QueryShape shape : statements) {
            shape.roots().stream().map(Root::table).forEach(read::add);
            shape.predicates().forEach(each -> ask(each.table(), each.column()));
            shape.order().forEach(each -> ask(each.table(), each.column()));
        }
        model.entities().all().forEach(entity -> entity.attributes().forEach(each -> ask(entity, each, model)));
    }

    private void ask(String table, String column) {
        asked.computeIfAbsent(table, key -> new HashSet<>()).add(column);
    }

    /** What is not understood of a statement may ask for any column that its text names behind the tables. */
    private void askByText(Query query) {
        String text = query.text().toLowerCase(Locale.ROOT);
        int where = text.indexOf("where");
        List<String> named = where < 0 ? List.of() : words(text.substring(where)).distinct().toList();
        query.shape().roots().forEach(root -> named.forEach(word -> ask(root.table(), word)));
    }

    /** Collections are loaded by the key of their owner, which stands in a table of the other side or of its own. */
    private void ask(Entity entity, Attribute attribute, Model model) {
        if (attribute instanceof Association association) {
            String table = association.joinTable().isEmpty() ? model.entities().tableOf(entity, attribute) : association.joinTable();
            Stream.concat(association.joinColumns().stream(), association.elementColumns().stream())
                    .forEach(column -> ask(table, column));
            model.entities().ofClass(association.target()).ifPresent(target ->
                    association.joinColumns().forEach(column -> ask(target.table(), column)));
        }
    }

    /** How many statements the code sends. */
    int statements() {
        return statements.size();
    }

    /** How many of them are not known well enough to tell for what they ask. */
    int open() {
        return (int) statements.stream().filter(UnusedIndexes::isOpen).count();
    }

    private static boolean isOpen(QueryShape shape) {
        return !shape.unknown().isEmpty() || shape.predicates().stream().anyMatch(each -> each.column().isEmpty());
    }

    /** The indexes, ordered by table and name. */
    List<UnusedIndex> find() {
        List<UnusedIndex> unused = new ArrayList<>();
        for (Table table : schema.tables()) {
            if (table.source() == Table.Source.MIGRATION && read.contains(table.name())) {
                table.indexes().stream().filter(each -> each.origin() == Index.Origin.INDEX && !each.unique())
                        .filter(each -> !isAsked(table, each) && !servesKey(table, each))
                        .forEach(each -> unused.add(new UnusedIndex(each.name(), table.name(), IndexPlan.columns(each),
                                each.place(), open(table))));
            }
        }
        unused.sort(Comparator.comparing(UnusedIndex::table).thenComparing(UnusedIndex::name).thenComparing(UnusedIndex::columns));
        return List.copyOf(unused);
    }

    private int open(Table table) {
        return (int) statements.stream().filter(UnusedIndexes::isOpen).filter(shape -> shape.roots().isEmpty()
                || shape.roots().stream().anyMatch(each -> each.table().isEmpty() || each.table().equals(table.name()))).count();
    }

    /** Ordered indexes are searched from their beginning on; others, as those of texts, hold each column for itself. */
    private boolean isAsked(Table table, Index index) {
        Set<String> columns = asked.getOrDefault(table.name(), Set.of());
        long parts = index.method().matches("|btree|hash") ? 1 : index.parts().size();
        return index.parts().stream().limit(parts).anyMatch(part -> part.column().isEmpty()
                ? words(part.expression()).anyMatch(columns::contains) : columns.contains(part.column()))
                || words(index.condition()).anyMatch(columns::contains);
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(text).results().map(each -> each.group());
    }

    private static boolean servesKey(Table table, Index index) {
        Set<String> keys = table.foreignKeys().stream().map(ForeignKey::columns).flatMap(List::stream).collect(Collectors.toSet());
        return index.leadingColumns().stream().limit(1).anyMatch(keys::contains);
    }
}
