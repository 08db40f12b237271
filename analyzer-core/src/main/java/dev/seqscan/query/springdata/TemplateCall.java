package dev.seqscan.query.springdata;

import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.query.CallChain;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Calls;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Kind;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.Text;
import dev.seqscan.query.TextShapes;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A call of a template that sends a statement on the table of an aggregate. */
final class TemplateCall {

    private static final Query.Advice READS = new Query.Advice("", "one statement with in(values)",
            "a condition on the sort key of the last row");
    private static final Query.Advice WRITES = new Query.Advice("", "saveAll(list)", "");

    private final CallSite call;
    private final QueryContext context;

    TemplateCall(CallSite call, QueryContext context) {
        this.call = call;
        this.context = context;
    }

    /** Empty for calls that send nothing; calls without a class or an object are the beginning of fluent ones. */
    Optional<Query> query() {
        List<Expression> given = call.arguments();
        Optional<Expression> criteria = given.stream().filter(each -> ofType(each, "Query")).findFirst();
        Optional<Expression> type = given.stream().filter(each -> ofType(each, "Class")).findFirst();
        boolean fluent = owner().contains(".r2dbc.") && type.isPresent() && given.size() == 1;
        if (given.isEmpty() || fluent) {
            return Optional.empty();
        }
        Optional<Entity> entity = type.map(this::named).orElseGet(() -> ofElement(call.body().type(given.get(0))));
        CodePlace place = new CodePlace(call.body().owner(), call.body().method(), Optional.empty());
        return sent(call.target().name(), entity, criteria, place, type.isPresent() && criteria.isEmpty() && given.size() > 1
                && !given.get(0).equals(type.get()));
    }

    /** {@code template.select(Order.class).matching(query).all()}. */
    Optional<Query> ended() {
        Optional<CallChain> chain = call.receiver() == null ? Optional.empty() : CallChain.of(call.receiver(), call.body(),
                context.program(), each -> Calls.isCall(each, "select", "update", "delete", "insert")
                        && ((Expression.Call) each).arguments().size() == 1);
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        Expression.Call begun = (Expression.Call) chain.get().origin();
        Optional<Entity> entity = entity(begun.arguments().get(0), chain.get().owner());
        Optional<CallChain.Step> matching = chain.get().last("matching");
        CodePlace place = matching.map(each -> new CodePlace(each.owner(), each.method(), Optional.empty()))
                .orElseGet(() -> new CodePlace(call.body().owner(), call.body().method(), Optional.empty()));
        String method = begun.name().equals("select") ? switch (call.target().name()) {
            case "one", "first" -> "selectOne";
            case "count", "exists" -> call.target().name();
            default -> "select";
        } : begun.name();
        return sent(method, entity, matching.map(each -> each.call().arguments().get(0)), place, false);
    }

    private Optional<Query> sent(String method, Optional<Entity> entity, Optional<Expression> criteria, CodePlace place,
            boolean byId) {
        boolean writes = method.startsWith("save") || method.startsWith("insert") || method.startsWith("update")
                || method.startsWith("delete");
        boolean reads = method.startsWith("find") || method.startsWith("stream") || method.startsWith("select")
                || method.equals("count") || method.startsWith("exists");
        return !writes && !reads ? Optional.empty()
                : Optional.of(entity.map(each -> query(method, each, criteria, place, byId || method.endsWith("ById")))
                .orElseGet(() -> query(method, Text.HOLE, QueryShape.unknown("the aggregate is not known"), Limit.NONE)));
    }

    private Query query(String method, Entity entity, Optional<Expression> criteria, CodePlace place, boolean byId) {
        Optional<CriteriaQuery> asked = criteria.map(each -> CriteriaQuery.of(each, place, entity, context));
        List<Condition> held = asked.map(CriteriaQuery::conditions)
                .orElseGet(() -> byId || names(method) ? List.of(ofKey(entity, method)) : List.of());
        String order = asked.map(CriteriaQuery::order).orElse("");
        Text text = Text.of(head(method, entity)).plus(Condition.where(held)).plus(Text.of(order));
        QueryShape shape = TextShapes.sql(text, context);
        if (held.stream().anyMatch(each -> !each.isKnown())) {
            List<Predicate> predicates = new ArrayList<>(shape.predicates());
            predicates.add(Condition.unknown(Clause.WHERE));
            shape = shape.withPredicates(List.copyOf(predicates));
        }
        if (asked.filter(each -> !each.known()).isPresent()) {
            shape = shape.withUnknown(QueryShape.UNREAD_ORDER);
        }
        Query sent = query(method, text.full(), method.startsWith("exists") ? shape.withProjection(Projection.EXISTS) : shape,
                asked.map(CriteriaQuery::limit).orElse(Limit.NONE));
        return new AggregateCollections(context.program()).following(sent, sent.shape(), call.target().returns(),
                context.program().declared(entity.className(), call.body().owner().module()));
    }

