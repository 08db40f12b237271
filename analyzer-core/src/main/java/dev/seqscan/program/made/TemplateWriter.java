package dev.seqscan.program.made;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.Template;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the statements of a template with getters for properties, since the types of its variables are known now. */
final class TemplateWriter {

    private static final JavaType UNKNOWN = new JavaType.Unknown("not understood in a template");

    private final TemplateBodies bodies;
    private final Template template;
    private final TemplateProperties properties;
    private Map<String, JavaType> scope = new HashMap<>();

    TemplateWriter(TemplateBodies bodies, Template template, TemplateProperties properties) {
        this.bodies = bodies;
        this.template = template;
        this.properties = properties;
    }

    /** An expression of code with its type. */
    private record Typed(Expression expression, JavaType type) {
    }

    void declare(String name, JavaType type) {
        scope.put(name, type);
    }

    Statement.Block block(List<Statement> statements, Span span) {
        Map<String, JavaType> outer = scope;
        scope = new HashMap<>(outer);
        List<Statement> written = new ArrayList<>();
        statements.forEach(each -> statement(each).ifPresent(written::add));
        scope = outer;
        return new Statement.Block(List.copyOf(written), span);
    }

    private Optional<Statement> statement(Statement statement) {
        if (statement instanceof Statement.Evaluate each) {
            return expression(each.expression()).map(read -> new Statement.Evaluate(read.expression(), each.span()));
        }
        if (statement instanceof Statement.Local local) {
            Optional<Typed> value = expression(local.initializer());
            declare(local.name(), value.map(Typed::type).orElse(UNKNOWN));
            return value.map(given -> new Statement.Local(named(given.type()), local.name(), given.expression(), local.nameSpan(),
                    local.span()));
        }
        if (statement instanceof Statement.If branch) {
            Expression condition = expression(branch.condition()).map(Typed::expression)
                    .orElseGet(() -> new Expression.Opaque(List.of(), branch.condition().span()));
            return Optional.of(new Statement.If(condition, within(branch.then()), null, branch.span()));
        }
        return statement instanceof Statement.ForEach loop ? Optional.of(loop(loop)) : Optional.empty();
    }

    private Statement within(Statement body) {
        return body instanceof Statement.Block block ? block(block.statements(), block.span()) : body;
    }

    /** What is not known to be gone over is shown once, without what it reads of its elements. */
    private Statement loop(Statement.ForEach loop) {
        Optional<Typed> iterable = expression(loop.iterable()).map(this::iterated);
        Optional<JavaType> element = iterable.flatMap(each -> properties.element(each.type()));
        Map<String, JavaType> outer = scope;
        scope = new HashMap<>(outer);
        declare(loop.variable().name(), element.orElse(UNKNOWN));
        Statement body = within(loop.body());
        scope = outer;
        if (element.isEmpty()) {
            return body;
        }
        Statement.Local written = loop.variable();
        Statement.Local variable = new Statement.Local(named(element.get()), written.name(), null, written.nameSpan(), written.span());
        return new Statement.ForEach(variable, iterable.get().expression(), body, loop.header(), loop.span());
    }

    private Typed iterated(Typed given) {
        Optional<JavaType> entry = properties.entry(given.type());
        return entry.map(each -> new Typed(Code.call(given.expression(), "entrySet", given.expression().span()),
                JavaType.of("java.util.Set", each))).orElse(given);
    }

    private static TypeName named(JavaType type) {
        return type instanceof JavaType.Unknown ? TypeName.of("var") : Code.typeName(type);
    }

    /** The expression in code; empty where a part of it is not understood. */
    private Optional<Typed> expression(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return Optional.ofNullable(scope.get(name.name())).filter(JavaType::isKnown).map(type -> new Typed(name, type));
        }
        if (expression instanceof Expression.Select select) {
            return expression(select.target()).flatMap(target -> property(target, select));
        }
        if (expression instanceof Expression.Call call) {
            return call.target() == null ? inclusion(call) : expression(call.target()).map(target -> method(target, call));
        }
        if (expression instanceof Expression.Opaque opaque) {
            List<Expression> children = opaque.children().stream().map(this::expression).flatMap(Optional::stream)
                    .map(Typed::expression).toList();
            return Optional.of(new Typed(new Expression.Opaque(children, opaque.span()), UNKNOWN));
        }
        return Optional.empty();
    }

    private Optional<Typed> property(Typed target, Expression.Select select) {
        Optional<TemplateProperties.Property> property = properties.of(target.type(), select.name());
        return property.map(each -> new Typed(each.isCall()
                ? new Expression.Call(target.expression(), each.name(), List.of(), List.of(), select.nameSpan(), select.span())
                : new Expression.Select(target.expression(), each.name(), select.nameSpan(), select.span()), each.type()));
    }

    private Typed method(Typed target, Expression.Call call) {
        List<Expression> arguments = call.arguments().stream().map(each -> value(Optional.of(each), each.span())).toList();
        JavaType type = properties.method(target.type(), call.name(), arguments.size())
                .map(TemplateProperties.Property::type).orElse(UNKNOWN);
        return new Typed(new Expression.Call(target.expression(), call.name(), List.of(), arguments, call.nameSpan(), call.span()), type);
    }

    private Expression value(Optional<Expression> given, Span span) {
        return given.flatMap(this::expression).map(Typed::expression)
                .orElseGet(() -> new Expression.Literal(Expression.LiteralKind.NULL, null, span));
    }

    /** A fragment sees what it is given, and all variables of who includes it. */
    private Optional<Typed> inclusion(Expression.Call call) {
        Optional<TemplateUse> included = bodies.included(template, call);
        if (included.isEmpty()) {
            return Optional.empty();
        }
        List<String> parameters = included.get().template().file().fragments().get(included.get().fragment()).parameters();
        Map<String, Expression> given = new HashMap<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            if (call.arguments().get(i) instanceof Expression.Assign named && named.target() instanceof Expression.Name name) {
                given.put(name.name(), named.value());
            } else if (i < parameters.size()) {
                given.put(parameters.get(i), call.arguments().get(i));
            }
        }
        List<Expression> arguments = new ArrayList<>();
        for (String name : bodies.variables(included.get().template(), included.get().fragment())) {
            arguments.add(value(Optional.of(given.getOrDefault(name, new Expression.Name(name, call.span()))), call.span()));
        }
        return Optional.of(new Typed(new Expression.Call(null, call.name(), List.of(), arguments, call.nameSpan(), call.span()),
                Primitive.VOID));
    }
}
