package dev.seqscan.source.java;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import dev.seqscan.source.code.TypeName;
import dev.seqscan.source.code.Statement.Block;
import dev.seqscan.source.code.Statement.Case;
import dev.seqscan.source.code.Statement.Catch;
import dev.seqscan.source.code.Statement.Local;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads statements. */
final class StatementReader {

    private final DeclarationReader declarations;
    private final ExpressionReader expressions;
    private final Spans spans;
    private final TypeNames names;

    StatementReader(DeclarationReader declarations, ExpressionReader expressions, Spans spans, TypeNames names) {
        this.spans = spans;
        this.names = names;
        this.declarations = declarations;
        this.expressions = expressions;
    }

    Block block(BlockStmt block) {
        return new Block(all(block.getStatements()), spans.of(block));
    }

    List<dev.seqscan.source.code.Statement> all(List<Statement> statements) {
        List<dev.seqscan.source.code.Statement> read = new ArrayList<>(statements.size());
        for (Statement statement : statements) {
            add(statement, read);
        }
        return List.copyOf(read);
    }

    /** One statement of the text may be several facts: {@code int a, b;}. */
    private void add(Statement statement, List<dev.seqscan.source.code.Statement> into) {
        if (statement instanceof ExpressionStmt expression
                && expression.getExpression() instanceof VariableDeclarationExpr variables) {
            into.addAll(locals(variables));
        } else {
            into.add(one(statement));
        }
    }

    private dev.seqscan.source.code.Statement one(Statement statement) {
        if (statement instanceof ExpressionStmt || statement instanceof ReturnStmt || statement instanceof ThrowStmt
                || statement instanceof YieldStmt || statement instanceof ExplicitConstructorInvocationStmt
                || statement instanceof AssertStmt) {
            return simple(statement);
        }
        if (statement instanceof ForStmt || statement instanceof ForEachStmt || statement instanceof WhileStmt
                || statement instanceof DoStmt) {
            return loop(statement);
        }
        return structure(statement);
    }

    private dev.seqscan.source.code.Statement simple(Statement statement) {
        var span = spans.of(statement);
        if (statement instanceof ExpressionStmt expression) {
            if (expression.getExpression() instanceof VariableDeclarationExpr variables) {
                return new Block(List.copyOf(locals(variables)), span);
            }
            return new dev.seqscan.source.code.Statement.Evaluate(expressions.read(expression.getExpression()), span);
        }
        if (statement instanceof ReturnStmt returned) {
            return new dev.seqscan.source.code.Statement.Return(optional(returned.getExpression()), span);
        }
        if (statement instanceof ThrowStmt thrown) {
            return new dev.seqscan.source.code.Statement.Throw(expressions.read(thrown.getExpression()), span);
        }
        if (statement instanceof YieldStmt yielded) {
            return new dev.seqscan.source.code.Statement.Yield(expressions.read(yielded.getExpression()), span);
        }
        if (statement instanceof AssertStmt asserted) {
            return new dev.seqscan.source.code.Statement.Assert(expressions.read(asserted.getCheck()),
                    optional(asserted.getMessage()), span);
        }
        return new dev.seqscan.source.code.Statement.Evaluate(
                expressions.constructorCall((ExplicitConstructorInvocationStmt) statement), span);
    }

    private dev.seqscan.source.code.Statement loop(Statement statement) {
        var span = spans.of(statement);
        if (statement instanceof ForEachStmt loop) {
            return new dev.seqscan.source.code.Statement.ForEach(locals(loop.getVariable()).get(0),
                    expressions.read(loop.getIterable()), one(loop.getBody()), spans.between(loop, loop.getBody()), span);
        }
        if (statement instanceof WhileStmt loop) {
            return new dev.seqscan.source.code.Statement.While(expressions.read(loop.getCondition()),
                    one(loop.getBody()), span);
        }
        if (statement instanceof DoStmt loop) {
            return new dev.seqscan.source.code.Statement.DoWhile(one(loop.getBody()),
                    expressions.read(loop.getCondition()), span);
        }
        ForStmt loop = (ForStmt) statement;
        List<dev.seqscan.source.code.Statement> init = new ArrayList<>();
        for (Expression each : loop.getInitialization()) {
            if (each instanceof VariableDeclarationExpr variables) {
                init.addAll(locals(variables));
            } else {
                init.add(new dev.seqscan.source.code.Statement.Evaluate(expressions.read(each), spans.of(each)));
            }
        }
        return new dev.seqscan.source.code.Statement.For(List.copyOf(init), optional(loop.getCompare()),
                expressions.all(loop.getUpdate()), one(loop.getBody()), spans.between(loop, loop.getBody()), span);
    }

