package dev.seqscan.query.wrapper;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.Building;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.Text;
import dev.seqscan.query.Texts;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an object of a class that MyBatis Generator wrote, or an example of tk.mybatis, says: conditions and an order. */
public final class ExampleStatement {

    /** {@code Weekend.of(Order.class)}. */
    private static final Building.Library COMMON = new Building.Library() {
        @Override
        public boolean makes(Expression.Call call) {
            return call.name().equals("of") && call.arguments().stream().anyMatch(Expression.ClassLiteral.class::isInstance);
        }

        @Override
        public boolean leaves(Expression.Call call) {
            return WrapperCalls.INSTANCE.leaves(call);
        }
    };

    /** Calls on the object itself that choose no rows: a library makes none of them. */
    private static final Building.Library PLAIN = new Building.Library() {
        @Override
        public boolean makes(Expression.Call call) {
            return false;
        }

        @Override
        public boolean leaves(Expression.Call call) {
            return WrapperCalls.INSTANCE.leaves(call);
        }
    };

    private final ExampleCriteria methods;
    private final QueryContext context;
    private final Expression example;
    private final List<Pieces> alternatives = new ArrayList<>();
    private Text order = Text.EMPTY;
    private boolean open;

    private ExampleStatement(Expression example, ExampleCriteria methods, QueryContext context) {
        this.example = example;
        this.context = context;
        this.methods = methods;
    }

    /** What an expression of that class says; empty where the class is none of these. */
    public static Optional<ExampleStatement> of(Expression example, CodePlace place, DeclaredClass type, QueryContext context) {
        return ExampleClass.of(type, context).map(each -> new CriteriaMethods(each, new Operands(context), context))
                .map(each -> new ExampleStatement(example, each, context).read(place, PLAIN));
    }

    /** What an example of tk.mybatis on a class says. */
    static ExampleStatement common(Expression example, CodePlace place, DeclaredClass type, QueryContext context) {
        return new ExampleStatement(example, new CommonCriteria(type, context), context).read(place, COMMON);
    }

    private ExampleStatement read(CodePlace place, Building.Library library) {
        boolean none = example instanceof Expression.Literal literal && literal.kind() == Expression.LiteralKind.NULL;
        if (!none) {
            Building building = Building.followed(example, place, context.program(), library);
            open = building.isOpen();
            List<Building.Step> steps = building.steps();
            for (int i = 0; i < steps.size(); i++) {
                i = methods.makes(steps.get(i).call()) ? criteria(steps, i) : other(steps.get(i), i);
            }
        }
        return this;
    }

    /** {@code createCriteria()} counts where there are no criteria yet, {@code or()} always. */
    private int criteria(List<Building.Step> steps, int at) {
        Building.Step first = steps.get(at);
        int end = at + 1;
        while (end < steps.size() && steps.get(end).call().target() == steps.get(end - 1).call()
                && methods.have(steps.get(end).call())) {
            end++;
        }
        if (alternatives.isEmpty() || !first.call().name().equals("createCriteria")) {
            Expression.Call whole = steps.get(end - 1).call();
            Optional<Building> held = variable(whole, first.place());
            add(held.map(Building::steps).orElse(steps.subList(at + 1, end)), held.map(Building::isOpen).orElse(false),
                    first.conditional());
        }
        return end - 1;
    }

    /** The variable that holds the criteria, with all that is called on it before the statement is sent. */
    private Optional<Building> variable(Expression.Call whole, CodePlace place) {
        Optional<VariableHistory> all = VariableHistory.initialisedWith(place.method(), whole);
        Optional<VariableHistory> before = all.flatMap(each -> VariableHistory.of(place.method(), each.name(), example.span()))
                .filter(each -> each.values().contains(whole));
        return before.or(() -> all).map(each -> Building.of(each, place, context.program(), methods));
    }

    private void add(List<Building.Step> steps, boolean more, boolean conditional) {
        Pieces pieces = new Pieces();
        for (Building.Step each : steps) {
            if (methods.alternates(each.call())) {
                pieces.or();
            }
            methods.read(each.call(), each.place())
                    .forEach(condition -> pieces.add(condition.optionally(conditional || each.conditional()), each.branch()));
        }
        if (more) {
            pieces.open();
        }
        alternatives.add(pieces);
    }

    private int other(Building.Step step, int at) {
        List<Expression> arguments = step.call().arguments();
        switch (step.call().name()) {
            case "or" -> {
                Expression criteria = arguments.isEmpty() ? null : arguments.get(0);
                Building given = Building.followed(criteria, step.place(), context.program(), methods);
                add(given.steps(), given.isOpen(), step.conditional());
            }
            case "setOrderByClause", "orderBy" -> order = ordered(step);
            case "clear" -> {
                alternatives.clear();
                order = Text.EMPTY;
            }
            case "getOredCriteria", "setOredCriteria", "and" -> open = true;
            default -> { }
        }
        return at;
    }

    private Text ordered(Building.Step step) {
        List<Expression> arguments = step.call().arguments();
        boolean property = step.call().name().equals("orderBy") && methods.sortsByProperty();
        boolean sure = arguments.size() == 1 && !step.conditional() && !property;
        return sure ? Texts.text(arguments.get(0), step.place(), context.program()) : Text.hole();
    }

    /** The conditions as they stand behind {@code where}, with {@code and} before each of them; nothing where there are none. */
    public Text conditions() {
        Text text = Text.EMPTY;
        for (Condition each : joined()) {
            Text written = each.isKnown() ? Text.of(" and " + each.text()) : Text.of(" and ").plus(Text.hole());
            text = text.plus(each.optional() && each.isKnown()
                    ? Text.BOUNDARY.plus(written.optionally()).plus(Text.BOUNDARY) : written);
        }
        return text;
    }

    List<Condition> joined() {
        Pieces all = alternatives.size() == 1 ? alternatives.get(0) : new Pieces();
        if (alternatives.size() > 1) {
            for (Pieces each : alternatives) {
                all.or();
                each.nested("").ifPresent(condition -> all.add(condition, Optional.empty()));
            }
        }
        if (open) {
            all.open();
        }
        return all.joined();
    }

    /** What stands behind {@code order by}; nothing where there is no order. */
    public Text order() {
        return open && order.parts().isEmpty() ? Text.hole() : order;
    }
}
