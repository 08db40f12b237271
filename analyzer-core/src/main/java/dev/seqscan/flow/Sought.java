package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.Modifier;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises loops that look for the elements of which a property is one given value:
 * {@code if (line.getProductId().equals(productId))}. Few of them are, where the property has many values.
 */
final class Sought {

    private static final int DEEPEST = 6;
    /** Types with few values, and those of which many elements have the same, as quantities and days. */
    private static final Set<String> SHARED = Set.of("java.lang.Boolean", "java.lang.Class", "java.lang.Character",
            "java.lang.Byte", "java.lang.Short", "java.lang.Float", "java.lang.Double", "java.math.BigDecimal", "java.util.Date",
            "java.util.Calendar", "java.util.Locale", "java.util.Currency");
    private static final Set<String> KEYS = Set.of("long", "int");

    private final LinkedBody body;
    private final Variables variables;
    private final LoopHeads heads;

    Sought(LinkedBody body, Variables variables, LoopHeads heads) {
        this.body = body;
        this.variables = variables;
        this.heads = heads;
    }

    /** The loops and functions of which few elements pass a test, or fail it. */
    Set<Region> of(Expression test, boolean holds) {
        Set<Region> found = new LinkedHashSet<>();
        Equality.of(test, holds).forEach(same ->
                ofOne(same.left(), same.right()).or(() -> ofOne(same.right(), same.left())).ifPresent(found::add));
        return found;
    }

    private Optional<Region> ofOne(Expression property, Expression wanted) {
        boolean known = body.type(property).isKnown() || body.type(wanted).isKnown();
        if (property instanceof Expression.Name name && !isRead(name) || !known || !isTelling(property) || !isTelling(wanted)) {
            return Optional.empty();
        }
        return loop(property, 0).filter(loop -> isGiven(wanted, 0) && !variables.dependence(wanted, loop).variesIn(loop));
    }

    /** Whether a variable of the turn holds what was read of the element. */
    private boolean isRead(Expression.Name name) {
        return body.variable(name).filter(each -> each.kind() == Variable.Kind.LOCAL && each.assigned().size() == 1)
                .map(each -> each.assigned().get(0))
                .filter(read -> read instanceof Expression.Call || read instanceof Expression.Select).isPresent();
    }

    /** The loop over whose element an expression reads: {@code line.getProduct().getId()}, {@code line.name()}. */
    private Optional<Region> loop(Expression read, int depth) {
        if (depth > DEEPEST || read == null) {
            return Optional.empty();
        }
        if (read instanceof Expression.Select select) {
            return loop(select.target(), depth + 1);
        }
        if (read instanceof Expression.Cast cast) {
            return loop(cast.operand(), depth + 1);
        }
        if (read instanceof Expression.Call call) {
            return isAt(call) ? ofVariable((Expression.Name) call.arguments().get(0), depth)
                    : call.arguments().isEmpty() ? loop(call.target(), depth + 1) : Optional.empty();
        }
        return read instanceof Expression.Name name ? ofVariable(name, depth) : Optional.empty();
    }

    private Optional<Region> ofVariable(Expression.Name name, int depth) {
        Variable variable = body.variable(name).orElse(null);
        if (variable == null) {
            return Optional.empty();
        }
        Optional<Region> home = variables.home(variable).filter(each -> each.kind != Region.Kind.METHOD);
        if (home.isEmpty()) {
            return variables.source(variable).flatMap(matched -> loop(matched, depth + 1));
        }
        boolean made = variable.kind() == Variable.Kind.LOCAL && variable.assigned().size() == 1;
        return made && !isCounter(variable) && !isNext(variable.assigned().get(0)) ? loop(variable.assigned().get(0), depth + 1)
                : home;
    }

    private static boolean isCounter(Variable variable) {
        return variable.assigned().get(0) instanceof Expression.Literal;
    }

    private static boolean isNext(Expression value) {
        return value instanceof Expression.Call next && next.name().equals("next") && next.arguments().isEmpty();
    }

    /** {@code lines.get(i)}, where {@code i} is a counter. */
    private boolean isAt(Expression.Call call) {
        return call.name().equals("get") && call.arguments().size() == 1 && call.arguments().get(0) instanceof Expression.Name
                && body.type(call.arguments().get(0)) instanceof JavaType.Primitive;
    }

    /** Whether a value comes from outside, and is written down nowhere in the program. */
    private boolean isGiven(Expression wanted, int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        if (wanted instanceof Expression.Name name) {
            return body.variable(name).map(variable -> isGiven(variable, depth)).orElseGet(() -> isField(name.name()));
        }
        if (wanted instanceof Expression.Select select) {
            return isGiven(select.target(), depth + 1) || select.target() instanceof Expression.This && isField(select.name());
        }
        if (wanted instanceof Expression.Call call) {
            return isResult(call, depth);
        }
        return wanted instanceof Expression.Cast cast && isGiven(cast.operand(), depth + 1)
                || wanted instanceof Expression.Binary sum
                && (isGiven(sum.left(), depth + 1) || isGiven(sum.right(), depth + 1));
    }

    private boolean isGiven(Variable variable, int depth) {
        return variable.kind() != Variable.Kind.LOCAL || variable.assigned().size() == 1
                && isGiven(variable.assigned().get(0), depth + 1);
    }

    private boolean isResult(Expression.Call call, int depth) {
        boolean isStatic = body.target(call).filter(CallTarget::isStatic).isPresent();
        return isStatic ? call.arguments().isEmpty() || call.arguments().stream().anyMatch(each -> isGiven(each, depth + 1))
                : call.target() == null || isGiven(call.target(), depth + 1);
    }

    /** A field of the object; a class has constants. */
    private boolean isField(String name) {
        return body.owner().declaration().fields().stream().filter(each -> each.name().equals(name))
                .anyMatch(each -> each.role() == FieldDeclaration.Role.FIELD && !each.modifiers().contains(Modifier.STATIC));
    }

    /** Whether to have that value tells much of an element; a number of elements or the name of a constant does not. */
    private boolean isTelling(Expression value) {
        JavaType on = value instanceof Expression.Call call && call.target() != null ? body.type(call.target())
                : new JavaType.Unknown("");
        boolean length = body.type(value) instanceof JavaType.Primitive
                && (on.className().equals("java.lang.String") || heads.library().isContainer(on));
        boolean constant = !on.className().isEmpty() && heads.isEnum(on.className(), body);
        return !length && !constant && isTelling(body.type(value));
    }

    private boolean isTelling(JavaType type) {
        if (type instanceof JavaType.Primitive number) {
            return KEYS.contains(number.name());
        }
        String name = type.className();
        return !SHARED.contains(name) && !name.startsWith("java.time.") && !name.startsWith("java.sql.")
                && (name.isEmpty() || !heads.isEnum(name, body));
    }
}
