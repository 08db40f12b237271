package dev.seqscan.query.querydsl;

import dev.seqscan.query.CallChain;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the calls of a chain give a statement, in the order of its clauses. */
final class StatementSteps {

    /** The arguments of a call. */
    record Clause(List<Expression> arguments, CodePlace place, boolean conditional) {
    }

    private final PathReader paths;
    private final List<QuerydslPath> roots = new ArrayList<>();
    private final List<Joined> joins = new ArrayList<>();
    private final List<Clause> conditions = new ArrayList<>();
    private final List<Clause> order = new ArrayList<>();
    private final List<Clause> grouping = new ArrayList<>();
    private final List<Clause> assignments = new ArrayList<>();
    private Command command = Command.SELECT;
    private Optional<Clause> selection = Optional.empty();
    private boolean distinct;
    private boolean open;
    private boolean filtersGroups;

    private StatementSteps(QueryContext context) {
        this.paths = new PathReader(context);
    }

    /** Reads the calls from the first one on. */
    static StatementSteps of(CallChain chain, QueryContext context) {
        StatementSteps steps = new StatementSteps(context);
        CodePlace place = new CodePlace(chain.owner(), chain.method(), chain.entered());
        if (chain.origin() instanceof Expression.Call call) {
            steps.add(call, new Clause(call.arguments(), place, false));
        } else if (chain.origin() instanceof Expression.New creation) {
            steps.constructed(creation, place);
        }
        for (CallChain.Step step : chain.steps()) {
            boolean begun = step.owner() == chain.owner() && step.method() == chain.method();
            steps.add(step.call(), new Clause(step.call().arguments(), begun ? place
                    : new CodePlace(step.owner(), step.method(), Optional.empty()), step.conditional()));
        }
        return steps;
    }

    /** {@code new JPADeleteClause(em, order)}; a query's constructor names no entity. */
    private void constructed(Expression.New creation, CodePlace place) {
        String type = creation.type().simpleName();
        command = type.contains("Update") ? Command.UPDATE : type.contains("Delete") ? Command.DELETE
                : type.contains("Insert") ? Command.INSERT : Command.SELECT;
        if (command != Command.SELECT && creation.arguments().size() > 1) {
            root(new Clause(creation.arguments().subList(1, 2), place, false));
        }
    }

    private void add(Expression.Call call, Clause clause) {
        Optional<String> kind = Joined.kind(call.name());
        if (kind.isPresent()) {
            Optional<Joined> join = Joined.of(kind.get(), clause.arguments(), clause.place(), paths, clause.conditional());
            join.ifPresentOrElse(joins::add, () -> open = true);
            return;
        }
        switch (call.name()) {
            case "selectFrom" -> {
                selection = Optional.of(clause);
                root(clause);
            }
            case "select" -> selection = Optional.of(clause);
            case "selectDistinct" -> {
                selection = Optional.of(clause);
                distinct = true;
            }
            case "from" -> root(clause);
            case "update", "delete", "insert" -> {
                command = Command.valueOf(call.name().toUpperCase(java.util.Locale.ROOT));
                root(clause);
            }
            case "distinct" -> distinct = true;
            case "set" -> assignments.add(clause);
            case "where" -> conditions.add(clause);
            case "orderBy" -> order.add(clause);
            case "groupBy" -> grouping.add(clause);
            case "having" -> filtersGroups = true;
            default -> ofJoin(call, clause);
        }
    }

    private void ofJoin(Expression.Call call, Clause clause) {
        if (joins.isEmpty()) {
            return;
        }
        Joined last = joins.get(joins.size() - 1);
        if (call.name().equals("fetchJoin")) {
            last.fetch();
        } else if (call.name().equals("on")) {
            clause.arguments().forEach(each -> last.on(each, clause.place()));
        }
    }

    private void root(Clause clause) {
        for (Expression each : clause.arguments()) {
            Optional<QuerydslPath> path = paths.read(each, clause.place()).filter(found -> found.steps().isEmpty());
            path.ifPresentOrElse(roots::add, () -> open = true);
        }
    }

    PathReader paths() {
        return paths;
    }

    Command command() {
        return command;
    }

    List<QuerydslPath> roots() {
        return roots;
    }

    List<Joined> joins() {
        return joins;
    }

    List<Clause> conditions() {
        return conditions;
    }

    List<Clause> order() {
        return order;
    }

    List<Clause> grouping() {
        return grouping;
    }

    List<Clause> assignments() {
        return assignments;
    }

    /** What is selected; the first root where nothing else is said. */
    Optional<Clause> selection() {
        return selection;
    }

    boolean distinct() {
        return distinct;
    }

    /** Whether {@code having}, which is not read, leaves out groups. */
    boolean filtersGroups() {
        return filtersGroups;
    }

    /** Whether it names entities or joins that are not understood. */
    boolean isOpen() {
        return open;
    }

    /** The variables that it declares. */
    Set<String> aliases() {
        Set<String> aliases = new LinkedHashSet<>();
        roots.forEach(each -> aliases.add(each.alias()));
        joins.forEach(each -> each.variable().ifPresent(aliases::add));
        return aliases;
    }
}
