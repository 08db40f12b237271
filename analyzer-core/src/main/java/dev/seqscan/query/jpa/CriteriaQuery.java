package dev.seqscan.query.jpa;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.query.CallChain;
import dev.seqscan.query.Calls;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.query.criteria.AttributeNames;
import dev.seqscan.query.criteria.CriteriaStatement;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a query of the Criteria API: the entity, the associations that the same method fetches, and its
 * conditions as far as they are understood.
 *
 * @param entity canonical name of the entity it yields or writes, or empty
 */
record CriteriaQuery(String entity, QueryShape shape) {

    /** The criteria query that the argument of a creation is; empty where it is a text. */
    static Optional<CriteriaQuery> of(Expression argument, CallChain chain, LinkedBody body, QueryContext context) {
        JavaType linked = body.type(argument);
        String type = linked.className();
        if (!linked.isKnown() && argument instanceof Expression.Name name) {
            type = VariableHistory.of(chain.method(), name.name(), name.span())
                    .map(history -> history.type().simpleName()).orElse("");
        }
        Command command = command(type.substring(type.lastIndexOf('.') + 1));
        if (command == Command.OTHER) {
            return Optional.empty();
        }
        JavaType asked = PersistenceTypes.argument(linked);
        String entity = PersistenceTypes.entity(asked, context);
        entity = entity.isEmpty() && command == Command.SELECT ? implementation(asked, chain, context) : entity;
        List<String> fetches = command == Command.SELECT ? fetches(chain, context) : List.of();
        QueryShape shape = shape(argument, command, entity, chain, context).withFetches(fetches);
        boolean whole = CriteriaBuild.isWhole(argument, chain.method(), body);
        shape = whole ? shape : shape.withUnknown("what other methods add to a criteria query");
        return Optional.of(new CriteriaQuery(entity, shape));
    }

    private static QueryShape shape(Expression argument, Command command, String entity, CallChain chain, QueryContext context) {
        CodePlace place = new CodePlace(chain.owner(), chain.method(), chain.entered());
        Optional<QueryShape> read = CriteriaStatement.of(argument, place, command, context).map(CriteriaStatement::shape);
        QueryShape.Projection stated = read.map(QueryShape::projection)
                .filter(each -> each != QueryShape.Projection.ENTITY).orElse(QueryShape.Projection.COLUMNS);
        QueryShape.Projection projection = command != Command.SELECT ? QueryShape.Projection.NONE
                : entity.isEmpty() ? stated : QueryShape.Projection.ENTITY;
        QueryShape unread = new QueryShape(command, List.of(), List.of(), List.of(), QueryShape.Limit.NONE, projection, false, false,
                List.of(), List.of(QueryShape.UNREAD_CONDITIONS));
        return read.map(each -> each.withProjection(projection)).orElse(unread);
    }

    /** {@code from(OrderImpl.class)} where the query is one of an interface that the entity implements. */
    private static String implementation(JavaType asked, CallChain chain, QueryContext context) {
        return Calls.in(chain.method(), "from").stream().filter(call -> !call.arguments().isEmpty())
                .map(call -> call.arguments().get(0)).filter(Expression.ClassLiteral.class::isInstance)
                .map(literal -> PersistenceTypes.entity(chain.owner().resolve(((Expression.ClassLiteral) literal).type()), context))
                .filter(each -> !each.isEmpty() && PersistenceTypes.isA(each, asked.className(), context)).findFirst().orElse("");
    }

    private static Command command(String type) {
        return switch (type) {
            case "CriteriaQuery", "JpaCriteriaQuery", "CriteriaSelect" -> Command.SELECT;
            case "CriteriaUpdate", "JpaCriteriaUpdate" -> Command.UPDATE;
            case "CriteriaDelete", "JpaCriteriaDelete" -> Command.DELETE;
            case "JpaCriteriaInsert", "JpaCriteriaInsertSelect", "JpaCriteriaInsertValues" -> Command.INSERT;
            default -> Command.OTHER;
        };
    }

    /** {@code root.fetch("lines").fetch("product")}, with names as text or from the static metamodel. */
    private static List<String> fetches(CallChain chain, QueryContext context) {
        List<String> paths = new ArrayList<>();
        for (Expression.Call call : Calls.in(chain.method(), "fetch")) {
            StringBuilder path = new StringBuilder();
            Expression current = call;
            while (current instanceof Expression.Call fetch && fetch.name().equals("fetch") && !fetch.arguments().isEmpty()) {
                String name = AttributeNames.of(fetch.arguments().get(0), chain.owner(), chain.method(),
                        context.program()).orElse("");
                path.insert(0, path.isEmpty() ? name : name + ".");
                current = fetch.target();
            }
            paths.add(path.toString());
        }
        return List.copyOf(paths);
    }
}
