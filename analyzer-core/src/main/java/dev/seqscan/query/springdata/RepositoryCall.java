package dev.seqscan.query.springdata;

import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.PlanAddition;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Kind;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.query.jpa.EntityWrites;
import dev.seqscan.query.springdata.RepositoryType.Store;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.AnnotationUse;
import java.util.List;
import java.util.Optional;

/** A call of a method that Spring Data implements. */
final class RepositoryCall {

    private final CallSite call;
    private final RepositoryType repository;
    private final Optional<RepositoryMethod> method;
    private final QueryContext context;
    private final EntityModel entities;
    private final Optional<Entity> domain;
    private final ResultType result;

    RepositoryCall(CallSite call, RepositoryType repository, Optional<RepositoryMethod> method, QueryContext context) {
        this.call = call;
        this.method = method;
        this.context = context;
        Optional<Entity> mapped = context.entities().ofClass(repository.domain().className())
                .filter(each -> each.kind() == Entity.Kind.ENTITY);
        Optional<DeclaredClass> aggregate = context.program()
                .declared(repository.domain().className(), call.body().owner().module());
        boolean relational = repository.store() == Store.RELATIONAL
                || mapped.isEmpty() && repository.store() == Store.OPEN && RelationalMapping.isUsed(repository, aggregate);
        this.repository = relational ? repository.in(Store.RELATIONAL) : repository;
        this.domain = relational ? aggregate.map(each -> new RelationalMapping(context.program()).entity(each)) : mapped;
        this.entities = relational ? domain.map(RelationalMapping::model).orElseGet(context::entities) : context.entities();
        JavaType returned = call.target().returns();
        this.result = ResultType.of(returned.isKnown() || method.isEmpty() ? returned
                : method.get().owner().resolve(method.get().declaration().returnType()));
    }

    /** Empty where the method sends nothing. */
    Optional<Query> query() {
        Optional<DeclaredQuery> declared = method.flatMap(each -> DeclaredQuery.of(each, repository, domain, call, context));
        if (declared.isPresent()) {
            return Optional.of(query(declared.get().kind(), declared.get().text(), declared.get().shape(), resultRows()));
        }
        List<String> parameters = call.target().parameters().stream().map(JavaType::className).toList();
        Optional<InheritedMethod> inherited = RepositoryMethods.find(call.target().name(), parameters);
        if (inherited.isPresent()) {
            return inherited(inherited.get());
        }
        return method.map(each -> query(Kind.DERIVED, call.target().name(), derived(), resultRows())).map(this::removing);
    }

    /** A derived DELETE loads the entities and removes each (Spring Data JPA reference, "Derived Delete Queries"). */
    private Query removing(Query derived) {
        boolean each = derived.shape().command() == Command.DELETE && repository.store() != Store.RELATIONAL
                && domain.isPresent();
        return each ? derived.with(writes().afterLoading().ofEachRow()) : derived;
    }

    private QueryShape derived() {
        if (repository.store() == Store.OTHER) {
            return QueryShape.unknown("a store without SQL");
        }
        return domain.map(entity -> DerivedQueryName.shape(call.target().name(), entity, entities)
                        .orElseGet(() -> QueryShape.unknown("the method's name is no query")))
                .orElseGet(() -> QueryShape.unknown("the entity of the repository is not known"));
    }

    private Rows resultRows() {
        boolean changes = method.isPresent() && method.get().annotation("Modifying").isPresent();
        return changes ? Rows.NONE : result.rows();
    }

    private Optional<Query> inherited(InheritedMethod inherited) {
        InheritedStatement statement = InheritedStatement.of(inherited, call, domain, entities, context);
        if (!statement.isSent()) {
            return Optional.empty();
        }
        QueryShape shape = repository.store() == Store.OTHER ? QueryShape.unknown("a store without SQL") : statement.shape();
        Rows rows = inherited.command() == Command.SELECT ? inherited.rows() : Rows.NONE;
        Query query = query(statement.kind(), call.target().name(), shape, rows);
        boolean flushes = inherited.name().equals("saveAndFlush") || inherited.name().endsWith("InBatch");
        boolean held = query.writes() && repository.store() != Store.RELATIONAL && !flushes;
        return Optional.of(held ? query.with(writing(inherited)) : query);
    }

    private Query.Writing writing(InheritedMethod inherited) {
        Query.Writing writing = inherited.command() == Command.INSERT ? writes().saved()
                : writes().removed(inherited.loadsFirst());
        return inherited.sends() == InheritedMethod.Sends.ONE_PER_ELEMENT ? writing.ofEachRow() : writing;
    }

    private EntityWrites writes() {
        return new EntityWrites(repository.domain().className(), context);
    }

