package dev.seqscan.query.jpa;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.query.CallChain;
import dev.seqscan.query.GivenPatterns;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.Text;
import dev.seqscan.query.TextShapes;
import dev.seqscan.query.Texts;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A query as it was created, before limits and hints.
 *
 * @param entity canonical name of the result class where it is an entity, or empty where the shape has to tell
 */
record CreatedQuery(Query.Kind kind, String label, String text, QueryShape shape, Place place, String entity) {

    private static final Set<String> JPQL = Set.of("createQuery", "createSelectionQuery", "createMutationQuery");
    private static final Set<String> SQL = Set.of("createNativeQuery", "createSQLQuery", "createNativeMutationQuery");
    private static final Set<String> NAMED = Set.of("createNamedQuery", "getNamedQuery", "getNamedNativeQuery",
            "createNamedSelectionQuery", "createNamedMutationQuery", "getNamedSQLQuery", "namedQuery", "namedTypedQuery");
    private static final Set<String> OTHER = Set.of("createStoredProcedureQuery", "createNamedStoredProcedureQuery",
            "createStoredProcedureCall", "createCriteria");
    private static final int LABEL_LENGTH = 40;

    /** Whether the expression creates a query. */
    static boolean isCreation(Expression expression) {
        return expression instanceof Expression.Call call && !call.arguments().isEmpty() && (JPQL.contains(call.name())
                || isInherited(call) || SQL.contains(call.name()) || NAMED.contains(call.name()) || OTHER.contains(call.name()));
    }

    /** {@code query("from Order")}, which a base class of data access objects offers. */
    private static boolean isInherited(Expression.Call call) {
        return call.name().equals("query") && call.target() == null && call.arguments().size() == 1
                && call.arguments().get(0) instanceof Expression.Literal;
    }

    /** Reads the creation at the origin of a chain. */
    static CreatedQuery of(CallChain chain, LinkedBody body, QueryContext context) {
        return new Reader(chain, body, context).read();
    }

    private static final class Reader {

        private final CallChain chain;
        private final LinkedBody body;
        private final QueryContext context;
        private final Expression.Call creation;
        private final Expression first;
        private final Place place;

        Reader(CallChain chain, LinkedBody body, QueryContext context) {
            this.chain = chain;
            this.body = body;
            this.context = context;
            this.creation = (Expression.Call) chain.origin();
            this.first = statement();
            this.place = chain.owner().place(first.span());
        }

        /** The first argument; of a method of the program's own also a later one: {@code createQuery(context, "from Order")}. */
        private Expression statement() {
            List<Expression> arguments = creation.arguments();
            boolean given = arguments.size() == 1 || !text(arguments.get(0)).full().equals(Text.HOLE);
            return given ? arguments.get(0) : arguments.stream().filter(each -> text(each).full().strip().contains(" "))
                    .findFirst().orElse(arguments.get(0));
        }

        private Text text(Expression argument) {
            return Texts.text(argument, chain, context.program());
        }

        CreatedQuery read() {
            Text text = text(first);
            if (NAMED.contains(creation.name())) {
                return named(text);
            }
            if (OTHER.contains(creation.name())) {
                boolean criteria = creation.name().equals("createCriteria");
                String entity = criteria ? literalEntity(first) : "";
                return other(criteria ? Query.Kind.CRITERIA : Query.Kind.SQL,
                        criteria ? "criteria query" : "stored procedure", entity);
            }
            if (SQL.contains(creation.name())) {
                return stated(Query.Kind.SQL, text, sql(text));
            }
            Optional<CriteriaQuery> criteria = CriteriaQuery.of(first, chain, body, context);
            return criteria.isPresent() ? criteria(criteria.get())
                    : stated(Query.Kind.JPQL, text, jpql(text));
        }

        private QueryShape sql(Text text) {
            return TextShapes.sql(GivenPatterns.in(text, this::given), context);
        }

        private QueryShape jpql(Text text) {
            return TextShapes.jpql(GivenPatterns.in(text, this::given), context);
        }

