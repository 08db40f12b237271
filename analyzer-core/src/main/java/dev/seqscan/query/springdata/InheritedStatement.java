package dev.seqscan.query.springdata;

import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Query.Kind;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.criteria.SpecificationStatement;
import dev.seqscan.query.jpa.EntityStatements;
import dev.seqscan.query.springdata.InheritedMethod.Sends;
import java.util.Optional;
import java.util.Set;

/** The statement of a method that every repository inherits. */
record InheritedStatement(Kind kind, QueryShape shape, boolean isSent) {

    private static final Set<String> BY_ID =
            Set.of("findById", "findOne", "existsById", "exists", "deleteById", "delete", "deleteAllById",
                    "deleteAllByIdInBatch", "deleteInBatch", "findAllById");
    private static final Set<String> SPECIFICATIONS = Set.of("Specification", "PredicateSpecification");
    private static final Set<String> CONDITIONS =
            Set.of("Specification", "Example", "Predicate", "PredicateSpecification", "DeleteSpecification",
                    "UpdateSpecification");

    /**
     * What a call of the method sends.
     *
     * @param entities that know the domain class, which no mapping of the context may know
     */
    static InheritedStatement of(InheritedMethod method, CallSite call, Optional<Entity> domain, EntityModel entities,
            QueryContext context) {
        String entity = domain.map(Entity::className).orElse("");
        EntityStatements statements = new EntityStatements(entities);
        boolean conditions = call.target().parameters().stream()
                .anyMatch(each -> CONDITIONS.contains(ResultType.simpleName(each)));
        QueryShape shape = conditions || !isById(method, call)
                ? statements.whole(method.command(), entity)
                : byId(method, entity, statements);
        if (method.command() == Command.SELECT) {
            shape = shape.withProjection(method.projection());
        }
        if (conditions) {
            shape = conditions(method, call, domain, context).orElse(shape.withUnknown(SpecificationStatement.UNREAD));
        }
        boolean one = method.name().equals("findById") || method.name().equals("findOne") && !conditions;
        return new InheritedStatement(conditions ? Kind.CRITERIA : one ? Kind.LOOKUP_BY_ID : Kind.CRUD, shape,
                method.sends() != Sends.NONE && method.sends() != Sends.PENDING);
    }

    /** What a specification says, as far as it is seen; examples and predicates of other libraries are not read. */
    private static Optional<QueryShape> conditions(InheritedMethod method, CallSite call, Optional<Entity> domain,
            QueryContext context) {
        boolean first = !call.arguments().isEmpty()
                && SPECIFICATIONS.contains(ResultType.simpleName(call.target().parameters().get(0)));
        return domain.filter(each -> first && method.command() == Command.SELECT)
                .map(each -> SpecificationStatement.of(call.arguments().get(0), new CodePlace(call.body().owner(),
                        call.body().method(), Optional.empty()), each, method.projection(), context));
    }

    private static QueryShape byId(InheritedMethod method, String entity, EntityStatements statements) {
        Operator operator = method.takesMany() ? Operator.IN : Operator.EQUAL;
        return method.command() == Command.SELECT ? statements.byId(entity, operator)
                : statements.write(method.command(), entity, operator);
    }

    /** {@code deleteAll(list)} and {@code findAll(ids)} of Spring Data 1 name rows; without an argument they mean all. */
    private static boolean isById(InheritedMethod method, CallSite call) {
        boolean hasArgument = !call.target().parameters().isEmpty();
        return hasArgument && (BY_ID.contains(method.name()) || method.takesMany() && method.command() != Command.INSERT);
    }
}
