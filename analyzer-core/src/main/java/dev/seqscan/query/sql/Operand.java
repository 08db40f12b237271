package dev.seqscan.query.sql;

import dev.seqscan.query.QueryShape.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.CollateExpression;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JdbcNamedParameter;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.JsonExpression;
import net.sf.jsqlparser.expression.NumericBind;
import net.sf.jsqlparser.expression.TimezoneExpression;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.UserVariable;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;

/** One side of a comparison: the columns in it, each with the function around it, and what else it holds. */
final class Operand extends ExpressionVisitorAdapter<Void> {

    /** Names without parentheses that are no columns. */
    private static final Set<String> PSEUDO_COLUMNS = Set.of("sysdate", "systimestamp", "current_date", "current_time",
            "current_timestamp", "localtime", "localtimestamp", "current_user", "user", "level", "true", "false", "default");

    /** A column and the outermost function around it, in lower case, or empty. */
    record ColumnUse(Column column, String function) {
    }

    private final List<ColumnUse> columns = new ArrayList<>();
    private final List<Select> subqueries = new ArrayList<>();
    private boolean parameter;

    private Operand() {
    }

    static Operand of(Expression expression) {
        Operand operand = new Operand();
        if (expression != null) {
            expression.accept(operand, "");
        }
        return operand;
    }

    List<ColumnUse> columns() {
        return columns;
    }

    List<Select> subqueries() {
        return subqueries;
    }

    boolean hasParameter() {
        return parameter;
    }

    /** What the other side is compared with. */
    Value value() {
        if (!subqueries.isEmpty()) {
            return Value.SUBQUERY;
        }
        if (!columns.isEmpty()) {
            return Value.COLUMN;
        }
        return parameter ? Value.PARAMETER : Value.CONSTANT;
    }

    private static <S> String around(S function, String name) {
        String outer = String.valueOf(function);
        return outer.isEmpty() ? name.toLowerCase(Locale.ROOT) : outer;
    }

    @Override
    public <S> Void visit(Column column, S function) {
        boolean pseudo = column.getTable() == null
                && PSEUDO_COLUMNS.contains(column.getColumnName().toLowerCase(Locale.ROOT));
        if (!pseudo) {
            columns.add(new ColumnUse(column, String.valueOf(function)));
        }
        return null;
    }

    /** To the parser {@code day} is a unit wherever it stands; outside of all functions it can only be a column. */
    @Override
    public <S> Void visit(DateUnitExpression unit, S function) {
        if (String.valueOf(function).isEmpty()) {
            columns.add(new ColumnUse(new Column(unit.toString().toLowerCase(Locale.ROOT)), ""));
        }
        return null;
    }

    @Override
    public <S> Void visit(JdbcParameter value, S function) {
        parameter = true;
        return null;
    }

    @Override
    public <S> Void visit(JdbcNamedParameter value, S function) {
        parameter = true;
        return null;
    }

    @Override
    public <S> Void visit(NumericBind value, S function) {
        parameter = true;
        return null;
    }

    @Override
    public <S> Void visit(UserVariable value, S function) {
        parameter = true;
        return null;
    }

    @Override
    public <S> Void visit(Function call, S function) {
        String name = around(function, call.getName());
        if (call.getParameters() != null) {
            call.getParameters().forEach(each -> each.accept(this, name));
        }
        return null;
    }

    @Override
    public <S> Void visit(CastExpression cast, S function) {
        cast.getLeftExpression().accept(this, around(function, "cast"));
        return null;
    }

    @Override
    public <S> Void visit(TrimFunction trim, S function) {
        return super.visit(trim, around(function, "trim"));
    }

    @Override
    public <S> Void visit(ExtractExpression extract, S function) {
        return super.visit(extract, around(function, "extract"));
    }

    @Override
    public <S> Void visit(CaseExpression cases, S function) {
        return super.visit(cases, around(function, "case"));
    }

    @Override
    public <S> Void visit(CollateExpression collate, S function) {
        return super.visit(collate, around(function, "collate"));
    }

    @Override
    public <S> Void visit(TimezoneExpression zone, S function) {
        return super.visit(zone, around(function, "at time zone"));
    }

    @Override
    public <S> Void visit(JsonExpression json, S function) {
        return super.visit(json, around(function, "json"));
    }

    @Override
    public <S> Void visit(AnalyticExpression analytic, S function) {
        return super.visit(analytic, around(function, analytic.getName()));
    }

    @Override
    protected <S> Void visitBinaryExpression(BinaryExpression binary, S function) {
        return super.visitBinaryExpression(binary, around(function, binary.getStringExpression().strip()));
    }

    @Override
    public <S> Void visit(ParenthesedSelect select, S function) {
        subqueries.add(select);
        return null;
    }

    @Override
    public <S> Void visit(Select select, S function) {
        subqueries.add(select);
        return null;
    }

    @Override
    public <S> Void visit(AnyComparisonExpression any, S function) {
        if (any.getSelect() != null) {
            subqueries.add(any.getSelect());
        }
        return null;
    }
}
