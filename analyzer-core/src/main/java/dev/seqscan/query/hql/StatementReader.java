package dev.seqscan.query.hql;

import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Command;
import java.util.Optional;
import org.hibernate.grammars.hql.HqlParser.DeleteStatementContext;
import org.hibernate.grammars.hql.HqlParser.InsertStatementContext;
import org.hibernate.grammars.hql.HqlParser.StatementContext;
import org.hibernate.grammars.hql.HqlParser.UpdateStatementContext;
import org.hibernate.grammars.hql.HqlParser.WhereClauseContext;

/** Reads a whole statement into its parts. */
final class StatementReader {

    private final ShapeParts parts;
    private final QueryReader reader;

    StatementReader(ShapeParts parts) {
        this.parts = parts;
        this.reader = new QueryReader(parts, Optional.empty(), false);
    }

    void read(StatementContext statement) {
        if (statement.selectStatement() != null) {
            reader.read(statement.selectStatement().queryExpression());
        } else if (statement.updateStatement() != null) {
            update(statement.updateStatement());
        } else if (statement.deleteStatement() != null) {
            delete(statement.deleteStatement());
        } else {
            insert(statement.insertStatement());
        }
    }

    private void update(UpdateStatementContext update) {
        parts.command(Command.UPDATE);
        reader.read(update.entityWithJoins());
        update.setClause().assignment().forEach(each -> reader.operands().read(each.expressionOrPredicate()));
        where(update.whereClause());
    }

    private void delete(DeleteStatementContext delete) {
        parts.command(Command.DELETE);
        reader.read(delete.entityWithJoins());
        where(delete.whereClause());
    }

    /** The source of the rows has its own scope, but its predicates are those of the statement. */
    private void insert(InsertStatementContext insert) {
        parts.command(Command.INSERT);
        new QueryReader(parts, Optional.empty(), false).from().entity(insert.targetEntity().entityName(),
                FromReader.alias(insert.targetEntity().variable()));
        if (insert.queryExpression() != null) {
            reader.read(insert.queryExpression());
        } else {
            insert.valuesList().values().forEach(row -> row.expressionOrPredicate().forEach(reader.operands()::read));
        }
        parts.withoutResult();
    }

    private void where(WhereClauseContext where) {
        if (where != null) {
            reader.predicate(where.predicate(), Clause.WHERE);
        }
    }
}
