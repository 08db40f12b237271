package dev.seqscan.query.wrapper;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.CallChain;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.query.LikeValue;
import dev.seqscan.query.OwnCalls;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.Texts;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The methods of the criteria in a class that MyBatis Generator wrote. Their bodies say what they mean: each ends in a call
 * such as {@code addCriterion("status =", value, "status")}, whose first argument is SQL.
 */
final class CriteriaMethods implements ExampleCriteria {

    private static final int DEEPEST = 6;
    private static final int MOST_ANCESTORS = 8;
    private static final int TWO_VALUES = 4;

    private final ExampleClass type;
    private final DeclaredClass criteria;
    private final Operands operands;
    private final QueryContext context;

    CriteriaMethods(ExampleClass type, Operands operands, QueryContext context) {
        this.type = type;
        this.criteria = type.criteria();
        this.operands = operands;
        this.context = context;
    }

    @Override
    public boolean makes(Expression.Call call) {
        return type.makes(call);
    }

    @Override
    public boolean leaves(Expression.Call call) {
        return type.leaves(call);
    }

    @Override
    public boolean have(Expression.Call call) {
        return method(call, null).isPresent();
    }

    @Override
    public List<Condition> read(Expression.Call call, CodePlace place) {
        return read(call, place, 0);
    }

    private List<Condition> read(Expression.Call call, CodePlace place, int depth) {
        Optional<CodePlace> method = method(call, place);
        if (method.isEmpty() || depth > DEEPEST) {
            return List.of(Condition.UNKNOWN);
        }
        List<OwnCalls.OwnCall> calls = OwnCalls.of(method.get().method()).stream().filter(each -> have(each.call())).toList();
        return calls.isEmpty() ? added(call, place) : calls.stream().flatMap(each -> read(each.call(), method.get(), depth + 1)
                .stream().map(condition -> condition.optionally(each.conditional()))).toList();
    }

    /** The first method of that name and number of parameters, from the class upwards. */
    private Optional<CodePlace> method(Expression.Call call, CodePlace place) {
        Optional<DeclaredClass> type = Optional.of(criteria);
        for (int i = 0; i < MOST_ANCESTORS && type.isPresent(); i++) {
            DeclaredClass owner = type.get();
            Optional<CodePlace> found = owner.declaration().methods().stream().filter(each -> each.body() != null
                    && each.name().equals(call.name()) && each.parameters().size() == call.arguments().size()).findFirst()
                    .map(each -> new CodePlace(owner, each, Optional.ofNullable(place).map(from ->
                            new CallChain.Entry(call, from.owner(), from.method(), from.entered()))));
            if (found.isPresent()) {
                return found;
            }
            type = owner.declaration().extended().stream().findFirst()
                    .flatMap(each -> context.program().declared(owner.resolve(each).className(), owner.module()));
        }
        return Optional.empty();
    }

    /** {@code addCriterion(condition)}, {@code (condition, value, property)}, {@code (condition, value, value, property)}. */
    private List<Condition> added(Expression.Call call, CodePlace place) {
        List<Expression> arguments = call.arguments();
        if (arguments.isEmpty()) {
            return List.of();
        }
        Optional<String> text = Texts.text(arguments.get(0), place, context.program()).constant().map(String::strip)
                .filter(each -> !each.isEmpty());
        return List.of(text.map(each -> checked(each + (arguments.size() == 1 ? "" : behind(each, arguments, place))))
                .orElse(Condition.UNKNOWN));
    }

    private String behind(String condition, List<Expression> arguments, CodePlace place) {
        String lower = condition.toLowerCase(Locale.ROOT);
        String value = value(arguments.get(1), place);
        if (arguments.size() >= TWO_VALUES) {
            return " " + value + " and " + value(arguments.get(2), place);
        }
        return lower.endsWith(" in") ? " (" + value + ")"
                : lower.endsWith("like") ? " " + LikeValue.sql(Texts.text(arguments.get(1), place, context.program()))
                : " " + value;
    }

    private String value(Expression value, CodePlace place) {
        Expression current = value;
        CodePlace at = place;
        for (int i = 0; i < DEEPEST && current instanceof Expression.Name name && at.given(name.name()).isPresent(); i++) {
            CodePlace.Given given = at.given(name.name()).get();
            current = given.value();
            at = given.place();
        }
        return operands.value(current, at);
    }

    /** One text that is no SQL must not hide all others. */
    private Condition checked(String text) {
        QueryShape shape = context.sql("select * from t where " + text);
        return shape.command() == QueryShape.Command.SELECT && shape.unknown().isEmpty() ? new Condition(text, false)
                : Condition.UNKNOWN;
    }
}
