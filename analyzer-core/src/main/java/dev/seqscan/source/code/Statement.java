package dev.seqscan.source.code;

import dev.seqscan.source.Span;
import java.util.List;

/** A statement with its exact span. Optional parts are null where they are missing. */
public sealed interface Statement {

    /** Where the statement stands. */
    Span span();

    /** {@code { .. }}. */
    record Block(List<Statement> statements, Span span) implements Statement {
    }

    /** One declared local variable; {@code int a, b} is two of them. */
    record Local(TypeName type, String name, Expression initializer, Span nameSpan, Span span) implements Statement {
    }

    /** A class declared in a body. */
    record LocalType(TypeDeclaration type, Span span) implements Statement {
    }

    /** An expression for its effect. */
    record Evaluate(Expression expression, Span span) implements Statement {
    }

    /** {@code if}. */
    record If(Expression condition, Statement then, Statement otherwise, Span span) implements Statement {
    }

    /** {@code for (;;)}; {@code header} is the span of the parentheses. */
    record For(List<Statement> init, Expression condition, List<Expression> update, Statement body, Span header, Span span)
            implements Statement {
    }

    /** {@code for (variable : iterable)}. */
    record ForEach(Local variable, Expression iterable, Statement body, Span header, Span span) implements Statement {
    }

    /** {@code while}. */
    record While(Expression condition, Statement body, Span span) implements Statement {
    }

    /** {@code do .. while}. */
    record DoWhile(Statement body, Expression condition, Span span) implements Statement {
    }

    /** {@code return}. */
    record Return(Expression value, Span span) implements Statement {
    }

    /** {@code throw}. */
    record Throw(Expression value, Span span) implements Statement {
    }

    /** {@code break}; the label may be null. */
    record Break(String label, Span span) implements Statement {
    }

    /** {@code continue}; the label may be null. */
    record Continue(String label, Span span) implements Statement {
    }

    /** {@code yield} of a switch expression; also the value of an arrow case. */
    record Yield(Expression value, Span span) implements Statement {
    }

    /** {@code try}; resources are {@link Local}s or {@link Evaluate}s. */
    record Try(List<Statement> resources, Block body, List<Catch> catches, Block last, Span span) implements Statement {
    }

    /** A catch clause; several types for a multi-catch. */
    record Catch(List<TypeName> types, String name, Block body, Span span) {
    }

    /** A switch statement. */
    record Switch(Expression selector, List<Case> cases, Span span) implements Statement {
    }

    /** A case; no labels and no patterns is {@code default}. */
    record Case(List<Expression> labels, List<Expression.Pattern> patterns, Expression guard, boolean arrow,
            List<Statement> body, Span span) {
    }

    /** {@code synchronized}. */
    record Synchronized(Expression lock, Block body, Span span) implements Statement {
    }

    /** {@code label: statement}. */
    record Labeled(String label, Statement body, Span span) implements Statement {
    }

    /** {@code assert}. */
    record Assert(Expression condition, Expression message, Span span) implements Statement {
    }

    /** {@code ;} and what the reader does not know. */
    record Empty(Span span) implements Statement {
    }
}
