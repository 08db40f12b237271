package dev.seqscan.program;

import dev.seqscan.program.JavaType.ArrayType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.JavaType.Unknown;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Expression.LiteralKind;
import dev.seqscan.source.code.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives expressions their types. Calls go to the {@link CallTyper}. */
final class ExpressionTyper {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=", "&&", "||");
    private static final Map<LiteralKind, JavaType> LITERALS = Map.of(LiteralKind.STRING, ClassType.STRING,
            LiteralKind.INT, Primitive.INT, LiteralKind.LONG, new Primitive("long"), LiteralKind.FLOAT,
            new Primitive("float"), LiteralKind.DOUBLE, new Primitive("double"), LiteralKind.BOOLEAN, Primitive.BOOLEAN,
            LiteralKind.CHAR, new Primitive("char"), LiteralKind.NULL, Primitive.NULL);

    private final BodyLinker statements;
    private final LinkedBody body;
    private final Types types;
    private final Members members;
    private final Scope scope;
    private final Names names;
    private final CallTyper calls;
    private final FunctionTyper functions;
    private final Deque<JavaType> yieldExpected = new ArrayDeque<>();

    ExpressionTyper(BodyLinker statements, LinkedBody body, Types types, Members members, Scope scope) {
        this.statements = statements;
        this.body = body;
        this.types = types;
        this.members = members;
        this.scope = scope;
        this.names = new Names(body, types, members, scope);
        this.functions = new FunctionTyper(statements, this, body, types, members, names, scope);
        this.calls = new CallTyper(statements, this, body, types, members, names, functions);
    }

    Names names() {
        return names;
    }

    /** The type of an expression, which is recorded; the expected type guides inference and may be unknown. */
    JavaType type(Expression expression, JavaType expected) {
        JavaType type = TypeSize.bounded(find(expression, expected));
        body.type(expression, type);
        return type;
    }

    /** The type of an expression that stands alone, found at the first question. */
    JavaType typeOnce(Expression expression) {
        return typeOnce(expression, Types.STANDALONE);
    }

    private JavaType typeOnce(Expression expression, JavaType expected) {
        return body.isTyped(expression) ? body.type(expression) : type(expression, expected);
    }

    private JavaType find(Expression expression, JavaType expected) {
        if (expression instanceof Expression.Literal literal) {
            return LITERALS.get(literal.kind());
        }
        if (expression instanceof Expression.Name name) {
            return names.value(name).orElseGet(() -> new Unknown("no variable or field " + name.name()));
        }
        if (expression instanceof Expression.Select select) {
            return select(select);
        }
        if (expression instanceof Expression.Call || expression instanceof Expression.New) {
            return calls.complete(calls.arguments().opened(expression).orElseGet(() -> calls.open(expression)), expected);
        }
        if (expression instanceof Expression.Lambda lambda) {
            return functions.lambda(lambda, expected);
        }
        if (expression instanceof Expression.MethodReference reference) {
            return functions.reference(reference, expected);
        }
        if (expression instanceof Expression.This self) {
            return self.qualifier() == null ? types.self(scope.self().name())
                    : types.self(statements.resolve(self.qualifier()).className());
        }
        if (expression instanceof Expression.Super parent) {
            return superType(parent);
        }
        return operation(expression, expected);
    }

    /** {@code Outer.super} is the superclass of a class around the point, or an interface of this class (JLS 15.12.1). */
    private JavaType superType(Expression.Super parent) {
        if (parent.qualifier() != null) {
            String named = statements.resolve(parent.qualifier()).className();
            if (types.shape(named).map(ClassShape::isInterface).orElse(true)) {
                return types.asSuper(types.self(scope.self().name()), named).map(JavaType.class::cast)
                        .orElseGet(() -> JavaType.of(named));
            }
            return superType(named);
        }
        return superType(scope.self().name());
    }

    private JavaType superType(String className) {
        JavaType.ClassType parent = types.supertypes(types.self(className)).stream().findFirst().orElse(ClassType.OBJECT);
        boolean isFound = parent.name().indexOf('.') >= 0 || types.shape(parent.name()).isPresent();
        return isFound ? parent : new Unknown("no type " + parent + " in scope");
    }

    private JavaType operation(Expression expression, JavaType expected) {
        if (expression instanceof Expression.Binary binary) {
            return binary(binary);
        }
        if (expression instanceof Expression.Unary unary) {
            return unary(unary);
        }
        if (expression instanceof Expression.Assign assign) {
            return assign(assign);
        }
        if (expression instanceof Expression.Conditional choice) {
            typeOnce(choice.condition(), Primitive.BOOLEAN);
            return merged(typeOnce(choice.whenTrue(), expected), typeOnce(choice.whenFalse(), expected), expected);
        }
        if (expression instanceof Expression.Cast cast) {
            JavaType type = statements.resolve(cast.type());
            type(cast.operand(), Arguments.isFunction(cast.operand()) ? type : Types.STANDALONE);
            return type;
        }
        if (expression instanceof Expression.InstanceOf test) {
            statements.pattern(test.pattern(), type(test.operand(), Types.STANDALONE));
            return Primitive.BOOLEAN;
        }
        if (expression instanceof Expression.SwitchExpression choice) {
            return switched(choice, expected);
        }
        return rest(expression, expected);
    }

