package dev.seqscan.program;

import dev.seqscan.program.JavaType.ArrayType;
import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.JavaType.Unknown;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Expression.LiteralKind;
import dev.seqscan.source.code.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives expressions their types. Calls go to the {@link CallTyper}. */
final class ExpressionTyper {

    private static final Unknown UNTYPED = new Unknown("nothing expected");
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=", "&&", "||");
    private static final Map<LiteralKind, JavaType> LITERALS = Map.of(LiteralKind.STRING, JavaType.STRING,
            LiteralKind.INT, JavaType.INT, LiteralKind.LONG, new Primitive("long"), LiteralKind.FLOAT,
            new Primitive("float"), LiteralKind.DOUBLE, new Primitive("double"), LiteralKind.BOOLEAN, JavaType.BOOLEAN,
            LiteralKind.CHAR, new Primitive("char"), LiteralKind.NULL, JavaType.NULL);

    private final BodyLinker statements;
    private final LinkedBody body;
    private final Types types;
    private final Members members;
    private final Scope scope;
    private final CallTyper calls;
    private final Deque<JavaType> yieldExpected = new ArrayDeque<>();

    ExpressionTyper(BodyLinker statements, LinkedBody body, Types types, Members members, Scope scope) {
        this.statements = statements;
        this.body = body;
        this.types = types;
        this.members = members;
        this.scope = scope;
        this.calls = new CallTyper(statements, this, body, types, members, scope);
    }

    /** The type of an expression, which is recorded; the expected type guides inference and may be unknown. */
    JavaType type(Expression expression, JavaType expected) {
        JavaType type = find(expression, expected);
        body.type(expression, type);
        return type;
    }

    private JavaType find(Expression expression, JavaType expected) {
        if (expression instanceof Expression.Literal literal) {
            return LITERALS.get(literal.kind());
        }
        if (expression instanceof Expression.Name name) {
            return name(name);
        }
        if (expression instanceof Expression.Select select) {
            return select(select);
        }
        if (expression instanceof Expression.Call call) {
            return calls.call(call, expected);
        }
        if (expression instanceof Expression.New creation) {
            return calls.creation(creation, expected);
        }
        if (expression instanceof Expression.Lambda lambda) {
            return calls.functions().lambda(lambda, expected);
        }
        if (expression instanceof Expression.MethodReference reference) {
            return calls.functions().reference(reference, expected);
        }
        if (expression instanceof Expression.This self) {
            return self.qualifier() == null ? selfType() : statements.resolve(self.qualifier());
        }
        if (expression instanceof Expression.Super) {
            return types.supertypes(selfType()).stream().findFirst().map(JavaType.class::cast).orElse(JavaType.OBJECT);
        }
        return operation(expression, expected);
    }

    private JavaType.ClassType selfType() {
        return selfType(scope.self());
    }

    JavaType.ClassType selfType(DeclaredClass type) {
        return types.shape(type.name()).map(shape -> new JavaType.ClassType(shape.name(),
                List.<JavaType>copyOf(shape.typeParameters()))).orElse(JavaType.of(type.name()));
    }

    private JavaType operation(Expression expression, JavaType expected) {
        if (expression instanceof Expression.Binary binary) {
            return binary(binary);
        }
        if (expression instanceof Expression.Unary unary) {
            JavaType operand = type(unary.operand(), expected);
            return unary.operator().equals("!") ? JavaType.BOOLEAN : unary.operator().matches("[-+~]")
                    ? Types.promoted(operand, operand) : operand;
        }
        if (expression instanceof Expression.Assign assign) {
            return assign(assign);
        }
        if (expression instanceof Expression.Conditional choice) {
            type(choice.condition(), JavaType.BOOLEAN);
            return merged(type(choice.whenTrue(), expected), type(choice.whenFalse(), expected), expected);
        }
        if (expression instanceof Expression.Cast cast) {
            JavaType type = statements.resolve(cast.type());
            type(cast.operand(), type);
            return type;
        }
        if (expression instanceof Expression.InstanceOf test) {
            statements.pattern(test.pattern(), type(test.operand(), UNTYPED));
            return JavaType.BOOLEAN;
        }
        if (expression instanceof Expression.SwitchExpression choice) {
            return switched(choice, expected);
        }
        return rest(expression, expected);
    }

