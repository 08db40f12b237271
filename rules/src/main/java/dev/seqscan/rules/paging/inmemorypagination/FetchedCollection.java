package dev.seqscan.rules.paging.inmemorypagination;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.rule.Model;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An association to many that a query joins to the rows of its root, so that each root stands in several rows. */
record FetchedCollection(Association association) {

    /** The first one that a query of entities fetches; none where its root is one row. */
    static Optional<FetchedCollection> of(QueryUse use, Model model) {
        Query query = use.query();
        QueryShape shape = query.shape();
        Optional<Entity> root = model.entities().ofClass(query.entity());
        if (root.isEmpty() || query.kind() == Query.Kind.SQL || shape.fetches().isEmpty() || pinsIdentifier(root.get(), shape)) {
            return Optional.empty();
        }
        return shape.fetches().stream().map(path -> Arrays.asList(path.split("\\.")))
                .flatMap(path -> model.entities().resolve(root.get(), path).stream())
                .filter(Association.class::isInstance).map(Association.class::cast)
                .filter(each -> !each.cardinality().isToOne()).findFirst().map(FetchedCollection::new);
    }

    /** Also by a part of it: of one identifier there are a few versions. */
    private static boolean pinsIdentifier(Entity root, QueryShape shape) {
        List<String> identifier = root.identifier().stream().map(Attribute::name).toList();
        return shape.predicates().stream().anyMatch(each -> identifier.contains(each.path().split("\\.")[0]) && !each.optional()
                && each.disjunction() == 0 && (each.operator() == Operator.EQUAL || each.operator() == Operator.IN));
    }
}
