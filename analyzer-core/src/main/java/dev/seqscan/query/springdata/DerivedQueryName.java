package dev.seqscan.query.springdata;

import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Limit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Queries that Spring Data derives from the names of repository methods. */
public final class DerivedQueryName {

    private DerivedQueryName() {
    }

    /**
     * What a derived query asks. Paths start at the repository's entity. A DELETE is what the name says; Spring Data JPA
     * sends it as a SELECT and one DELETE per row (reference, "Derived Delete Queries").
     *
     * @param entity the entity of the repository
     * @return empty where the name has no subject such as {@code find..By}; with reasons in {@code unknown} where a
     *         property is not one of the entity's
     */
    public static Optional<QueryShape> shape(String methodName, Entity entity, EntityModel entities) {
        return NameSubject.of(methodName).map(subject -> {
            DerivedParts parts = new DerivedParts(entity, entities);
            NamePredicate.of(subject.predicate()).ifPresentOrElse(parts::read,
                    () -> parts.unknown("the name " + methodName + " cannot be read"));
            Limit limit = subject.rows() == Limit.UNLIMITED ? Limit.NONE : new Limit(subject.rows(), 0);
            return new QueryShape(subject.command(), parts.roots(), parts.predicates(), parts.order(), limit,
                    subject.projection(), subject.distinct(), false, List.of(), parts.reasons());
        });
    }

    /**
     * How many parameters the predicates of a derived name take, from the first one on; those behind are a
     * {@code Pageable}, {@code Sort}, {@code Limit} or the like. Empty where the name is not derived.
     */
    public static OptionalInt boundParameters(String methodName) {
        return NameSubject.of(methodName).flatMap(subject -> NamePredicate.of(subject.predicate()))
                .map(predicate -> predicate.alternatives().stream().flatMap(List::stream)
                        .mapToInt(part -> part.keyword().parameters()).sum())
                .map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