    private JavaType rest(Expression expression, JavaType expected) {
        if (expression instanceof Expression.ArrayAccess access) {
            type(access.index(), JavaType.INT);
            return type(access.array(), UNTYPED) instanceof ArrayType array ? array.element() : new Unknown("no array");
        }
        if (expression instanceof Expression.NewArray creation) {
            JavaType type = creation.type().name().equals("var") ? expected : statements.resolve(creation.type());
            creation.sizes().forEach(size -> type(size, JavaType.INT));
            JavaType element = type instanceof ArrayType array ? array.element() : UNTYPED;
            if (creation.elements() != null) {
                creation.elements().forEach(each -> type(each, element));
            }
            return type;
        }
        if (expression instanceof Expression.ClassLiteral literal) {
            return JavaType.of("java.lang.Class", Types.boxed(statements.resolve(literal.type())));
        }
        if (expression instanceof Expression.TypeLiteral literal) {
            return statements.resolve(literal.type());
        }
        if (expression instanceof Expression.Opaque opaque) {
            opaque.children().forEach(child -> type(child, UNTYPED));
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
        JavaType type = type(left, UNTYPED);
        for (Expression.Binary next : chain) {
            type = combine(next.operator(), type, type(next.right(), UNTYPED));
            body.type(next, type);
        }
        return type;
    }

    private static JavaType combine(String operator, JavaType left, JavaType right) {
        if (COMPARISONS.contains(operator)) {
            return JavaType.BOOLEAN;
        }
        if (operator.equals("+") && (left.equals(JavaType.STRING) || right.equals(JavaType.STRING))) {
            return JavaType.STRING;
        }
        if (Types.unboxed(left).equals(JavaType.BOOLEAN)) {
            return JavaType.BOOLEAN;
        }
        return operator.startsWith("<<") || operator.startsWith(">>") ? Types.promoted(left, left)
                : Types.promoted(left, right);
    }

    private JavaType assign(Expression.Assign assign) {
        JavaType target = type(assign.target(), UNTYPED);
        type(assign.value(), target);
        if (assign.target() instanceof Expression.Name name) {
            body.variable(name).ifPresent(variable -> variable.assign(assign.operator().equals("=") ? assign.value() : assign));
        }
        return target;
    }

    private JavaType merged(JavaType left, JavaType right, JavaType expected) {
        if (left.equals(right)) {
            return left;
        }
        boolean numbers = Types.unboxed(left) instanceof Primitive && Types.unboxed(right) instanceof Primitive
                && !left.equals(JavaType.NULL) && !right.equals(JavaType.NULL);
        if (numbers && (left instanceof Primitive || right instanceof Primitive)) {
            return Types.unboxed(left).equals(JavaType.BOOLEAN) ? JavaType.BOOLEAN : Types.promoted(left, right);
        }
        if (!left.isKnown() || !right.isKnown()) {
            return expected.isKnown() && !(expected instanceof Primitive) ? expected : new Unknown("a branch is not known");
        }
        JavaType common = types.common(left, right);
        return common.isKnown() ? common : expected;
    }

    private JavaType switched(Expression.SwitchExpression choice, JavaType expected) {
        JavaType selector = type(choice.selector(), UNTYPED);
        scope.collectYields();
        yieldExpected.push(expected);
        for (Statement.Case branch : choice.cases()) {
            statements.branch(branch, selector, UNTYPED, expected);
        }
        yieldExpected.pop();
        return scope.yielded().stream().reduce((left, right) -> merged(left, right, expected))
                .orElse(new Unknown("a switch without values"));
    }

    JavaType yieldExpected() {
        return yieldExpected.isEmpty() ? UNTYPED : yieldExpected.peek();
    }

    private JavaType name(Expression.Name name) {
        Optional<Variable> variable = scope.variable(name.name());
        if (variable.isPresent()) {
            body.variable(name, variable.get());
            return variable.get().type();
        }
        return field(name.name()).orElseGet(() -> new Unknown("no variable or field " + name.name()));
    }

    /** A field of this class or one around it, inherited or imported. */
    private Optional<JavaType> field(String name) {
        for (DeclaredClass each : scope.classes()) {
            for (DeclaredClass type = each; type != null; type = type.outer().orElse(null)) {
                Optional<JavaType> found = members.field(selfType(type), name);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        for (var each : scope.self().file().imports()) {
            if (each.isStatic()) {
                int dot = each.name().lastIndexOf('.');
                String owner = each.onDemand() ? each.name() : each.name().substring(0, Math.max(dot, 0));
                if (each.onDemand() || each.name().substring(dot + 1).equals(name)) {
                    Optional<JavaType> found = members.field(JavaType.of(owner), name);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private JavaType select(Expression.Select select) {
        Optional<String> className = typeName(select.target());
        JavaType target = className.isPresent() ? JavaType.of(className.get()) : type(select.target(), UNTYPED);
        if (target instanceof ArrayType && select.name().equals("length")) {
            return JavaType.INT;
        }
        return members.field(target, select.name())
                .orElseGet(() -> new Unknown("no field " + select.name() + " in " + target));
    }

    /** The class that an expression names, where it names a class and no variable or field. */
    Optional<String> typeName(Expression expression) {
        if (expression instanceof Expression.Name name) {
            if (scope.variable(name.name()).isPresent() || field(name.name()).isPresent()) {
                return Optional.empty();
            }
            return scope.self().resolveClass(name.name());
        }
        if (expression instanceof Expression.Select select) {
            Optional<String> outer = typeName(select.target());
            if (outer.isPresent()) {
                return members.field(JavaType.of(outer.get()), select.name()).isPresent() ? Optional.empty()
                        : types.memberType(outer.get(), select.name());
            }
            return dotted(select).filter(text -> types.shape(text).isPresent());
        }
        if (expression instanceof Expression.TypeLiteral literal) {
            String name = statements.resolve(literal.type()).className();
            return name.isEmpty() ? Optional.empty() : Optional.of(name);
        }
        return Optional.empty();
    }

    private Optional<String> dotted(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return scope.variable(name.name()).isPresent() ? Optional.empty() : Optional.of(name.name());
        }
        return expression instanceof Expression.Select select
                ? dotted(select.target()).map(head -> head + "." + select.name()) : Optional.empty();
    }
}
