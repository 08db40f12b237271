package dev.seqscan.program;

import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.JavaType.TypeVariable;
import dev.seqscan.program.JavaType.Unknown;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Expression.Pattern;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Walks the statements of one body, declares its variables and hands expressions to the {@link ExpressionTyper}. */
final class BodyLinker {

    private final LinkedBody body;
    private final Types types;
    private final Scope scope;
    private final ExpressionTyper expressions;

    BodyLinker(LinkedBody body, Types types, List<TypeVariable> methodVariables) {
        this.body = body;
        this.types = types;
        this.scope = new Scope(body.owner(), types.self(body.owner().name()), methodVariables);
        this.expressions = new ExpressionTyper(this, body, types, types.members(), scope);
    }

    void link() {
        scope.open();
        List<MethodDeclaration.Parameter> parameters = body.method().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            MethodDeclaration.Parameter each = parameters.get(i);
            declare(Variable.Kind.PARAMETER, each.name(), body.parameterTypes().get(i), each.span(), each);
        }
        block(body.method().body(), returnType());
        scope.close();
    }

    private JavaType returnType() {
        return resolve(body.method().returnType());
    }

    /** What a type name means at this point; a class that the body declares hides others. */
    JavaType resolve(TypeName name) {
        return scope.self().scope().type(name, scope.methodVariables(), scope.localTypes());
    }

    Variable declare(Variable.Kind kind, String name, JavaType type, Span span, Object declaration) {
        Variable variable = new Variable(kind, name, type, span);
        scope.declare(variable);
        body.variable(declaration, variable);
        return variable;
    }

    void block(Statement.Block block, JavaType returned) {
        scope.open();
        all(block.statements(), returned);
        scope.close();
    }

    private void all(List<Statement> statements, JavaType returned) {
        for (Statement statement : statements) {
            statement(statement, returned);
        }
    }

    void statement(Statement statement, JavaType returned) {
        if (statement instanceof Statement.Block each) {
            block(each, returned);
        } else if (statement instanceof Statement.Evaluate each) {
            alone(each.expression(), Types.STANDALONE);
        } else if (statement instanceof Statement.Local each) {
            local(each, Variable.Kind.LOCAL);
        } else if (statement instanceof Statement.Return each) {
            scope.returns(each.value() == null ? Primitive.VOID : alone(each.value(), returned));
        } else if (statement instanceof Statement.If each) {
            branched(each, returned);
        } else if (statement instanceof Statement.Switch each) {
            JavaType selector = expressions.type(each.selector(), Types.STANDALONE);
            expressions.openSwitchStatement();
            scope.open();
            each.cases().forEach(branch -> branch(branch, selector, returned));
            scope.close();
            expressions.closeSwitchStatement();
        } else if (statement instanceof Statement.Try each) {
            tried(each, returned);
        } else {
            loopOrOther(statement, returned);
        }
    }

    /** An expression whose patterns name variables only within it. */
    private JavaType alone(Expression expression, JavaType expected) {
        scope.open();
        JavaType type = expressions.type(expression, expected.equals(Primitive.VOID) ? Types.STANDALONE : expected);
        scope.close();
        return type;
    }

    /** A variable of the condition's pattern lives on behind an {@code if} whose branch goes away (JLS 6.3.2.2). */
    private void branched(Statement.If branch, JavaType returned) {
        scope.open();
        expressions.type(branch.condition(), Primitive.BOOLEAN);
        nested(branch.then(), returned);
        nested(branch.otherwise(), returned);
        List<Variable> declared = scope.close();
        if (goesAway(branch.then()) || goesAway(branch.otherwise())) {
            declared.forEach(scope::declare);
        }
    }

    /** A variable that the condition names where it does not hold lives on behind the loop. */
    private void whileLoop(Statement.While loop, JavaType returned) {
        scope.open();
        expressions.type(loop.condition(), Primitive.BOOLEAN);
        statement(loop.body(), returned);
        List<Variable> declared = scope.close();
        if (loop.condition() instanceof Expression.Unary not && not.operator().equals("!")) {
            declared.stream().filter(each -> each.kind() == Variable.Kind.PATTERN).forEach(scope::declare);
        }
    }

    private static boolean goesAway(Statement statement) {
        if (statement instanceof Statement.Block block && !block.statements().isEmpty()) {
            return goesAway(block.statements().get(block.statements().size() - 1));
        }
        return statement instanceof Statement.Return || statement instanceof Statement.Throw
                || statement instanceof Statement.Continue || statement instanceof Statement.Break
                || statement instanceof Statement.Yield;
    }

    private void loopOrOther(Statement statement, JavaType returned) {
        if (statement instanceof Statement.ForEach each) {
            forEach(each, returned);
        } else if (statement instanceof Statement.For each) {
            scope.open();
            all(each.init(), returned);
            if (each.condition() != null) {
                expressions.type(each.condition(), Primitive.BOOLEAN);
            }
            statement(each.body(), returned);
            each.update().forEach(update -> expressions.type(update, Types.STANDALONE));
            scope.close();
        } else if (statement instanceof Statement.While each) {
            whileLoop(each, returned);
        } else if (statement instanceof Statement.DoWhile each) {
            nested(each.body(), returned);
            expressions.type(each.condition(), Primitive.BOOLEAN);
        } else {
            other(statement, returned);
        }
    }

    private void other(Statement statement, JavaType returned) {
        if (statement instanceof Statement.Throw each) {
            expressions.type(each.value(), Types.STANDALONE);
        } else if (statement instanceof Statement.Yield each) {
            scope.yields(alone(each.value(), expressions.yieldExpected()));
        } else if (statement instanceof Statement.Synchronized each) {
            expressions.type(each.lock(), Types.STANDALONE);
            block(each.body(), returned);
        } else if (statement instanceof Statement.Labeled each) {
            statement(each.body(), returned);
        } else if (statement instanceof Statement.Assert each) {
            expressions.type(each.condition(), Primitive.BOOLEAN);
            if (each.message() != null) {
                expressions.type(each.message(), Types.STANDALONE);
            }
        } else if (statement instanceof Statement.LocalType each) {
            localType(each.type(), each.type().name());
        }
    }

    private void nested(Statement statement, JavaType returned) {
        if (statement != null) {
            scope.open();
            statement(statement, returned);
            scope.close();
        }
    }

    private Variable local(Statement.Local local, Variable.Kind kind) {
        boolean inferred = local.type().name().equals("var") && local.type().dimensions() == 0;
        JavaType type = inferred ? Types.STANDALONE : resolve(local.type());
        if (local.initializer() == null) {
            return declare(kind, local.name(), type, local.nameSpan(), local);
        }
        JavaType initial = alone(local.initializer(), type);
        Variable variable = declare(kind, local.name(), inferred ? ofVar(local.initializer(), initial) : type,
                local.nameSpan(), local);
        variable.assign(local.initializer());
        return variable;
    }

    /** {@code var} may name the class of an anonymous object (JLS 14.4.1). */
    private JavaType ofVar(Expression initializer, JavaType type) {
        if (initializer instanceof Expression.New creation && creation.body() != null) {
            return body.localClass(creation.body()).<JavaType>map(each -> JavaType.of(each.name())).orElse(type);
        }
        return Types.upward(type);
    }

    private void forEach(Statement.ForEach loop, JavaType returned) {
        JavaType iterated = expressions.type(loop.iterable(), Types.STANDALONE);
        scope.open();
        Statement.Local local = loop.variable();
        JavaType type = local.type().name().equals("var") ? elementOf(iterated) : resolve(local.type());
        declare(Variable.Kind.LOOP, local.name(), type, local.nameSpan(), local);
        statement(loop.body(), returned);
        scope.close();
    }

    /** What a for-each loop gives: the element of an array or the argument of {@code Iterable}. */
    JavaType elementOf(JavaType iterated) {
        if (iterated instanceof JavaType.ArrayType array) {
            return array.element();
        }
        return types.asSuper(iterated, "java.lang.Iterable").filter(each -> !each.arguments().isEmpty())
                .map(each -> Types.upward(each.arguments().get(0))).orElse(new Unknown("not known to be iterable"));
    }

    private void tried(Statement.Try tried, JavaType returned) {
        scope.open();
        all(tried.resources(), returned);
        block(tried.body(), returned);
        scope.close();
        for (Statement.Catch each : tried.catches()) {
            scope.open();
            JavaType type = each.types().size() == 1 ? resolve(each.types().get(0)) : common(each.types());
            declare(Variable.Kind.CAUGHT, each.name(), type, each.span(), each);
            block(each.body(), returned);
            scope.close();
        }
        if (tried.last() != null) {
            block(tried.last(), returned);
        }
    }

    private JavaType common(List<TypeName> names) {
        return names.stream().map(this::resolve).reduce(types::common).orElse(Types.STANDALONE);
    }

    /** A variable that an old-style case declares is in scope in the cases behind it. */
    void branch(Statement.Case branch, JavaType selector, JavaType returned) {
        if (branch.arrow()) {
            scope.open();
        }
        for (Expression label : branch.labels()) {
            if (!(label instanceof Expression.Name)) {
                expressions.type(label, selector);
            }
        }
        branch.patterns().forEach(pattern -> pattern(pattern, selector));
        if (branch.guard() != null) {
            expressions.type(branch.guard(), Primitive.BOOLEAN);
        }
        all(branch.body(), returned);
        if (branch.arrow()) {
            scope.close();
        }
    }

    void pattern(Pattern pattern, JavaType matched) {
        if (pattern instanceof Pattern.TypePattern typed) {
            if (!typed.name().isEmpty()) {
                JavaType type = typed.type().name().equals("var") ? matched : resolve(typed.type());
                declare(Variable.Kind.PATTERN, typed.name(), type, typed.span(), typed);
            }
        } else if (pattern instanceof Pattern.RecordPattern composed) {
            List<JavaType> components = components(recordType(resolve(composed.type()), matched));
            for (int i = 0; i < composed.components().size(); i++) {
                pattern(composed.components().get(i), i < components.size() ? components.get(i) : Types.STANDALONE);
            }
        }
    }

    /** A generic record without type arguments takes them from what is matched (JLS 18.5.5). */
    private JavaType recordType(JavaType written, JavaType matched) {
        JavaType open = types.self(written.className());
        if (!(written instanceof JavaType.ClassType raw) || !raw.arguments().isEmpty() || open.equals(raw)) {
            return written;
        }
        Inference inference = new Inference(types, types.shape(raw.name()).get().typeParameters(), Map.of());
        inference.expected(open, matched);
        return inference.result(open);
    }

    private List<JavaType> components(JavaType type) {
        List<JavaType> components = new ArrayList<>();
        types.shape(type.className()).filter(shape -> shape.kind() == ClassShape.Kind.RECORD).ifPresent(shape -> {
            Map<TypeVariable, JavaType> substitution = type instanceof JavaType.ClassType named
                    ? types.substitution(shape, named) : Map.of();
            shape.fields().stream().filter(field -> !field.isStatic())
                    .forEach(field -> components.add(Types.upward(Types.substitute(field.type(), substitution))));
        });
        return components;
    }

    /** Local and anonymous classes are linked in the body that holds them, whose variables they see. */
    private void localType(TypeDeclaration declaration, String simpleName) {
        String name = declaration.span().startLine() + "_" + declaration.span().startColumn() + simpleName;
        scope.localTypes().put(simpleName, scope.self().name() + "." + name);
        DeclaredClass type = types.shapes().program().local(declaration, scope, name);
        body.localClass(declaration, type);
        members(declaration, type);
    }

    /** An anonymous class extends or implements the type that is created, with the type arguments found for it. */
    void anonymous(TypeDeclaration declaration, JavaType created) {
        String name = "$" + declaration.span().startLine() + "_" + declaration.span().startColumn();
        DeclaredClass type = types.shapes().program().local(declaration, scope, name);
        if (created instanceof JavaType.ClassType supertype) {
            types.shapes().anonymous(type, supertype);
        }
        body.localClass(declaration, type);
        members(declaration, type);
    }

    private void members(TypeDeclaration declaration, DeclaredClass type) {
        scope.enterClass(type, types.self(type.name()));
        declaration.nested().forEach(nested -> localType(nested, nested.name()));
        for (FieldDeclaration field : declaration.fields()) {
            if (field.initializer() != null) {
                expressions.type(field.initializer(), resolve(field.type()));
            }
        }
        for (MethodDeclaration method : declaration.methods()) {
            if (method.body() != null) {
                method(method, type);
            }
        }
        scope.leaveClass();
    }

    private void method(MethodDeclaration method, DeclaredClass type) {
        List<TypeVariable> variables = types.shapes().methodVariables(type, method);
        scope.openMethod(variables);
        scope.collectReturns();
        method.parameters().forEach(each ->
                declare(Variable.Kind.LAMBDA_PARAMETER, each.name(), resolve(each.type()), each.span(), each));
        block(method.body(), resolve(method.returnType()));
        scope.returned();
        scope.closeMethod(variables);
    }
}
