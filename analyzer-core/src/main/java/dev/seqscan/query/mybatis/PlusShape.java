package dev.seqscan.query.mybatis;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.mybatis.PlusMethods.By;
import dev.seqscan.query.mybatis.PlusMethods.PlusMethod;
import dev.seqscan.query.wrapper.WrapperStatement;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The statement that an inherited method sends to the table of a class, which may not be known. */
record PlusShape(PlusMethod method, Optional<PlusTable> table, QueryContext context) {

    /**
     * One without a wrapper: by the identifier, or on the whole table.
     *
     * @param many whether it takes a list of identifiers
     */
    QueryShape of(boolean many) {
        return plain(byId(many), List.of());
    }

    /** One whose conditions are given in a way that is not read. */
    QueryShape open() {
        return plain(List.of(), List.of("the conditions are put together at run time"));
    }

    /** One whose conditions a wrapper holds. */
    QueryShape of(Expression wrapper, CodePlace place) {
        return settled(WrapperStatement.of(wrapper, place, context).shape(command(), name(), projection()));
    }

    /** One whose conditions an example on a class holds. */
    QueryShape ofExample(Expression example, CodePlace place, DeclaredClass type) {
        return settled(WrapperStatement.ofExample(example, place, type, context).shape(command(), name(), projection()));
    }

    /** Rows that are marked as deleted are changed, not removed. */
    private Command command() {
        boolean marks = method.command() == Command.DELETE && table.flatMap(PlusTable::logicDelete).isPresent();
        return marks ? Command.UPDATE : method.command();
    }

    private List<Predicate> byId(boolean many) {
        boolean byId = method.by() == By.ID || method.by() == By.IDS;
        return byId && table.isPresent() ? List.of(new Predicate(table.get().name(), table.get().identifier(),
                table.get().identifier(), many ? Operator.IN : Operator.EQUAL, "", false, 0, QueryShape.Value.PARAMETER,
                QueryShape.Clause.WHERE)) : List.of();
    }

    private QueryShape plain(List<Predicate> predicates, List<String> unknown) {
        QueryShape.Root root = new QueryShape.Root("", name(), "", "", false);
        return settled(new QueryShape(command(), List.of(root), predicates, List.of(), QueryShape.Limit.NONE, projection(), false,
                false, List.of(), unknown));
    }

    private QueryShape settled(QueryShape shape) {
        return table.isEmpty() && shape.unknown().isEmpty() ? shape.withUnknown("the table is not known")
                : table.map(each -> marked(shape, each)).orElse(shape);
    }

    private String name() {
        return table.map(PlusTable::name).orElse("");
    }

    private Projection projection() {
        return method.command() == Command.SELECT ? method.projection() : Projection.NONE;
    }

    /**
     * Rows that are marked as deleted are left out. Alone that leaves out few, so a statement without other conditions counts as
     * one of the whole table.
     */
    private static QueryShape marked(QueryShape shape, PlusTable table) {
        boolean named = shape.predicates().stream()
                .anyMatch(each -> table.logicDelete().filter(each.column()::equals).isPresent());
        if (shape.command() == Command.INSERT || table.logicDelete().isEmpty() || named || shape.predicates().isEmpty()) {
            return shape;
        }
        String column = table.logicDelete().get();
        return shape.withPredicates(Stream.concat(shape.predicates().stream(),
                Stream.of(new Predicate(table.name(), column, column,
                Operator.IS_TRUE, "", false, 0, QueryShape.Value.NONE, QueryShape.Clause.WHERE))).toList());
    }
}
