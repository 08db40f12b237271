package dev.seqscan.query.springdata;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.query.PlanAddition;
import dev.seqscan.query.Query.Kind;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.springdata.RepositoryType.Store;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code @EntityGraph} that a method of a repository may get, so that its query loads more (Spring Data JPA reference,
 * "Configuring Fetch- and LoadGraphs"). It is offered only for methods that have no other say in how they are executed: an
 * outer join cannot be locked on PostgreSQL, for one, and a hint may name a graph too.
 */
final class GraphAddition {

    private static final String ANNOTATION = "org.springframework.data.jpa.repository.EntityGraph";
    private static final Set<String> HARMLESS = Set.of("Query", "Transactional", "Override", "Deprecated");

    private final RepositoryType repository;
    private final RepositoryMethod method;
    private final EntityModel entities;

    GraphAddition(RepositoryType repository, RepositoryMethod method, EntityModel entities) {
        this.repository = repository;
        this.method = method;
        this.entities = entities;
    }

    /** Empty where it is not certain that the method compiles and answers as before. */
    Optional<PlanAddition> of(Kind kind, QueryShape shape, ResultType result, Optional<Entity> domain) {
        boolean fits = repository.store() == Store.JPA && isOwn() && isSimple(kind)
                && domain.filter(entity -> givesWhole(entity, shape, result)).isPresent();
        return fits ? Optional.of(new PlanAddition(start(), "@" + annotation() + "(attributePaths = \"", "\"" + type() + ")\n"))
                : Optional.empty();
    }

    /** Not one of a base interface, which others inherit. */
    private boolean isOwn() {
        return method.owner().name().equals(repository.name()) && method.owner().declaration().typeParameters().isEmpty();
    }

    private boolean isSimple(Kind kind) {
        MethodDeclaration declared = method.declaration();
        boolean stated = method.annotation("Query").isPresent();
        return declared.body() == null && (kind == Kind.DERIVED && !stated || kind == Kind.JPQL && stated)
                && declared.annotations().stream().allMatch(each -> HARMLESS.contains(each.simpleName()));
    }

    private static boolean givesWhole(Entity domain, QueryShape shape, ResultType result) {
        return shape.command() == Command.SELECT && shape.projection() == Projection.ENTITY && !shape.grouped()
                && shape.unknown().isEmpty() && shape.fetches().isEmpty() && !shape.roots().isEmpty()
                && shape.roots().get(0).entity().equals(domain.className())
                && (shape.yields().isEmpty() || shape.yields().equals(domain.className()))
                && result.element().className().equals(domain.className());
    }

    private Place start() {
        Span span = method.declaration().span();
        return method.owner().place(new Span(span.startLine(), span.startColumn(), span.startLine(), span.startColumn()));
    }

    /** By its simple name where it is imported. */
    private String annotation() {
        boolean imported = method.owner().resolve(TypeName.of("EntityGraph")).className().equals(ANNOTATION);
        return imported ? "EntityGraph" : ANNOTATION;
    }

    /** A graph of the default type makes lazy what it does not name, so what is eager must be told to stay so. */
    private String type() {
        boolean anyEager = entities.all().stream().flatMap(each -> each.attributes().stream())
                .anyMatch(each -> each instanceof Association other && other.fetch() == Association.FetchType.EAGER);
        return anyEager ? ", type = " + annotation() + ".EntityGraphType.LOAD" : "";
    }
}
