package dev.seqscan.query.jooq;

import dev.seqscan.query.CallChain;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.Text;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the calls of a chain give a statement, in the order of its clauses. */
final class StatementSteps {

    /** What {@code and} and {@code or} go on with. */
    private enum Open { NOTHING, WHERE, JOIN, HAVING }

    private final StatementReader reader;
    private final int depth;
    private final List<String> sources = new ArrayList<>();
    private final List<Joined> joins = new ArrayList<>();
    private final List<String> selected = new ArrayList<>();
    private final List<String> order = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final List<String> assigned = new ArrayList<>();
    private final List<String> unions = new ArrayList<>();
    private final List<String> tables = new ArrayList<>();
    private final List<String> reached = new ArrayList<>();
    private final List<Condition> where = new ArrayList<>();
    private final List<Condition> having = new ArrayList<>();
    private Command command = Command.SELECT;
    private String named = "";
    private Open open = Open.NOTHING;
    private boolean distinct;
    private boolean unread;
    private boolean seeks;
    private boolean count;

    private StatementSteps(StatementReader reader, int depth) {
        this.reader = reader;
        this.depth = depth;
    }

    /** Reads the calls from the first one on. */
    static StatementSteps of(CallChain chain, CodePlace place, StatementReader reader, int depth) {
        StatementSteps steps = new StatementSteps(reader, depth);
        reader.tables().paths().enter();
        steps.read(chain, place);
        steps.reached.addAll(reader.tables().paths().leave());
        return steps;
    }

    private void read(CallChain chain, CodePlace place) {
        CodePlace begun = new CodePlace(chain.owner(), chain.method(), chain.entered().or(() ->
                chain.method() == place.method() ? place.entered() : Optional.empty()));
        begin((Expression.Call) chain.origin(), begun);
        for (CallChain.Step step : chain.steps()) {
            boolean same = step.owner() == chain.owner() && step.method() == chain.method();
            CodePlace here = same ? begun : step.method() == place.method() ? place
                    : new CodePlace(step.owner(), step.method(), Optional.empty());
            add(step.call(), here, step.conditional());
        }
    }

    private void begin(Expression.Call call, CodePlace place) {
        switch (call.name()) {
            case "insertInto", "insertQuery" -> target(Command.INSERT, call, place);
            case "update", "updateQuery" -> target(Command.UPDATE, call, place);
            case "mergeInto" -> {
                target(Command.UPDATE, call, place);
                unread = true;
            }
            case "delete", "deleteFrom", "deleteQuery" -> target(Command.DELETE, call, place);
            default -> select(call, place);
        }
    }

    private void target(Command kind, Expression.Call call, CodePlace place) {
        command = kind;
        call.arguments().stream().limit(1).forEach(each -> source(each, place));
    }

    private void select(Expression.Call call, CodePlace place) {
        switch (call.name()) {
            case "selectFrom" -> call.arguments().forEach(each -> source(each, place));
            case "selectQuery" -> call.arguments().stream().limit(1).forEach(each -> source(each, place));
            case "selectCount" -> count = true;
            case "selectOne", "selectZero" -> selected.add("1");
            case "with", "withRecursive" -> with(call, place);
            default -> {
                distinct |= call.name().equals("selectDistinct");
                call.arguments().forEach(each -> selected.add(selection(each, place)));
            }
        }
    }

    private String selection(Expression expression, CodePlace place) {
        if (expression instanceof Expression.Call call && (call.name().equals("asterisk") || call.name().equals("fields"))
                && call.arguments().isEmpty()) {
            return call.target() == null ? "*" : all(call.target(), place);
        }
        Optional<String> column = reader.columns().read(expression, place, depth);
        return column.orElseGet(() -> all(expression, place));
    }

    private String all(Expression table, CodePlace place) {
        return reader.tables().read(table, place, depth).filter(each -> !each.alias().isEmpty())
                .map(each -> Sql.quoted(each.alias()) + ".*").orElse(Text.HOLE);
    }

