package dev.seqscan.query.wrapper;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.query.LikeValue;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.Texts;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The criteria of {@code Example} and {@code Weekend} of tk.mybatis, whose methods take properties of a class and values
 * ("Example" in the wiki of its Mapper). A condition whose value is null is left out there; that values are given is taken for
 * granted.
 */
final class CommonCriteria implements ExampleCriteria {

    private static final Set<String> GIVING = Set.of("createCriteria", "or", "weekendCriteria", "createCriteriaAddOn");
    private static final Map<String, String> OPERATORS = Map.ofEntries(Map.entry("EqualTo", " = "),
            Map.entry("NotEqualTo", " <> "), Map.entry("GreaterThan", " > "), Map.entry("GreaterThanOrEqualTo", " >= "),
            Map.entry("LessThan", " < "), Map.entry("LessThanOrEqualTo", " <= "), Map.entry("In", " in "),
            Map.entry("NotIn", " not in "), Map.entry("Between", " between "), Map.entry("NotBetween", " not between "),
            Map.entry("Like", " like "), Map.entry("NotLike", " not like "), Map.entry("IsNull", " is null"),
            Map.entry("IsNotNull", " is not null"));
    private static final Set<String> OTHERS = Set.of("Condition", "AllEqualTo");
    private static final String[] COLUMN = {"javax.persistence.Column", "jakarta.persistence.Column"};
    private static final int MOST_ANCESTORS = 5;
    private static final int RANGE = 3;

    private final DeclaredClass type;
    private final Operands operands;
    private final QueryContext context;

    CommonCriteria(DeclaredClass type, QueryContext context) {
        this.type = type;
        this.operands = new Operands(context);
        this.context = context;
    }

    @Override
    public boolean makes(Expression.Call call) {
        return GIVING.contains(call.name()) && call.arguments().isEmpty();
    }

    @Override
    public boolean leaves(Expression.Call call) {
        return WrapperCalls.INSTANCE.leaves(call) || call.name().equals("or") || call.name().equals("and");
    }

    @Override
    public boolean alternates(Expression.Call call) {
        return call.name().startsWith("or");
    }

    @Override
    public boolean sortsByProperty() {
        return true;
    }

    @Override
    public boolean have(Expression.Call call) {
        return (call.name().startsWith("and") || call.name().startsWith("or"))
                && (OPERATORS.containsKey(operator(call)) || OTHERS.contains(operator(call)));
    }

    private static String operator(Expression.Call call) {
        return call.name().substring(call.name().startsWith("and") ? "and".length() : Math.min(2, call.name().length()));
    }

    @Override
    public List<Condition> read(Expression.Call call, CodePlace place) {
        List<Expression> given = call.arguments();
        String operator = OPERATORS.get(operator(call));
        Optional<String> column = operator == null || given.isEmpty() ? Optional.empty() : column(given.get(0), place);
        boolean unary = operator != null && operator.startsWith(" is");
        boolean fits = given.size() == (unary ? 1 : operator != null && operator.endsWith("between ") ? RANGE : 2);
        return List.of(column.filter(each -> fits).map(each -> new Condition('`' + each + '`' + operator
                + (unary ? "" : value(operator, given, place)), false)).orElse(Condition.UNKNOWN));
    }

    private String value(String operator, List<Expression> given, CodePlace place) {
        String first = operands.value(given.get(1), place);
        if (given.size() == RANGE) {
            return first + " and " + operands.value(given.get(2), place);
        }
        return operator.endsWith("in ") ? "(" + first + ")" : operator.endsWith("like ")
                ? LikeValue.sql(Texts.text(given.get(1), place, context.program())) : first;
    }

    /** {@code "status"} and {@code Order::getStatus}. */
    private Optional<String> column(Expression property, CodePlace place) {
        if (property instanceof Expression.MethodReference reference) {
            return column(decapitalised(reference.name().replaceFirst("^(?:get|is)(?=[A-Z])", "")));
        }
        return operands.text(property, place).flatMap(this::column);
    }

    private static String decapitalised(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private Optional<String> column(String property) {
        Optional<DeclaredClass> owner = Optional.of(type);
        for (int i = 0; i < MOST_ANCESTORS && owner.isPresent(); i++) {
            DeclaredClass here = owner.get();
            Optional<FieldDeclaration> field = here.declaration().fields().stream()
                    .filter(each -> each.name().equals(property)).findFirst();
            if (field.isPresent()) {
                return Optional.of(here.annotation(field.get().annotations(), COLUMN).flatMap(each -> each.attribute("name"))
                        .flatMap(each -> Texts.text(each, here, context.program()).constant())
                        .map(each -> each.replaceAll("[`\"\\[\\]]", "")).filter(each -> each.matches("\\w+"))
                        .orElseGet(() -> underscored(property)));
            }
            owner = here.declaration().extended().stream().findFirst()
                    .flatMap(each -> context.program().declared(here.resolve(each).className(), here.module()));
        }
        return Optional.empty();
    }

    /** The usual style, {@code camelhump}. */
    private static String underscored(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
