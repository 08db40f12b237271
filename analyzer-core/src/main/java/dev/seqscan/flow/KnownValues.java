package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.Constants;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import java.util.List;
import java.util.Optional;

/** Spells what an expression is known to be wherever it runs, so that two such values can be compared. */
final class KnownValues {

    /** Nothing is known. */
    static final String UNKNOWN = "";
    /** Not {@code null}, and no more is known. */
    static final String PRESENT = "present";
    static final String NULL = "null";
    /** An entity that the persistence context holds. */
    static final String MANAGED = "managed";
    static final String TRUE = "true";
    static final String FALSE = "false";

    private static final String OBJECT = "object ";
    /** Packages and classes whose methods give no {@code null}. */
    private static final List<String> COMPUTING = List.of("java.math.", "java.time.", "java.lang.String", "java.util.stream.");

    private final LinkedBody body;
    private final Program program;
    private final Constants constants;

    KnownValues(LinkedBody body, Program program) {
        this.body = body;
        this.program = program;
        this.constants = new Constants(program);
    }

    /** A constant that can be compared; empty where it is none. */
    Optional<String> constant(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return Optional.of(switch (literal.kind()) {
                case NULL -> NULL;
                case BOOLEAN -> String.valueOf(literal.value());
                default -> "literal " + literal.value();
            });
        }
        String name = expression instanceof Expression.Select select ? select.name()
                : expression instanceof Expression.Name simple && body.variable(simple).isEmpty() ? simple.name() : "";
        String type = body.type(expression).className();
        if (type.equals("java.lang.Boolean") && (name.equals("TRUE") || name.equals("FALSE"))) {
            return Optional.of(name.equals("TRUE") ? TRUE : FALSE);
        }
        return name.isEmpty() || !isEnumConstant(type, name) ? Optional.empty()
                : Optional.of("constant " + name);
    }

    static boolean isNull(Expression expression) {
        return expression instanceof Expression.Literal literal && literal.kind() == Expression.LiteralKind.NULL;
    }

    /** Whether an operation has {@code null} on a side, as a comparison with it. */
    static boolean holdsNull(Expression.Binary operation) {
        return isNull(operation.left()) || isNull(operation.right());
    }

    /** What a constant of the program is set to where it is declared, true or false. */
    Optional<Boolean> fixed(Expression expression) {
        boolean field = expression instanceof Expression.Select
                || expression instanceof Expression.Name name && body.variable(name).isEmpty();
        return field ? constants.value(expression, body.owner()).filter(Boolean.class::isInstance).map(Boolean.class::cast)
                : Optional.empty();
    }

    /** An object of exactly that class. */
    static String object(String className) {
        return OBJECT + className;
    }

    /** The class that an object is known to be of exactly. */
    static Optional<String> objectClass(String known) {
        return known.startsWith(OBJECT) ? Optional.of(known.substring(OBJECT.length())) : Optional.empty();
    }

    /** The constant that a label of a switch stands for: one of an enumeration is named without its class there. */
    Optional<String> label(Expression selector, Expression label) {
        return label instanceof Expression.Name name && isEnumConstant(body.type(selector).className(), name.name())
                ? Optional.of("constant " + name.name()) : constant(label);
    }

    /** What is known of a value, at least that it is there. */
    String known(Expression expression) {
        boolean made = expression instanceof Expression.New || expression instanceof Expression.NewArray
                || expression instanceof Expression.Lambda || expression instanceof Expression.MethodReference
                || expression instanceof Expression.This;
        return constant(expression).orElse(made ? PRESENT : UNKNOWN);
    }

    /** Whether a value is never missing: a number, a new object, what arithmetic gives. */
    boolean isPresent(Expression expression) {
        String known = known(expression);
        return !known.equals(UNKNOWN) && !known.equals(NULL) || body.type(expression) instanceof JavaType.Primitive
                || expression instanceof Expression.Call call && body.target(call).map(CallTarget::owner)
                .filter(owner -> COMPUTING.stream().anyMatch(owner::startsWith)).isPresent();
    }

    private boolean isEnumConstant(String type, String name) {
        return program.declared(type, body.owner().module()).stream().flatMap(each -> each.declaration().fields().stream())
                .anyMatch(field -> field.role() == FieldDeclaration.Role.ENUM_CONSTANT && field.name().equals(name));
    }
}
