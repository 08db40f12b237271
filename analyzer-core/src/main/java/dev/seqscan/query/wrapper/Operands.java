package dev.seqscan.query.wrapper;

import dev.seqscan.program.Constants;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.Texts;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The columns and values that the methods of a wrapper are given. */
final class Operands {

    private static final int DEEPEST = 8;
    private static final Pattern PLAIN = Pattern.compile("(?:[A-Za-z_]\\w*\\.)?[`\"\\[]?([A-Za-z_]\\w*)[`\"\\]]?");

    private final QueryContext context;
    private final PlusColumns columns;
    private final Constants constants;

    Operands(QueryContext context) {
        this.context = context;
        this.columns = new PlusColumns(context);
        this.constants = new Constants(context.program());
    }

    /** The column, {@code Order::getStatus} or {@code "status"}, as SQL; empty where it is known at run time only. */
    Optional<String> column(Expression expression, CodePlace place) {
        return column(expression, place, 0);
    }

    private Optional<String> column(Expression expression, CodePlace place, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (expression instanceof Expression.MethodReference reference) {
            return declared(reference.target(), place).flatMap(type -> columns.ofGetter(type, reference.name()))
                    .map(Operands::quoted);
        }
        if (expression instanceof Expression.Cast cast) {
            return column(cast.operand(), place, depth + 1);
        }
        if (expression instanceof Expression.Name name) {
            Optional<CodePlace.Given> given = place.given(name.name());
            Optional<Expression> held = place.variable(name).map(VariableHistory::values).filter(each -> each.size() == 1)
                    .map(each -> each.get(0)).filter(Expression.MethodReference.class::isInstance);
            if (given.isPresent() || held.isPresent()) {
                return given.isPresent() ? column(given.get().value(), given.get().place(), depth + 1)
                        : column(held.get(), place, depth + 1);
            }
        }
        return text(expression, place).filter(each -> !each.isBlank()).map(Operands::quoted);
    }

    private Optional<DeclaredClass> declared(Expression target, CodePlace place) {
        return name(target, 0).flatMap(name -> context.program().declared(place.owner().resolve(TypeName.of(name)).className(),
                place.owner().module()));
    }

    private static Optional<String> name(Expression target, int depth) {
        if (target instanceof Expression.Name name) {
            return Optional.of(name.name());
        }
        if (target instanceof Expression.TypeLiteral literal) {
            return Optional.of(literal.type().name());
        }
        return target instanceof Expression.Select select && depth < DEEPEST
                ? name(select.target(), depth + 1).map(outer -> outer + "." + select.name()) : Optional.empty();
    }

    /**
     * Column names may be words of SQL; what is more than a name stays as it is written. MySQL takes what stands in double
     * quotes for a text, and no product takes what stands in backticks for one.
     */
    private static String quoted(String column) {
        var plain = PLAIN.matcher(column.strip());
        return plain.matches() ? '`' + plain.group(1) + '`' : column;
    }

    /** A text that is the same in each run. */
    Optional<String> text(Expression expression, CodePlace place) {
        return Texts.text(expression, place, context.program()).constant();
    }

    /** A literal where the code has a constant, else a parameter. */
    String value(Expression expression, CodePlace place) {
        boolean named = expression instanceof Expression.Select || expression instanceof Expression.Name name
                && name.name().equals(name.name().toUpperCase(Locale.ROOT));
        Object value = expression instanceof Expression.Literal literal ? literal.value()
                : named ? constants.value(expression, place.owner()).orElse(null) : null;
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        return value instanceof String text ? "'" + text.replace("'", "''") + "'" : "?";
    }

    /** Values of a list, or the one list that is given. */
    String values(List<Expression> expressions, CodePlace place) {
        return String.join(", ", expressions.stream().map(each -> value(each, place)).toList());
    }

    /** Whether an expression can be a column, and no condition that decides whether a call counts. */
    boolean isColumn(Expression expression, CodePlace place) {
        return expression instanceof Expression.MethodReference || isText(expression)
                || column(expression, place).filter(each -> !each.equals("`true`") && !each.equals("`false`")).isPresent();
    }

    private static boolean isText(Expression expression) {
        return expression instanceof Expression.Literal literal && literal.kind() == Expression.LiteralKind.STRING;
    }
}
