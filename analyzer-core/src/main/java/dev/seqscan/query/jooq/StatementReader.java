package dev.seqscan.query.jooq;

import dev.seqscan.program.Program;
import dev.seqscan.query.CallChain;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.QueryContext;
import dev.seqscan.source.code.Expression;
import java.util.Optional;
import java.util.Set;

/** Finds where a statement begins, and reads it, also as a subquery of another one. */
final class StatementReader {

    /** How deep expressions, and what they are followed to, may be nested. */
    static final int DEEPEST = 40;

    private static final Set<String> BEGIN = Set.of("select", "selectDistinct", "selectFrom", "selectOne", "selectZero",
            "selectCount", "selectQuery", "with", "withRecursive", "insertInto", "insertQuery", "update", "updateQuery",
            "deleteFrom",
            "delete", "deleteQuery", "mergeInto");

    private final Lookup lookup;
    private final TableReader tables;
    private final ColumnReader columns;
    private final ConditionReader conditions;

    StatementReader(QueryContext context) {
        this(context.program());
    }

    private StatementReader(Program program) {
        this.lookup = new Lookup(program);
        this.tables = new TableReader(lookup, this);
        this.columns = new ColumnReader(lookup, tables, this);
        this.conditions = new ConditionReader(lookup, columns, this);
    }

    /** Reads tables where no statement is. */
    static TableReader tables(Program program) {
        return new StatementReader(program).tables();
    }

    Lookup lookup() {
        return lookup;
    }

    TableReader tables() {
        return tables;
    }

    ColumnReader columns() {
        return columns;
    }

    ConditionReader conditions() {
        return conditions;
    }

    /** Everything that is called on a statement; empty where its beginning is not in sight. */
    static Optional<CallChain> chain(Expression statement, CodePlace place) {
        return statement == null ? Optional.empty()
                : CallChain.of(statement, place.owner(), place.method(), each -> begins(each, place));
    }

    private static boolean begins(Expression expression, CodePlace place) {
        if (!(expression instanceof Expression.Call call) || !BEGIN.contains(call.name())) {
            return false;
        }
        for (Expression before = call.target(); before instanceof Expression.Call each; before = each.target()) {
            if (BEGIN.contains(each.name())) {
                return false;
            }
        }
        boolean own = call.target() == null || call.target() instanceof Expression.This;
        return !own || place.owner().declaration().methods().stream().noneMatch(each -> each.name().equals(call.name())
                && each.parameters().size() == call.arguments().size());
    }

    /** The text of a SELECT that an expression is, in parentheses nowhere; empty for all else. */
    Optional<String> subquery(Expression expression, CodePlace place, int depth) {
        if (depth > DEEPEST || !(expression instanceof Expression.Call || expression instanceof Expression.Name)) {
            return Optional.empty();
        }
        return chain(expression, place).flatMap(each -> subquery(each, StatementSteps.of(each, place, this, depth + 1)));
    }

    private Optional<String> subquery(CallChain chain, StatementSteps steps) {
        boolean known = steps.isSelect() && (!steps.sources().isEmpty() || steps.selectsValues());
        return !known ? Optional.empty()
                : Optional.of(new StatementText(steps).written(LimitReader.of(chain, steps, lookup.program())));
    }
}
