package dev.seqscan.program;

import dev.seqscan.program.JavaType.TypeVariable;
import dev.seqscan.program.JavaType.Unknown;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Expression.Pattern;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;

/** Walks the statements of one body, declares its variables and hands expressions to the {@link ExpressionTyper}. */
final class BodyLinker {

    private static final Unknown UNTYPED = new Unknown("no type written");

    private final LinkedBody body;
    private final Types types;
    private final Scope scope;
    private final ExpressionTyper expressions;

    BodyLinker(LinkedBody body, Types types, Members members, List<TypeVariable> methodVariables) {
        this.body = body;
        this.types = types;
        this.scope = new Scope(body.owner(), methodVariables);
        this.expressions = new ExpressionTyper(this, body, types, members, scope);
    }

    void link() {
        scope.open();
        List<MethodDeclaration.Parameter> parameters = body.method().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            declare(Variable.Kind.PARAMETER, parameters.get(i).name(), body.parameterTypes().get(i), parameters.get(i).span(),
                    parameters.get(i));
        }
        block(body.method().body(), returnType());
        scope.close();
    }

    private JavaType returnType() {
        return resolve(body.method().returnType());
    }

    JavaType resolve(TypeName name) {
        return scope.self().scope().type(name, scope.methodVariables());
    }

    Variable declare(Variable.Kind kind, String name, JavaType type, dev.seqscan.source.Span span, Object declaration) {
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
            expressions.type(each.expression(), UNTYPED);
        } else if (statement instanceof Statement.Local each) {
            local(each, Variable.Kind.LOCAL);
        } else if (statement instanceof Statement.Return each) {
            scope.returns(each.value() == null ? JavaType.VOID : expressions.type(each.value(), returned));
        } else if (statement instanceof Statement.If each) {
            expressions.type(each.condition(), JavaType.BOOLEAN);
            nested(each.then(), returned);
            nested(each.otherwise(), returned);
        } else if (statement instanceof Statement.Switch each) {
            JavaType selector = expressions.type(each.selector(), UNTYPED);
            each.cases().forEach(branch -> branch(branch, selector, returned, UNTYPED));
        } else if (statement instanceof Statement.Try each) {
            tried(each, returned);
        } else {
            loopOrOther(statement, returned);
        }
    }

    private void loopOrOther(Statement statement, JavaType returned) {
        if (statement instanceof Statement.ForEach each) {
            forEach(each, returned);
        } else if (statement instanceof Statement.For each) {
            scope.open();
            all(each.init(), returned);
            if (each.condition() != null) {
                expressions.type(each.condition(), JavaType.BOOLEAN);
            }
            statement(each.body(), returned);
            each.update().forEach(update -> expressions.type(update, UNTYPED));
            scope.close();
        } else if (statement instanceof Statement.While each) {
            scope.open();
            expressions.type(each.condition(), JavaType.BOOLEAN);
            statement(each.body(), returned);
            scope.close();
        } else if (statement instanceof Statement.DoWhile each) {
            nested(each.body(), returned);
            expressions.type(each.condition(), JavaType.BOOLEAN);
        } else {
            other(statement, returned);
        }
    }

    private void other(Statement statement, JavaType returned) {
        if (statement instanceof Statement.Throw each) {
            expressions.type(each.value(), UNTYPED);
        } else if (statement instanceof Statement.Yield each) {
            scope.yields(expressions.type(each.value(), expressions.yieldExpected()));
        } else if (statement instanceof Statement.Synchronized each) {
            expressions.type(each.lock(), UNTYPED);
            block(each.body(), returned);
        } else if (statement instanceof Statement.Labeled each) {
            statement(each.body(), returned);
        } else if (statement instanceof Statement.Assert each) {
            expressions.type(each.condition(), JavaType.BOOLEAN);
            if (each.message() != null) {
                expressions.type(each.message(), UNTYPED);
            }
        } else if (statement instanceof Statement.LocalType each) {
            localType(each.type());
        }
    }

    /** A pattern variable of the condition stays in scope behind an {@code if}, so the branch opens a level of its own. */
    private void nested(Statement statement, JavaType returned) {
        if (statement != null) {
            scope.open();
            statement(statement, returned);
            scope.close();
        }
    }

    private Variable local(Statement.Local local, Variable.Kind kind) {
        boolean inferred = local.type().name().equals("var") && local.type().dimensions() == 0;
        JavaType type = inferred ? UNTYPED : resolve(local.type());
        if (local.initializer() == null) {
            return declare(kind, local.name(), type, local.nameSpan(), local);
        }
        JavaType initial = expressions.type(local.initializer(), type);
        Variable variable = declare(kind, local.name(), inferred ? Types.upward(initial) : type, local.nameSpan(), local);
        variable.assign(local.initializer());
        return variable;
    }

    private void forEach(Statement.ForEach loop, JavaType returned) {
        JavaType iterated = expressions.type(loop.iterable(), UNTYPED);
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
        return names.stream().map(this::resolve).reduce(types::common).orElse(UNTYPED);
    }

    void branch(Statement.Case branch, JavaType selector, JavaType returned, JavaType yielded) {
        scope.open();
        for (Expression label : branch.labels()) {
            if (!(label instanceof Expression.Name)) {
                expressions.type(label, selector);
            }
        }
        branch.patterns().forEach(pattern -> pattern(pattern, selector));
        if (branch.guard() != null) {
            expressions.type(branch.guard(), JavaType.BOOLEAN);
        }
        for (Statement statement : branch.body()) {
            statement(statement, returned);
        }
        scope.close();
    }

    void pattern(Pattern pattern, JavaType matched) {
        if (pattern instanceof Pattern.TypePattern typed) {
            if (!typed.name().isEmpty()) {
                JavaType type = typed.type().name().equals("var") ? matched : resolve(typed.type());
                declare(Variable.Kind.PATTERN, typed.name(), type, typed.span(), typed);
            }
        } else if (pattern instanceof Pattern.RecordPattern composed) {
            JavaType type = resolve(composed.type());
            List<JavaType> components = components(type);
            for (int i = 0; i < composed.components().size(); i++) {
                pattern(composed.components().get(i), i < components.size() ? components.get(i) : UNTYPED);
            }
        }
    }

    private List<JavaType> components(JavaType type) {
        List<JavaType> components = new ArrayList<>();
        types.shape(type.className()).filter(shape -> shape.kind() == ClassShape.Kind.RECORD).ifPresent(shape -> {
            var substitution = type instanceof JavaType.ClassType named ? types.substitution(shape, named)
                    : java.util.Map.<TypeVariable, JavaType>of();
            shape.fields().stream().filter(field -> !field.isStatic())
                    .forEach(field -> components.add(Types.substitute(field.type(), substitution)));
        });
        return components;
    }

    /** Local and anonymous classes are linked in the body that holds them, whose variables they see. */
    private void localType(TypeDeclaration declaration) {
        DeclaredClass type = types.addLocal(declaration, scope.self(), declaration.name());
        body.localClass(declaration, type);
        members(declaration, type);
    }

    DeclaredClass anonymous(TypeDeclaration declaration) {
        String name = "$" + declaration.span().startLine() + "_" + declaration.span().startColumn();
        DeclaredClass type = types.addLocal(declaration, scope.self(), name);
        body.localClass(declaration, type);
        members(declaration, type);
        return type;
    }

    private void members(TypeDeclaration declaration, DeclaredClass type) {
        scope.enterClass(type);
        declaration.fields().stream().filter(field -> field.initializer() != null)
                .forEach(field -> expressions.type(field.initializer(), resolve(field.type())));
        for (MethodDeclaration method : declaration.methods()) {
            if (method.body() != null) {
                scope.open();
                scope.collectReturns();
                method.parameters().forEach(each ->
                        declare(Variable.Kind.LAMBDA_PARAMETER, each.name(), resolve(each.type()), each.span(), each));
                block(method.body(), resolve(method.returnType()));
                scope.returned();
                scope.close();
            }
        }
        scope.leaveClass();
    }
}