    private dev.seqscan.source.code.Statement structure(Statement statement) {
        var span = spans.of(statement);
        if (statement instanceof BlockStmt block) {
            return block(block);
        }
        if (statement instanceof IfStmt branch) {
            return new dev.seqscan.source.code.Statement.If(expressions.read(branch.getCondition()),
                    one(branch.getThenStmt()), branch.getElseStmt().map(this::one).orElse(null), span);
        }
        if (statement instanceof TryStmt tried) {
            return tried(tried);
        }
        if (statement instanceof SwitchStmt choice) {
            return new dev.seqscan.source.code.Statement.Switch(expressions.read(choice.getSelector()),
                    cases(choice.getEntries()), span);
        }
        if (statement instanceof SynchronizedStmt locked) {
            return new dev.seqscan.source.code.Statement.Synchronized(expressions.read(locked.getExpression()),
                    block(locked.getBody()), span);
        }
        if (statement instanceof LabeledStmt labeled) {
            return new dev.seqscan.source.code.Statement.Labeled(labeled.getLabel().asString(),
                    one(labeled.getStatement()), span);
        }
        return jumpOrType(statement);
    }

    private dev.seqscan.source.code.Statement jumpOrType(Statement statement) {
        var span = spans.of(statement);
        if (statement instanceof BreakStmt jump) {
            return new dev.seqscan.source.code.Statement.Break(jump.getLabel().map(l -> l.asString()).orElse(null), span);
        }
        if (statement instanceof ContinueStmt jump) {
            return new dev.seqscan.source.code.Statement.Continue(jump.getLabel().map(l -> l.asString()).orElse(null),
                    span);
        }
        Optional<dev.seqscan.source.code.TypeDeclaration> local = Optional.empty();
        if (statement instanceof LocalClassDeclarationStmt declared) {
            local = declarations.type(declared.getClassDeclaration());
        } else if (statement instanceof LocalRecordDeclarationStmt declared) {
            local = declarations.type(declared.getRecordDeclaration());
        }
        return local.<dev.seqscan.source.code.Statement>map(
                type -> new dev.seqscan.source.code.Statement.LocalType(type, span))
                .orElseGet(() -> new dev.seqscan.source.code.Statement.Empty(span));
    }

    private dev.seqscan.source.code.Statement tried(TryStmt tried) {
        List<dev.seqscan.source.code.Statement> resources = new ArrayList<>();
        for (Expression resource : tried.getResources()) {
            if (resource instanceof VariableDeclarationExpr variables) {
                resources.addAll(locals(variables));
            } else {
                resources.add(new dev.seqscan.source.code.Statement.Evaluate(expressions.read(resource),
                        spans.of(resource)));
            }
        }
        List<Catch> catches = new ArrayList<>();
        for (CatchClause each : tried.getCatchClauses()) {
            catches.add(new Catch(caught(each.getParameter().getType()), each.getParameter().getNameAsString(),
                    block(each.getBody()), spans.of(each)));
        }
        return new dev.seqscan.source.code.Statement.Try(List.copyOf(resources), block(tried.getTryBlock()),
                List.copyOf(catches), tried.getFinallyBlock().map(this::block).orElse(null), spans.of(tried));
    }

    private List<TypeName> caught(Type type) {
        return type instanceof UnionType union ? names.of(union.getElements()) : List.of(names.of(type));
    }

    List<Case> cases(List<SwitchEntry> entries) {
        List<Case> cases = new ArrayList<>(entries.size());
        for (SwitchEntry entry : entries) {
            List<dev.seqscan.source.code.Expression> labels = new ArrayList<>();
            List<dev.seqscan.source.code.Expression.Pattern> patterns = new ArrayList<>();
            for (Expression label : entry.getLabels()) {
                if (label instanceof PatternExpr pattern) {
                    patterns.add(expressions.pattern(pattern));
                } else {
                    labels.add(expressions.read(label));
                }
            }
            boolean arrow = entry.getType() != SwitchEntry.Type.STATEMENT_GROUP;
            cases.add(new Case(List.copyOf(labels), List.copyOf(patterns), optional(entry.getGuard()), arrow,
                    body(entry), spans.of(entry)));
        }
        return List.copyOf(cases);
    }

    /** {@code case X -> value;} yields its value; as a statement nobody asks for it. */
    private List<dev.seqscan.source.code.Statement> body(SwitchEntry entry) {
        if (entry.getType() == SwitchEntry.Type.EXPRESSION && entry.getStatements().size() == 1
                && entry.getStatements().get(0) instanceof ExpressionStmt value) {
            return List.of(new dev.seqscan.source.code.Statement.Yield(expressions.read(value.getExpression()),
                    spans.of(value)));
        }
        return all(entry.getStatements());
    }

    private List<Local> locals(VariableDeclarationExpr variables) {
        List<Local> locals = new ArrayList<>();
        for (VariableDeclarator variable : variables.getVariables()) {
            locals.add(new Local(names.of(variable.getType()), names.word(variable.getNameAsString()),
                    optional(variable.getInitializer()), spans.of(variable.getName()), spans.of(variable)));
        }
        return locals;
    }

    private dev.seqscan.source.code.Expression optional(Optional<Expression> expression) {
        return expression.map(expressions::read).orElse(null);
    }
}
