package dev.seqscan.advice;

import dev.seqscan.finding.IndexNeed;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.IndexStatement;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Place;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One index for a chain of demands, each of which asks for a beginning of the next. */
record IndexPlan(List<Demand> chain) {

    /** Empty where the product has no index of such expressions. */
    Optional<ProposedIndex> index(Product product, Table table, List<Place> writers) {
        List<String> constants = constants();
        List<Index.Part> parts = parts(constants);
        String condition = String.join(" and ", constants);
        IndexStatement.Wanted wanted = IndexStatement.Wanted.of(table, parts, prefixes()).where(condition);
        return IndexStatement.createOnline(product, table, wanted).map(create -> new ProposedIndex(wanted.name(), table.name(),
                table.place(), parts.stream().map(part -> told(product, table, part)).toList(), condition, create,
                IndexStatement.dropOnline(product, table, wanted.name()), served(), writers,
                constants.isEmpty() ? replaced(table, parts) : List.of()));
    }

    /** The conditions that all statements share, each time they are sent: other rows need not be in the index. */
    private List<String> constants() {
        Set<String> shared = new TreeSet<>(chain.get(0).needs().get(0).constants());
        needs().forEach(each -> shared.retainAll(each.constants()));
        return List.copyOf(shared);
    }

    /** What is the same in all rows of the index tells none of them apart. */
    private List<Index.Part> parts(List<String> constants) {
        Map<String, Index.Part> parts = new LinkedHashMap<>();
        for (Demand demand : chain) {
            Stream.concat(demand.equal().stream(), demand.then().stream())
                    .forEach(part -> parts.putIfAbsent(Demand.key(part), part));
        }
        List<Index.Part> telling = parts.values().stream().filter(part -> constants.stream()
                .noneMatch(each -> each.startsWith(part.column() + " ") && !part.column().isEmpty())).toList();
        return telling.isEmpty() ? List.copyOf(parts.values()) : telling;
    }

    private ProposedIndex.Part told(Product product, Table table, Index.Part part) {
        boolean plain = IndexStatement.isPlain(product, table, part, prefixes().contains(part.column()));
        return new ProposedIndex.Part(Demand.key(part), plain, part.descending());
    }

    /** An index for prefixes finds equal values too, but no ranges (PostgreSQL, "Operator Classes"). */
    private Set<String> prefixes() {
        Set<String> prefixes = new HashSet<>();
        needs().forEach(each -> prefixes.addAll(each.prefixes()));
        needs().forEach(each -> prefixes.removeAll(each.ranges()));
        return prefixes;
    }

    private List<ProposedIndex.Served> served() {
        return needs().map(each -> new ProposedIndex.Served(each.statement(), each.place())).distinct()
                .sorted(Comparator.comparing(ProposedIndex.Served::place).thenComparing(ProposedIndex.Served::statement)).toList();
    }

    private Stream<IndexNeed> needs() {
        return chain.stream().map(Demand::needs).flatMap(Collection::stream);
    }

    private static List<String> replaced(Table table, List<Index.Part> parts) {
        Index added = new Index("", Index.Origin.INDEX, false, parts, "", "", table.place());
        return table.indexes().stream().filter(each -> each.origin() == Index.Origin.INDEX && !each.unique())
                .filter(each -> each.isPrefixOf(added)).map(IndexPlan::title).sorted().toList();
    }

    private static String title(Index index) {
        return index.name().isEmpty() ? "the index on " + columns(index) : index.name();
    }

    /** What an index holds, as a reader may write it. */
    static String columns(Index index) {
        return index.parts().stream().map(part -> Demand.key(part) + (part.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }
}