    private void source(Expression expression, CodePlace place) {
        sources.add(reader.tables().read(expression, place, depth).map(JooqTable::from).orElse(Text.HOLE));
    }

    private void add(Expression.Call call, CodePlace place, boolean conditional) {
        List<Expression> arguments = call.arguments();
        if (Joined.isJoin(call.name())) {
            join(call.name(), arguments, place, conditional);
            return;
        }
        switch (call.name()) {
            case "where", "addConditions" -> where(arguments, place, conditional);
            case "and", "or", "andExists", "andNotExists", "orExists", "andNot" -> further(call, place, conditional);
            case "on" -> on(read(arguments, place, conditional));
            case "having", "addHaving" -> {
                open = Open.HAVING;
                having.addAll(read(arguments, place, conditional));
            }
            default -> clause(call, place);
        }
    }

    /** The calls that give no conditions. */
    private void clause(Expression.Call call, CodePlace place) {
        List<Expression> arguments = call.arguments();
        switch (call.name()) {
            case "from", "addFrom" -> arguments.forEach(each -> source(each, place));
            case "using" -> using(arguments, place);
            case "select", "selectDistinct", "selectFrom", "selectCount", "selectOne", "selectZero" -> again(call, place);
            case "with" -> with(call, place);
            case "as", "asMaterialized", "asNotMaterialized" -> defined(call, place);
            case "insertInto", "update", "deleteFrom", "delete", "mergeInto" -> begin(call, place);
            case "addSelect" -> arguments.forEach(each -> selected.add(selection(each, place)));
            case "distinct", "setDistinct" -> distinct = true;
            case "onKey", "addJoin", "addJoinOnKey", "connectBy", "addUsing" -> unread = true;
            case "orderBy", "addOrderBy" -> arguments.forEach(each -> order.add(key(each, place)));
            case "groupBy", "addGroupBy" -> arguments.forEach(each -> groups.add(column(each, place)));
            case "seek", "seekAfter", "seekBefore", "addSeekAfter" -> seeks = true;
            case "set", "addValue" -> arguments.stream().limit(1).forEach(each -> assigned.add(column(each, place)));
            case "union", "unionAll", "except", "intersect" -> union(call, place);
            default -> open = Open.NOTHING;
        }
    }

    /** What {@code with} and {@code insertInto} go on with. */
    private void again(Expression.Call call, CodePlace place) {
        if (command == Command.SELECT) {
            select(call, place);
        } else {
            assigned.add(Text.HOLE);
        }
    }

    /** {@code with("recent").as(select(..))}, {@code with(name("recent").as(select(..)))} ("The WITH clause" in the manual). */
    private void with(Expression.Call call, CodePlace place) {
        List<Expression> given = call.arguments();
        Optional<String> name = given.isEmpty() ? Optional.empty() : GeneratedClasses.literal(given.get(0));
        if (name.isPresent()) {
            boolean renames = given.size() > 1;
            unread |= renames;
            named = name.get();
            return;
        }
        List<Optional<CommonTable>> all = given.stream().map(each -> CommonTable.of(each, place, reader.lookup())).toList();
        unread |= all.isEmpty() || all.stream().anyMatch(Optional::isEmpty);
        all.forEach(each -> each.ifPresent(table -> define(table.name(), table.select(), table.place())));
    }

    private void defined(Expression.Call call, CodePlace place) {
        if (!named.isEmpty() && call.arguments().size() == 1) {
            define(named, call.arguments().get(0), place);
        }
        named = "";
    }

    private void define(String name, Expression select, CodePlace place) {
        Optional<String> text = reader.subquery(select, place, depth + 1);
        unread |= text.isEmpty();
        text.ifPresent(each -> tables.add(Sql.quoted(name) + " as (" + each + ")"));
    }

    private void join(String method, List<Expression> arguments, CodePlace place, boolean conditional) {
        Optional<JooqTable> table = arguments.isEmpty() ? Optional.empty() : reader.tables().read(arguments.get(0), place, depth);
        Joined joined = new Joined(method, table.map(JooqTable::from).orElse(Text.HOLE), conditional);
        table.flatMap(reader.tables().paths()::written).ifPresent(each -> joined.on(List.of(new Condition(each, false))));
        joins.add(joined);
        open = Open.JOIN;
    }

