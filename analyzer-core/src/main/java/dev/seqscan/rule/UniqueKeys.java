package dev.seqscan.rule;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.flow.Flow;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What tells one row of a table from all others: keys that the tables or the mapping declare, and natural keys, by which
 * some query of the program takes the one row that there is. Upper and lower case make no difference.
 */
final class UniqueKeys {

    /** A column in other letters, as an index of an expression holds it: {@code lower((code)::text)}. */
    private static final Pattern FOLDED = Pattern.compile("(?:lower|upper)\\(\\(*\"?(\\w+)\"?\\)*(?:::[a-z ]+(?:\\(\\d+\\))?)?\\)*");

    private final EntityModel entities;
    private final Map<String, Set<Set<String>>> natural = new HashMap<>();

    UniqueKeys(Flow flow, EntityModel entities) {
        this.entities = entities;
        flow.queryUses().stream().map(QueryUse::query).filter(UniqueKeys::takesTheOne).map(Query::shape).forEach(shape -> natural
                .computeIfAbsent(shape.roots().get(0).table(), key -> new HashSet<>())
                .add(Set.copyOf(shape.predicates().stream().map(Predicate::column).toList())));
    }

    /** Who asks for one entity, without saying the first one, knows that there is no other: two would be an error. */
    private static boolean takesTheOne(Query query) {
        QueryShape shape = query.shape();
        boolean whole = shape.projection() == QueryShape.Projection.ENTITY || shape.projection() == QueryShape.Projection.ALL_COLUMNS;
        return query.rows() == Query.Rows.ONE && shape.command() == QueryShape.Command.SELECT && whole
                && shape.limit().equals(QueryShape.Limit.NONE) && query.paging().form() == Query.Paging.Form.NONE
                && shape.unknown().isEmpty() && shape.roots().size() == 1 && !shape.predicates().isEmpty()
                && shape.predicates().stream().allMatch(each -> each.table().equals(shape.roots().get(0).table())
                        && each.value() == QueryShape.Value.PARAMETER && pins(each));
    }

    /** Whether a comparison holds of one value of the column only, whatever else is asked. */
    static boolean pins(Predicate predicate) {
        boolean one = predicate.value() == QueryShape.Value.PARAMETER || predicate.value() == QueryShape.Value.CONSTANT;
        boolean folded = predicate.function().equals("lower") || predicate.function().equals("upper");
        boolean own = predicate.clause() == QueryShape.Clause.WHERE || predicate.clause() == QueryShape.Clause.ON;
        return predicate.operator() == Operator.EQUAL && one && own && !predicate.optional() && predicate.disjunction() == 0
                && (predicate.function().isEmpty() || folded) && !predicate.column().isEmpty();
    }

    /** Whether rows of a table that share the values of these columns are one at most. */
    boolean isOne(QueryShape.Root root, Set<String> pinned, List<Schema> schemas) {
        Stream<Set<String>> keys = Stream.of(ofTables(root.table(), schemas), ofMapping(root.entity()),
                natural.getOrDefault(root.table(), Set.of()).stream()).flatMap(each -> each);
        return !pinned.isEmpty() && keys.anyMatch(key -> !key.isEmpty() && pinned.containsAll(key));
    }

    private static Stream<Set<String>> ofTables(String name, List<Schema> schemas) {
        return schemas.stream().flatMap(schema -> schema.table(name).stream()).flatMap(UniqueKeys::of);
    }

    /** The columns of each of its keys. */
    static Stream<Set<String>> of(Table table) {
        return table.indexes().stream().filter(index -> index.unique() && index.isWhole())
                .map(index -> index.parts().stream().map(UniqueKeys::column).toList())
                .filter(columns -> columns.stream().noneMatch(String::isEmpty)).map(Set::copyOf);
    }

    private static String column(Index.Part part) {
        Matcher folded = FOLDED.matcher(part.expression().toLowerCase(Locale.ROOT).replace(" ", ""));
        return !part.column().isEmpty() ? part.column() : folded.matches() ? folded.group(1) : "";
    }

    /** Unique constraints, identifiers, and the key of a one-to-one. */
    private Stream<Set<String>> ofMapping(String className) {
        return entities.ofClass(className).stream().flatMap(entity -> Stream.concat(
                entity.indexes().stream().filter(Entity.DeclaredIndex::unique).map(Entity.DeclaredIndex::columns),
                entity.attributes().stream().filter(Association.class::isInstance).map(Association.class::cast)
                        .filter(each -> each.cardinality() == Association.Cardinality.ONE_TO_ONE && each.mappedBy().isEmpty())
                        .map(Association::joinColumns))).map(Set::copyOf);
    }
}