    private JavaType unary(Expression.Unary unary) {
        JavaType operand = type(unary.operand(), Types.STANDALONE);
        if (unary.operand() instanceof Expression.Name name && (unary.operator().equals("++") || unary.operator().equals("--"))) {
            body.variable(name).ifPresent(variable -> variable.assign(unary));
        }
        return switch (unary.operator()) {
            case "!" -> Primitive.BOOLEAN;
            case "-", "+", "~" -> Primitives.promoted(operand, operand);
            default -> operand;
        };
    }

    private JavaType rest(Expression expression, JavaType expected) {
        if (expression instanceof Expression.ArrayAccess access) {
            type(access.index(), Primitive.INT);
            JavaType type = type(access.array(), Types.STANDALONE);
            return type instanceof ArrayType array ? array.element() : new Unknown("no array");
        }
        if (expression instanceof Expression.NewArray creation) {
            JavaType type = creation.type().name().equals("var") && creation.type().dimensions() == 0 ? expected
                    : statements.resolve(creation.type());
            creation.sizes().forEach(size -> type(size, Primitive.INT));
            JavaType element = type instanceof ArrayType array ? array.element() : Types.STANDALONE;
            if (creation.elements() != null) {
                creation.elements().forEach(each -> type(each, element));
            }
            return type;
        }
        if (expression instanceof Expression.ClassLiteral literal) {
            return JavaType.of("java.lang.Class", Primitives.boxed(statements.resolve(literal.type())));
        }
        if (expression instanceof Expression.TypeLiteral literal) {
            return statements.resolve(literal.type());
        }
        if (expression instanceof Expression.Opaque opaque) {
            opaque.children().forEach(child -> type(child, Types.STANDALONE));
        }
        return new Unknown("not an expression that is typed");
    }

    /** Chains of {@code +} lean to the left and may be thousands long: they are typed in a loop. */
    private JavaType binary(Expression.Binary binary) {
        Deque<Expression.Binary> chain = new ArrayDeque<>();
        Expression left = binary;
        while (left instanceof Expression.Binary next) {
            chain.push(next);
            left = next.left();
        }
        JavaType type = type(left, Types.STANDALONE);
        for (Expression.Binary next : chain) {
            type = combine(next.operator(), type, type(next.right(), Types.STANDALONE));
            body.type(next, type);
        }
        return type;
    }

    private static JavaType combine(String operator, JavaType left, JavaType right) {
        if (COMPARISONS.contains(operator)) {
            return Primitive.BOOLEAN;
        }
        if (operator.equals("+") && (left.equals(ClassType.STRING) || right.equals(ClassType.STRING))) {
            return ClassType.STRING;
        }
        if (Primitives.unboxed(left).equals(Primitive.BOOLEAN)) {
            return Primitive.BOOLEAN;
        }
        return operator.startsWith("<<") || operator.startsWith(">>") ? Primitives.promoted(left, left)
                : Primitives.promoted(left, right);
    }

    private JavaType assign(Expression.Assign assign) {
        JavaType target = type(assign.target(), Types.STANDALONE);
        type(assign.value(), target);
        if (assign.target() instanceof Expression.Name name) {
            body.variable(name).ifPresent(variable -> variable.assign(assign.operator().equals("=") ? assign.value() : assign));
        }
        return target;
    }

    /** The type of a choice: of numbers the wider one, else what the place expects, else what both have in common. */
    JavaType merged(JavaType left, JavaType right, JavaType expected) {
        boolean primitive = left instanceof Primitive || right instanceof Primitive;
        if (Primitives.isConvertible(left) && Primitives.isConvertible(right)) {
            JavaType unboxed = Primitives.unboxed(left);
            if (unboxed.equals(Primitives.unboxed(right))) {
                return primitive ? unboxed : left;
            }
            return unboxed.equals(Primitive.BOOLEAN) ? types.common(left, right) : Primitives.promoted(left, right);
        }
        if (expected instanceof JavaType.ClassType && Inference.isWhole(expected) || left.equals(right)) {
            return left.equals(right) ? left : expected;
        }
        return left.isKnown() && right.isKnown() ? types.common(left, right) : new Unknown("a branch is not known");
    }

    private JavaType switched(Expression.SwitchExpression choice, JavaType expected) {
        JavaType selector = type(choice.selector(), Types.STANDALONE);
        scope.collectYields();
        yieldExpected.push(expected);
        for (Statement.Case branch : choice.cases()) {
            statements.branch(branch, selector, Types.STANDALONE);
        }
        yieldExpected.pop();
        return scope.yielded().stream().reduce((left, right) -> merged(left, right, expected))
                .orElse(new Unknown("a switch without values"));
    }

    /** Opens a switch statement, whose arrow cases give their values to nobody. */
    void openSwitchStatement() {
        scope.collectYields();
        yieldExpected.push(Types.STANDALONE);
    }

    void closeSwitchStatement() {
        yieldExpected.pop();
        scope.yielded();
    }

    JavaType yieldExpected() {
        return yieldExpected.isEmpty() ? Types.STANDALONE : yieldExpected.peek();
    }

    private JavaType select(Expression.Select select) {
        Optional<String> className = names.className(select.target());
        JavaType target = className.isPresent() ? JavaType.of(className.get()) : typeOnce(select.target());
        if (target instanceof ArrayType && select.name().equals("length")) {
            return Primitive.INT;
        }
        return members.field(target, select.name()).map(names::withoutForeign)
                .orElseGet(() -> new Unknown("no field " + select.name() + " in " + target));
    }
}
