package dev.seqscan.query.hql;

import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.query.QueryShape.Trait;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.grammars.hql.HqlParser.FetchCountOrPercentContext;
import org.hibernate.grammars.hql.HqlParser.LimitOffsetContext;
import org.hibernate.grammars.hql.HqlParser.OrderByClauseContext;
import org.hibernate.grammars.hql.HqlParser.ParameterOrIntegerLiteralContext;
import org.hibernate.grammars.hql.HqlParser.QueryContext;
import org.hibernate.grammars.hql.HqlParser.SelectExpressionContext;
import org.hibernate.grammars.hql.HqlParser.SelectionContext;
import org.hibernate.grammars.hql.HqlParser.SortExpressionContext;
import org.hibernate.grammars.hql.HqlParser.SortSpecificationContext;

/** Reads what comes back, in which order and how much of it. */
final class ResultReader {

    /** {@code rand()}, {@code random()}, {@code function('rand')}. */
    private static final Pattern RANDOM = Pattern.compile("(function\\('?)?(rand|random|newid|dbms_random\\.value)('?\\)|\\(.*\\))");

    private final ShapeParts parts;
    private final Scope scope;
    private final OperandReader operands;
    private final SelectionReader selections;
    private List<SelectionContext> selected = List.of();

    ResultReader(ShapeParts parts, Scope scope, OperandReader operands) {
        this.parts = parts;
        this.scope = scope;
        this.operands = operands;
        this.selections = new SelectionReader(operands);
    }

    void projection(QueryContext query) {
        boolean grouped = query.groupByClause() != null;
        if (query.selectClause() == null) {
            Optional<Source> first = scope.sources().stream().findFirst();
            parts.project(Projection.ENTITY, false, first, first.flatMap(Source::entity));
            return;
        }
        selected = query.selectClause().selectionList().selection();
        Optional<Source> alias = selected.size() == 1 ? selections.alias(selected.get(0)) : Optional.empty();
        parts.project(projection(grouped), query.selectClause().DISTINCT() != null, alias,
                selected.stream().flatMap(each -> selections.entity(each.selectExpression()).stream()).findFirst());
    }

    private Projection projection(boolean grouped) {
        List<Projection> each = selected.stream().map(one -> selections.projection(one.selectExpression())).toList();
        if (each.size() == 1) {
            return each.get(0);
        }
        if (each.contains(Projection.ENTITY)) {
            return Projection.ENTITY;
        }
        boolean aggregates = each.stream().allMatch(one -> one == Projection.AGGREGATE || one == Projection.COUNT);
        return aggregates && !grouped ? Projection.AGGREGATE : Projection.COLUMNS;
    }

    void order(OrderByClauseContext order) {
        if (order == null) {
            return;
        }
        String first = order.sortSpecification(0).sortExpression().getText().toLowerCase(Locale.ROOT);
        if (RANDOM.matcher(first).matches()) {
            parts.add(new Trait(Trait.Kind.RANDOM_ORDER, List.of()));
        }
        for (SortSpecificationContext each : order.sortSpecification()) {
            boolean descending = each.sortDirection() != null && each.sortDirection().DESC() != null;
            List<Operand.Column> columns = sorted(each.sortExpression()).columns();
            boolean plain = !columns.isEmpty() && columns.stream().allMatch(column -> column.function().isEmpty());
            if (plain) {
                columns.forEach(column -> parts.add(new SortKey(column.table(), column.column(), column.path(), descending)));
            } else {
                parts.add(new SortKey("", "", "", descending));
            }
        }
    }

    /** A sort key may be the number or the alias of a selection, an alias of the FROM clause or an attribute. */
    private Operand sorted(SortExpressionContext key) {
        String text = key.getText();
        if (text.chars().allMatch(Character::isDigit)) {
            int number = text.length() > 4 ? 0 : Integer.parseInt(text);
            boolean known = number >= 1 && number <= selected.size();
            return operands.read(known ? selected.get(number - 1).selectExpression() : key);
        }
        Optional<SelectExpressionContext> selection = scope.selection(text.replace("`", ""));
        if (selection.isPresent() && scope.named(text).isEmpty()) {
            return operands.read(selection.get());
        }
        return key.identifier() == null ? operands.read(key)
                : operands.read(new DomainPath(List.of(DomainPath.name(key.identifier())), ""));
    }

    void limit(LimitOffsetContext limit) {
        if (limit == null) {
            return;
        }
        int rows = limit.limitClause() == null ? Limit.UNLIMITED : number(limit.limitClause().parameterOrIntegerLiteral());
        if (limit.fetchClause() != null) {
            FetchCountOrPercentContext count = limit.fetchClause().fetchCountOrPercent();
            rows = count.PERCENT() != null ? Limit.VARIABLE : number(count.parameterOrIntegerLiteral());
        }
        int offset = limit.offsetClause() == null ? 0 : number(limit.offsetClause().parameterOrIntegerLiteral());
        if (rows != Limit.UNLIMITED || offset != 0) {
            parts.limit(new Limit(rows, offset));
        }
    }

    private static int number(ParameterOrIntegerLiteralContext number) {
        if (number == null || number.INTEGER_LITERAL() == null || number.getText().length() > 9) {
            return Limit.VARIABLE;
        }
        return Integer.parseInt(number.getText());
    }
}
