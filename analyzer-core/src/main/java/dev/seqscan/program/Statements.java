package dev.seqscan.program;

import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The statements directly inside a statement, without those of lambdas and local classes. */
public final class Statements {

    private Statements() {
    }

    /** The parts of a statement that are statements themselves, in the order of the text. */
    public static List<Statement> children(Statement statement) {
        List<Statement> children = new ArrayList<>();
        if (statement instanceof Statement.Block block) {
            return block.statements();
        } else if (statement instanceof Statement.If branch) {
            children.add(branch.then());
            children.add(branch.otherwise());
        } else if (statement instanceof Statement.Try tried) {
            children.addAll(tried.resources());
            children.add(tried.body());
            tried.catches().forEach(each -> children.add(each.body()));
            children.add(tried.last());
        } else if (statement instanceof Statement.Switch choice) {
            choice.cases().forEach(each -> children.addAll(each.body()));
        } else if (statement instanceof Statement.Synchronized locked) {
            children.add(locked.body());
        } else if (statement instanceof Statement.Labeled labeled) {
            children.add(labeled.body());
        } else {
            children.add(loopBody(statement));
        }
        children.removeIf(Objects::isNull);
        return children;
    }

    /** The body of a loop; null for anything else. */
    public static Statement loopBody(Statement statement) {
        if (statement instanceof Statement.ForEach loop) {
            return loop.body();
        }
        if (statement instanceof Statement.For loop) {
            return loop.body();
        }
        if (statement instanceof Statement.While loop) {
            return loop.body();
        }
        return statement instanceof Statement.DoWhile loop ? loop.body() : null;
    }
}
