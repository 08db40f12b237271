package dev.seqscan.rules.writing.deriveddeleteloadsentities;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells whether a statement means one row at most, by a key that the tables or the mapping declare. */
record SingleRow(QueryShape shape, List<Schema> schemas, EntityModel entities) {

    boolean isMeant() {
        if (shape.roots().isEmpty()) {
            return false;
        }
        QueryShape.Root root = shape.roots().get(0);
        Set<String> pinned = shape.predicates().stream().filter(each -> each.table().equals(root.table()))
                .filter(each -> each.operator() == Operator.EQUAL && each.disjunction() == 0 && !each.optional())
                .map(Predicate::column).collect(Collectors.toSet());
        return !pinned.isEmpty() && Stream.concat(ofTables(root.table()), ofMapping(root.entity()))
                .anyMatch(key -> !key.isEmpty() && pinned.containsAll(key));
    }

    private Stream<List<String>> ofTables(String table) {
        return schemas.stream().flatMap(schema -> schema.table(table).stream()).flatMap(each -> each.indexes().stream())
                .filter(index -> index.unique() && index.isWhole() && index.leadingColumns().size() == index.parts().size())
                .map(Index::leadingColumns);
    }

    /** Unique constraints, identifiers, and the key of a one-to-one. */
    private Stream<List<String>> ofMapping(String className) {
        return entities.ofClass(className).stream().flatMap(entity -> Stream.concat(
                entity.indexes().stream().filter(Entity.DeclaredIndex::unique).map(Entity.DeclaredIndex::columns),
                entity.attributes().stream().filter(Association.class::isInstance).map(Association.class::cast)
                        .filter(each -> each.cardinality() == Association.Cardinality.ONE_TO_ONE && each.mappedBy().isEmpty())
                        .map(Association::joinColumns)));
    }
}
