package dev.seqscan.program.made;

import dev.seqscan.program.JavaType;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes code that stands at one place. */
final class Code {

    private Code() {
    }

    static Expression call(Expression target, String name, Span span, Expression... arguments) {
        return new Expression.Call(target, name, List.of(), List.of(arguments), span, span);
    }

    static Expression name(String name, Span span) {
        return new Expression.Name(name, span);
    }

    static Statement evaluate(Expression expression) {
        return new Statement.Evaluate(expression, expression.span());
    }

    static Statement forEach(String variable, Expression iterable, List<Statement> body) {
        Span span = iterable.span();
        Statement.Local local = new Statement.Local(TypeName.of("var"), variable, null, span, span);
        return new Statement.ForEach(local, iterable, new Statement.Block(List.copyOf(body), span), span, span);
    }

    /** A name by which a type is found in any scope. */
    static TypeName typeName(JavaType type) {
        if (type instanceof JavaType.ArrayType array) {
            TypeName element = typeName(array.element());
            return new TypeName(element.name(), element.arguments(), element.dimensions() + 1, element.bound());
        }
        if (type instanceof JavaType.ClassType named) {
            return new TypeName(named.name(), named.arguments().stream().map(Code::typeName).toList(), 0, TypeName.Bound.NONE);
        }
        if (type instanceof JavaType.Wildcard wildcard) {
            return typeName(wildcard.bound());
        }
        return TypeName.of(type instanceof JavaType.Primitive primitive ? primitive.name() : "java.lang.Object");
    }

    static Statement.Block returning(List<Statement> before, Expression value, Span span) {
        List<Statement> statements = new ArrayList<>(before);
        statements.add(new Statement.Return(value, span));
        return new Statement.Block(List.copyOf(statements), span);
    }

    static MethodDeclaration method(String name, Span span, List<Statement> body) {
        return new MethodDeclaration(name, Set.of(), List.of(), TypeName.of("void"), List.of(), List.of(),
                new Statement.Block(List.copyOf(body), span), span, span);
    }
}