        /** What {@code setParameter("name", value)} gives. */
        private Optional<Text> given(String parameter) {
            return chain.steps().stream().filter(each -> each.call().name().equals("setParameter")
                            || each.call().name().equals("setString"))
                    .filter(each -> each.call().arguments().size() > 1 && Texts.text(each.call().arguments().get(0), each.owner(),
                            each.method(), context.program()).constant().filter(parameter::equals).isPresent())
                    .map(each -> Texts.text(each.call().arguments().get(1), each.owner(), each.method(), context.program()))
                    .reduce((first, last) -> last);
        }

        private CreatedQuery criteria(CriteriaQuery criteria) {
            String label = "criteria query" + (criteria.entity().isEmpty() ? "" : " of " + simple(criteria.entity()));
            return new CreatedQuery(Query.Kind.CRITERIA, label, Text.HOLE, criteria.shape(), place, criteria.entity());
        }

        private CreatedQuery other(Query.Kind kind, String what, String entity) {
            return new CreatedQuery(kind, what + (entity.isEmpty() ? "" : " of " + simple(entity)), Text.HOLE,
                    QueryShape.unknown(what), place, entity);
        }

        private CreatedQuery stated(Query.Kind kind, Text text, QueryShape shape) {
            String entity = creation.arguments().size() > 1 ? literalEntity(creation.arguments().get(1)) : added();
            return new CreatedQuery(kind, label(text.full()), text.full(), shape, place, entity);
        }

        private CreatedQuery named(Text name) {
            Optional<NamedQueries.NamedQuery> found = name.constant().flatMap(each -> NamedQueries.find(each, context));
            if (found.isPresent()) {
                Text text = found.get().text();
                String result = context.entities().ofClass(found.get().resultClass()).isPresent()
                        ? found.get().resultClass() : "";
                return new CreatedQuery(found.get().inSql() ? Query.Kind.SQL : Query.Kind.JPQL, "named query " + name.full(),
                        text.full(), shape(found.get()), found.get().place(), result);
            }
            List<QueryShape> candidates = name.constant().isPresent() ? List.of()
                    : NamedQueries.matching(name, context).stream().map(this::shape).toList();
            return new CreatedQuery(Query.Kind.JPQL, "named query " + name.full(), Text.HOLE,
                    common(candidates).orElseGet(() -> QueryShape.unknown("no class declares the named query")), place, "");
        }

        private QueryShape shape(NamedQueries.NamedQuery query) {
            return query.inSql() ? sql(query.text()) : jpql(query.text());
        }

        /** What is true of each of the queries that a name may mean; nothing where they are of different sorts. */
        private static Optional<QueryShape> common(List<QueryShape> candidates) {
            long sorts = candidates.stream().map(each -> List.of(each.command(), each.projection(), each.limit(), each.grouped(),
                    each.fetches(), each.predicates().isEmpty())).distinct().count();
            boolean alike = candidates.stream().map(QueryShape::yields).distinct().count() == 1;
            return sorts != 1 ? Optional.empty() : Optional.of(candidates.get(0)).map(first -> new QueryShape(first.command(),
                    List.of(), List.of(), List.of(), first.limit(), first.projection(), false, first.grouped(), first.fetches(),
                    List.of("one of several named queries"), alike ? first.yields() : ""));
        }

        /** {@code createSQLQuery(..).addEntity(Order.class)} of Hibernate. */
        private String added() {
            return chain.last("addEntity").map(CallChain.Step::call).filter(each -> !each.arguments().isEmpty())
                    .map(each -> literalEntity(each.arguments().get(each.arguments().size() - 1))).orElse("");
        }

        private String literalEntity(Expression expression) {
            JavaType type = expression instanceof Expression.ClassLiteral literal ? chain.owner().resolve(literal.type())
                    : PersistenceTypes.argument(body.type(expression));
            return PersistenceTypes.entity(type, context);
        }

        private String label(String text) {
            String line = text.strip().replaceAll("\\s+", " ");
            if (line.startsWith(Text.HOLE)) {
                return creation.name();
            }
            return "query \"" + (line.length() <= LABEL_LENGTH ? line : line.substring(0, LABEL_LENGTH - 2) + "..") + "\"";
        }

        private static String simple(String name) {
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }
}
