package dev.seqscan.query.criteria;

import dev.seqscan.entity.Entity;
import dev.seqscan.program.JavaType;
import dev.seqscan.query.Building;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.Text;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A query of the Criteria API, written down as the JPQL that it means, as far as it is known.
 *
 * @param text for people, unknown conditions included
 * @param shape without what it fetches; where conditions are not read, the others with {@link QueryShape#UNREAD_CONDITIONS}
 */
public record CriteriaStatement(String text, QueryShape shape) {

    private static final Set<String> AGGREGATES = Set.of("max", "min", "avg", "sum", "greatest", "least");

    /** The statement of the query that is an argument of a creation; empty where its roots are not seen. */
    public static Optional<CriteriaStatement> of(Expression query, CodePlace place, Command command, QueryContext context) {
        Optional<Building> building = Building.of(query, place, context.program(), CriteriaCalls.INSTANCE);
        return building.flatMap(each -> new Reader(each, command, context).read());
    }

    private static final class Reader {

        private final Building building;
        private final Command command;
        private final QueryContext context;
        private final PathReader paths;
        private final ConditionReader conditions;
        private final ComparisonReader columns;

        Reader(Building building, Command command, QueryContext context) {
            this.building = building;
            this.command = command;
            this.context = context;
            this.paths = new PathReader(context);
            this.conditions = new ConditionReader(paths);
            this.columns = new ComparisonReader(paths);
        }

        Optional<CriteriaStatement> read() {
            for (Building.Step step : named("from")) {
                Optional<Entity> entity = root(step);
                if (entity.isEmpty()) {
                    return Optional.empty();
                }
                paths.add(step.call(), entity.get());
            }
            return paths.roots().isEmpty() ? Optional.empty() : Optional.of(written());
        }

        private CriteriaStatement written() {
            List<Condition> held = new ArrayList<>(where());
            if (building.isOpen()) {
                held.add(Condition.UNKNOWN);
            }
            return new JpqlText(command, paths, held, keys(), columns("groupBy"), !named("distinct").isEmpty(),
                    !named("having").isEmpty()).statement(selected(), projection());
        }

        private List<Building.Step> named(String name) {
            return building.steps().stream().filter(each -> each.call().name().equals(name)).toList();
        }

        /** {@code from(Order.class)}; of a class that is given, what the variable of the root is declared to hold. */
        private Optional<Entity> root(Building.Step step) {
            List<Expression> arguments = step.call().arguments();
            Optional<JavaType> literal = arguments.stream().limit(1).filter(Expression.ClassLiteral.class::isInstance)
                    .map(each -> step.place().owner().resolve(((Expression.ClassLiteral) each).type())).findFirst();
            Optional<JavaType> type = literal.isPresent() ? literal
                    : VariableHistory.initialisedWith(step.place().method(), step.call())
                            .flatMap(each -> each.type().arguments().stream().findFirst())
                            .map(each -> step.place().owner().resolve(each));
            return type.flatMap(each -> context.entities().ofClass(each.className())).filter(each -> each.kind() == Entity.Kind.ENTITY);
        }

        /** A later call of {@code where} takes the place of the one before it. */
        private List<Condition> where() {
            List<Condition> held = List.of();
            for (Building.Step step : named("where")) {
                List<Condition> given = step.call().arguments().stream()
                        .flatMap(each -> conditions.read(each, step.place()).stream()).toList();
                List<Condition> before = held;
                held = !step.conditional() ? given : java.util.stream.Stream.concat(before.stream(), given.stream()).distinct()
                        .map(each -> each.optionally(true)).toList();
            }
            return held;
        }

        private Optional<Expression.Call> selection() {
            List<Building.Step> all = building.steps().stream().filter(each -> each.call().name().equals("select")
                    || each.call().name().equals("multiselect")).toList();
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1).call());
        }

        private Projection projection() {
            Optional<Expression.Call> call = selection();
            if (command != Command.SELECT) {
                return Projection.NONE;
            }
            if (call.isEmpty() || call.get().arguments().isEmpty()) {
                return Projection.ENTITY;
            }
            boolean single = call.get().name().equals("select");
            Expression selected = call.get().arguments().get(0);
            if (single && selected instanceof Expression.Call function) {
                boolean counts = function.name().equals("count") || function.name().equals("countDistinct");
                return counts ? Projection.COUNT : AGGREGATES.contains(function.name()) ? Projection.AGGREGATE
                        : function.name().equals("construct") ? Projection.CONSTRUCTOR : ofPath(selected);
            }
            return single ? ofPath(selected) : Projection.COLUMNS;
        }

        private Projection ofPath(Expression selected) {
            return path(selected).flatMap(each -> each.target(context.entities())).isPresent() ? Projection.ENTITY
                    : Projection.COLUMNS;
        }

        private Optional<CriteriaPath> path(Expression selected) {
            return building.steps().stream().filter(each -> each.call().arguments().contains(selected)).findFirst()
                    .flatMap(each -> paths.read(selected, each.place()));
        }

        /** What is selected, where it is a path; else the first root, which the projection amends. */
        private String selected() {
            return selection().filter(each -> each.name().equals("select") && each.arguments().size() == 1)
                    .flatMap(each -> path(each.arguments().get(0))).filter(each -> each.joins().isEmpty())
                    .map(CriteriaPath::text).orElse(paths.roots().get(0).alias());
        }

        private List<String> columns(String call) {
            return named(call).stream().flatMap(step -> step.call().arguments().stream()
                    .map(each -> columns.column(each, step.place()).orElse(Text.HOLE))).toList();
        }

        private List<String> keys() {
            return named("orderBy").stream().flatMap(step -> step.call().arguments().stream().map(each -> key(each,
                    step))).toList();
        }

        /** {@code cb.desc(order.get("total"))}. */
        private String key(Expression expression, Building.Step step) {
            boolean isKey = expression instanceof Expression.Call call && call.arguments().size() == 1
                    && (call.name().equals("asc") || call.name().equals("desc"));
            return !isKey ? Text.HOLE : columns.column(((Expression.Call) expression).arguments().get(0), step.place())
                    .map(each -> each + (((Expression.Call) expression).name().equals("desc") ? " desc" : "")).orElse(Text.HOLE);
        }
    }
}