    private Query query(Kind kind, String text, QueryShape stated, Rows rows) {
        if (repository.store() == Store.RELATIONAL) {
            Query sent = new RelationalStatement(call, result).query(kind, text, stated, place(), rows, takesMany(stated),
                    repository.simpleName(), advice(kind, stated));
            return new AggregateCollections(context.program()).following(sent, stated, call.target().returns(), aggregate());
        }
        Optional<AnnotationUse> graph = method.flatMap(each -> each.annotation("EntityGraph"));
        QueryShape planned = stated.withFetches(graph.map(use ->
                GraphAnnotation.paths(use, method.get(), domain, context)).orElse(List.of()));
        ResultEntity yielded = ResultEntity.of(result, planned, domain, context);
        QueryShape shape = yielded.shape();
        Rows atMost = rows == Rows.MANY && shape.limit().rows() == 1 ? Rows.ONE : rows;
        Optional<List<SortKey>> asked = asked(shape);
        Query.Paging paging = PageArguments.of(call, result, shape);
        QueryShape sorted = shape.sortedBy(asked.orElse(List.of()));
        Query query = new Query(repository.simpleName() + "." + call.target().name(), kind, text, sorted, place(),
                yielded.entity(), atMost, asked.isPresent() ? paging.sorted() : paging, takesMany(shape),
                advice(kind, shape).with(addition(kind, shape)));
        return graph.filter(GraphAnnotation::isFetchGraph).isPresent() ? query.fetchingNothingElse() : query;
    }

    private Optional<PlanAddition> addition(Kind kind, QueryShape shape) {
        return method.flatMap(each -> new GraphAddition(repository, each, entities).of(kind, shape, result, domain));
    }

    /** What arguments add to the order of the query; nothing is known of statements that are no entity's. */
    private Optional<List<SortKey>> asked(QueryShape shape) {
        boolean ofDomain = domain.isPresent() && !shape.roots().isEmpty()
                && shape.roots().get(0).entity().equals(domain.get().className());
        return ofDomain ? SortArgument.of(call, domain.get(), entities, context.program()) : Optional.empty();
    }

    /** The class of the rows, if the call gives these as such. */
    private Optional<DeclaredClass> aggregate() {
        boolean same = !result.element().isKnown() || result.element() instanceof JavaType.TypeVariable
                || result.element().className().equals(repository.domain().className());
        return !same ? Optional.empty()
                : context.program().declared(repository.domain().className(), call.body().owner().module());
    }

    private Place place() {
        return method.map(RepositoryMethod::place).orElseGet(call::place);
    }

    private boolean takesMany(QueryShape shape) {
        List<JavaType> parameters = call.target().parameters();
        boolean list = parameters.stream().anyMatch(each -> each instanceof JavaType.ArrayType
                || List.of("Iterable", "Collection", "List", "Set").contains(ResultType.simpleName(each)));
        boolean inherited = RepositoryMethods.find(call.target().name(),
                parameters.stream().map(JavaType::className).toList()).filter(InheritedMethod::takesMany).isPresent();
        return inherited || list && shape.predicates().stream().anyMatch(each -> each.operator() == Operator.IN);
    }

    private String bulkDelete() {
        boolean byId = call.target().name().endsWith("ById");
        boolean all = call.target().parameters().isEmpty() && !call.target().name().endsWith("ById");
        return all ? "deleteAllInBatch()" : (byId ? "deleteAllByIdInBatch(ids)" : "deleteAllInBatch(list)")
                + ", or one @Modifying query with In";
    }

    private Query.Advice advice(Kind kind, QueryShape shape) {
        boolean mapped = repository.store() == Store.JPA || repository.store() != Store.RELATIONAL && domain.isPresent();
        String fetch = mapped ? "join fetch in @Query or @EntityGraph" : "";
        if (shape.command() == Command.INSERT && repository.store() != Store.RELATIONAL) {
            return new Query.Advice(fetch, writes().many("saveAll(list)"), "", writes().batch());
        }
        if (kind == Kind.DERIVED && shape.command() == Command.DELETE) {
            return new Query.Advice(fetch, BulkDelete.of(shape, domain), "");
        }
        String many = switch (shape.command()) {
            case INSERT -> "saveAll(list)";
            case UPDATE -> "one @Modifying query with In";
            case DELETE -> bulkDelete();
            default -> kind == Kind.LOOKUP_BY_ID ? "findAllById(ids)" : "a method with In";
        };
        return new Query.Advice(fetch, many, keyset(kind));
    }

    /** Scrolling is for derived queries and query by example; a written query must compare keys itself. */
    private static String keyset(Kind kind) {
        return switch (kind) {
            case DERIVED -> "Window with ScrollPosition.keyset()";
            case CRUD, CRITERIA -> "findBy(.., query -> query.limit(size).scroll(ScrollPosition.keyset()))";
            default -> "";
        };
    }
}