    private void using(List<Expression> arguments, CodePlace place) {
        if (joins.isEmpty()) {
            unread = true;
            return;
        }
        joins.get(joins.size() - 1).using(arguments.stream().map(each -> column(each, place))
                .map(each -> each.substring(each.lastIndexOf('.') + 1)).toList());
    }

    private void on(List<Condition> conditions) {
        open = Open.JOIN;
        if (joins.isEmpty()) {
            unread = true;
        } else {
            joins.get(joins.size() - 1).on(conditions);
        }
    }

    private void where(List<Expression> arguments, CodePlace place, boolean conditional) {
        open = Open.WHERE;
        where.addAll(read(arguments, place, conditional));
    }

    private List<Condition> read(List<Expression> arguments, CodePlace place, boolean conditional) {
        return reader.conditions().all(arguments, place, depth).stream().map(each -> each.optionally(conditional)).toList();
    }

    private void further(Expression.Call call, CodePlace place, boolean conditional) {
        List<Condition> more = call.name().equals("and") || call.name().equals("or") ? read(call.arguments(), place, conditional)
                : List.of(Condition.UNKNOWN);
        if (open == Open.JOIN) {
            on(call.name().startsWith("and") ? more : List.of(Condition.UNKNOWN));
            return;
        }
        List<Condition> held = open == Open.HAVING ? having : where;
        if (call.name().startsWith("or")) {
            List<Condition> either = ConditionReader.alternatives(List.copyOf(held), more);
            held.clear();
            held.addAll(either);
        } else {
            held.addAll(more);
        }
    }

    private void union(Expression.Call call, CodePlace place) {
        String words = call.name().equals("unionAll") ? "union all" : call.name();
        Optional<String> other = call.arguments().isEmpty() ? Optional.empty()
                : reader.subquery(call.arguments().get(0), place, depth);
        unread |= other.isEmpty();
        other.ifPresent(each -> unions.add(" " + words + " " + (each.contains(" limit ") ? "(" + each + ")" : each)));
    }

    private String column(Expression expression, CodePlace place) {
        return reader.columns().read(expression, place, depth).orElse(Text.HOLE);
    }

    /** {@code ORDERS.TOTAL.desc()}, with or without a word on nulls. */
    private String key(Expression expression, CodePlace place) {
        Expression current = expression;
        String direction = "";
        while (current instanceof Expression.Call call && call.target() != null
                && List.of("asc", "desc", "nullsFirst", "nullsLast")
                .contains(call.name())) {
            direction = call.name().equals("desc") ? " desc" : direction;
            current = call.target();
        }
        return column(current, place) + direction;
    }

    /** The joins of tables that it reaches along foreign keys, as SQL. */
    List<String> reached() {
        return reached;
    }

    /** The tables that stand before the statement. */
    List<String> tables() {
        return tables;
    }

    boolean isSelect() {
        return command == Command.SELECT;
    }

    Command command() {
        return command;
    }

    List<String> sources() {
        return sources;
    }

    List<Joined> joins() {
        return joins;
    }

    List<String> order() {
        return order;
    }

    List<String> groups() {
        return groups;
    }

    List<String> assigned() {
        return assigned;
    }

    List<String> unions() {
        return unions;
    }

    List<Condition> where() {
        return where;
    }

    List<Condition> having() {
        return having;
    }

    /** Whether the next page begins behind a row. */
    boolean seeks() {
        return seeks;
    }

    /** Whether it has clauses that are not understood. */
    boolean isUnread() {
        return unread;
    }

    /** Whether it asks for something that needs no table. */
    boolean selectsValues() {
        return !selected.isEmpty() && !selected.contains(Text.HOLE);
    }

    /** What stands behind SELECT. */
    String selection() {
        String what = count ? "count(*)" : selected.isEmpty() ? "*" : String.join(", ", selected);
        return distinct ? "distinct " + what : what;
    }
}
