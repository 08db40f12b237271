package dev.seqscan.source.code;

import dev.seqscan.source.Span;
import java.util.List;

/** An expression with its exact span. Parentheses are dropped. */
public sealed interface Expression {

    /** Where the expression stands. */
    Span span();

    /** A literal. The value is a {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code Character}, or null. */
    record Literal(LiteralKind kind, Object value, Span span) implements Expression {
    }

    /** Kinds of literals; a text block is a {@code STRING} whose value has its escapes and indentation resolved. */
    enum LiteralKind { STRING, INT, LONG, FLOAT, DOUBLE, BOOLEAN, CHAR, NULL }

    /** A simple name: a local variable, parameter, field, type or package. */
    record Name(String name, Span span) implements Expression {
    }

    /** {@code target.name}: a field, a type or a package. */
    record Select(Expression target, String name, Span nameSpan, Span span) implements Expression {
    }

    /** {@code this} or {@code Outer.this}; the qualifier may be null. */
    record This(TypeName qualifier, Span span) implements Expression {
    }

    /** {@code super} or {@code Outer.super}; the qualifier may be null. */
    record Super(TypeName qualifier, Span span) implements Expression {
    }

    /** A call. The target is null for a simple name; {@code this(..)} and {@code super(..)} are named {@code <init>}. */
    record Call(Expression target, String name, List<TypeName> typeArguments, List<Expression> arguments,
            Span nameSpan, Span span) implements Expression {
    }

    /** {@code new T(..)}; {@code body} is the anonymous class or null, {@code outer} the enclosing instance or null. */
    record New(Expression outer, TypeName type, List<Expression> arguments, TypeDeclaration body, Span span)
            implements Expression {
    }

    /** A lambda; the body of an expression lambda is a block with one return statement, and {@code expression} is true. */
    record Lambda(List<MethodDeclaration.Parameter> parameters, Statement.Block body, boolean expression, Span span)
            implements Expression {
    }

    /** {@code target::name}; the target is an expression or a {@link TypeLiteral}; {@code new} is named {@code <init>}. */
    record MethodReference(Expression target, String name, Span span) implements Expression {
    }

    /** A type that stands where an expression may: {@code Order[]} in {@code Order[]::new}, {@code List<X>::size}. */
    record TypeLiteral(TypeName type, Span span) implements Expression {
    }

    /** {@code T.class}. */
    record ClassLiteral(TypeName type, Span span) implements Expression {
    }

    /** {@code left operator right}, with the operator as written. */
    record Binary(String operator, Expression left, Expression right, Span span) implements Expression {
    }

    /** A prefix or postfix operator, as written. */
    record Unary(String operator, boolean prefix, Expression operand, Span span) implements Expression {
    }

    /** {@code target operator value}, with {@code =}, {@code +=} and so on. */
    record Assign(String operator, Expression target, Expression value, Span span) implements Expression {
    }

    /** {@code condition ? whenTrue : whenFalse}. */
    record Conditional(Expression condition, Expression whenTrue, Expression whenFalse, Span span)
            implements Expression {
    }

    /** {@code (type) operand}. */
    record Cast(TypeName type, Expression operand, Span span) implements Expression {
    }

    /** {@code operand instanceof pattern}. */
    record InstanceOf(Expression operand, Pattern pattern, Span span) implements Expression {
    }

    /** {@code array[index]}. */
    record ArrayAccess(Expression array, Expression index, Span span) implements Expression {
    }

    /** {@code new T[..]} or an array initialiser; {@code elements} is null where sizes are given. */
    record NewArray(TypeName type, List<Expression> sizes, List<Expression> elements, Span span) implements Expression {
    }

    /** A switch expression. */
    record SwitchExpression(Expression selector, List<Statement.Case> cases, Span span) implements Expression {
    }

    /** A nested annotation, as the value of an annotation's attribute. */
    record AnnotationValue(AnnotationUse annotation, Span span) implements Expression {
    }

    /** What the reader does not know, as a future construct; its children are kept. */
    record Opaque(List<Expression> children, Span span) implements Expression {
    }

    /** A pattern of {@code instanceof} and {@code case}. */
    sealed interface Pattern {
        /** {@code T name}; the name is empty for a plain type test. */
        record TypePattern(TypeName type, String name, Span span) implements Pattern {
        }

        /** {@code T(p, q)}. */
        record RecordPattern(TypeName type, List<Pattern> components, Span span) implements Pattern {
        }
    }
}