    /** Whether the rows are those of objects that are given. */
    private boolean names(String method) {
        boolean all = call.target().parameters().stream().anyMatch(each -> each.className().equals("java.lang.Class"));
        return (method.startsWith("delete") || method.startsWith("update")) && !all && !owner().contains(".Reactive");
    }

    private static String head(String method, Entity entity) {
        String table = entity.table();
        if (method.startsWith("save") || method.startsWith("insert")) {
            return "insert into " + table + " values (?)";
        }
        if (method.startsWith("update") || method.startsWith("delete")) {
            return method.startsWith("update") ? "update " + table + " set " + columns(entity) : "delete from " + table;
        }
        return "select " + (method.equals("count") ? "count(*)" : method.startsWith("exists") ? "1" : "*") + " from " + table;
    }

    private static String columns(Entity entity) {
        List<String> others = entity.attributes().stream().filter(each -> !entity.identifier().contains(each))
                .filter(Attribute.Basic.class::isInstance).map(each -> ((Attribute.Basic) each).column() + " = ?").toList();
        return others.isEmpty() ? Text.HOLE : String.join(", ", others);
    }

    private Condition ofKey(Entity entity, String method) {
        Optional<String> key = entity.identifier().stream().filter(Attribute.Basic.class::isInstance)
                .map(each -> ((Attribute.Basic) each).column()).findFirst();
        return key.map(each -> new Condition(each + (takesMany(method) ? " in (?)" : " = ?"), false)).orElse(Condition.UNKNOWN);
    }

    private boolean takesMany(String method) {
        return method.contains("All") && call.target().parameters().stream()
                .anyMatch(each -> each.className().equals("java.lang.Iterable"));
    }

    private Query query(String method, String text, QueryShape stated, Limit limit) {
        boolean write = !method.startsWith("find") && !method.startsWith("stream") && !method.startsWith("select")
                && !method.equals("count") && !method.startsWith("exists");
        QueryShape shape = write ? stated : stated.withLimit(limit);
        boolean one = method.equals("findById") || method.equals("findOne") || method.equals("selectOne")
                || method.equals("count") || method.startsWith("exists") || shape.limit().rows() == 1;
        ResultType result = ResultType.of(call.target().returns());
        String receiver = call.receiverType().className();
        String label = (receiver.isEmpty() ? owner() : receiver).replaceFirst(".*\\.", "") + "." + call.target().name();
        return new Query(label, Kind.CRUD, text, shape, call.place(), "", write ? Rows.NONE : one ? Rows.ONE : Rows.MANY,
                PageArguments.of(call, result, shape), takesMany(method) || shape.takesList(), write ? WRITES : READS);
    }

    private String owner() {
        return call.target().owner();
    }

    private boolean ofType(Expression expression, String simpleName) {
        return ResultType.simpleName(call.body().type(expression)).equals(simpleName)
                || simpleName.equals("Class") && expression instanceof Expression.ClassLiteral;
    }

    private Optional<Entity> named(Expression type) {
        return entity(type, call.body().owner());
    }

    private Optional<Entity> entity(Expression type, DeclaredClass owner) {
        if (type instanceof Expression.ClassLiteral literal) {
            return ofClass(owner.resolve(literal.type()));
        }
        return ofElement(call.body().type(type));
    }

    private Optional<Entity> ofElement(JavaType type) {
        boolean holds = type instanceof JavaType.ClassType named && named.arguments().size() == 1;
        JavaType element = holds ? ((JavaType.ClassType) type).arguments().get(0) : type;
        return ofClass(element instanceof JavaType.Wildcard wildcard ? wildcard.bound() : element);
    }

    private Optional<Entity> ofClass(JavaType type) {
        return context.program().declared(type.className(), call.body().owner().module())
                .map(each -> new RelationalMapping(context.program()).entity(each));
    }
}
