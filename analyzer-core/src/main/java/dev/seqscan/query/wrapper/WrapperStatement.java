package dev.seqscan.query.wrapper;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.Building;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.Text;
import dev.seqscan.query.TextShapes;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The SQL that MyBatis-Plus makes of a wrapper, as far as it is known. */
public final class WrapperStatement {

    private static final Pattern AGGREGATE = Pattern.compile("(?i)\\s*(?:count|sum|max|min|avg)\\s*\\(.*");

    private final QueryContext context;
    private final Clauses clauses;
    private final List<Condition> held;

    private WrapperStatement(QueryContext context, Clauses clauses, List<Condition> held) {
        this.context = context;
        this.clauses = clauses;
        this.held = held;
    }

    /** What the wrapper that an expression is says; null is one that says nothing. */
    public static WrapperStatement of(Expression wrapper, CodePlace place, QueryContext context) {
        Operands operands = new Operands(context);
        Clauses clauses = new Clauses(operands, context);
        Pieces pieces = new Pieces();
        if (!isNull(wrapper)) {
            Building building = Building.followed(wrapper, place, context.program(), WrapperCalls.INSTANCE);
            if (building.isOpen() || WrapperCalls.takesRow(building.origin())) {
                pieces.open();
            }
            new StepReader(operands, clauses, house(building, wrapper, place, context), context).read(building.steps(), pieces);
        }
        return new WrapperStatement(context, clauses, pieces.joined());
    }

    /** What an example of tk.mybatis on a class says; its order is a text. */
    public static WrapperStatement ofExample(Expression example, CodePlace place, DeclaredClass type, QueryContext context) {
        ExampleStatement read = ExampleStatement.common(example, place, type, context);
        return new WrapperStatement(context, Clauses.ordered(read.order(), new Operands(context), context), read.joined());
    }

    private static boolean isNull(Expression wrapper) {
        return wrapper instanceof Expression.Literal literal && literal.kind() == Expression.LiteralKind.NULL;
    }

    /** The class of the program that the wrapper is an object of. */
    private static Optional<DeclaredClass> house(Building building, Expression wrapper, CodePlace place, QueryContext context) {
        Expression root = wrapper;
        while (root instanceof Expression.Call call && call.target() != null) {
            root = call.target();
        }
        Optional<TypeName> made = building.origin() instanceof Expression.New creation ? Optional.of(creation.type())
                : root instanceof Expression.Name name ? place.variable(name).map(VariableHistory::type) : Optional.empty();
        DeclaredClass from = made.isPresent() && building.start() != null ? building.start().owner() : place.owner();
        return made.flatMap(type -> context.program().declared(from.resolve(type).className(), from.module()));
    }

    /**
     * The statement on a table.
     *
     * @param table its name, or empty where it is not known
     * @param projection what comes back where the wrapper names no columns
     */
    public QueryShape shape(Command command, String table, Projection projection) {
        Text name = table.isEmpty() ? Text.hole() : Text.of('`' + table + '`');
        Text head = switch (command) {
            case UPDATE -> Text.of("update ").plus(name).plus(Text.of(" set x = ?"));
            case DELETE -> Text.of("delete from ").plus(name);
            default -> Text.of("select " + clauses.selected() + " from ").plus(name);
        };
        Text text = head.plus(Condition.where(held)).plus(command == Command.SELECT ? clauses.tail() : Text.EMPTY);
        QueryShape read = TextShapes.sql(text, context);
        return amended(read.command() == Command.OTHER ? bare(command, table, read.unknown()) : read, command, projection);
    }

    /** A statement whose text is not understood; all that is known of it is the table. */
    private static QueryShape bare(Command command, String table, List<String> reasons) {
        return new QueryShape(command, List.of(new QueryShape.Root("", table, "", "", false)), List.of(), List.of(), Limit.NONE,
                Projection.NONE, false, false, List.of(), reasons);
    }

    private QueryShape amended(QueryShape read, Command command, Projection projection) {
        List<Predicate> predicates = new ArrayList<>(read.predicates());
        boolean partly = held.stream().anyMatch(each -> !each.isKnown());
        if (partly) {
            predicates.add(Condition.unknown(Clause.WHERE));
        }
        if (clauses.filtersGroups()) {
            predicates.add(Condition.unknown(Clause.HAVING));
        }
        QueryShape shape = read.withCommand(command).withPredicates(List.copyOf(predicates))
                .withProjection(command == Command.SELECT ? projected(projection) : Projection.NONE);
        shape = partly ? shape.withUnknown(QueryShape.UNREAD_CONDITIONS) : shape;
        shape = clauses.knowsOrder() ? shape : shape.withUnknown(QueryShape.UNREAD_ORDER);
        return clauses.knowsColumns() ? shape : shape.withUnknown(QueryShape.UNREAD_COLUMNS);
    }

    private Projection projected(Projection projection) {
        boolean rows = Set.of(Projection.ENTITY, Projection.COLUMNS).contains(projection);
        if (!rows || clauses.selected().equals("*")) {
            return projection;
        }
        return AGGREGATE.matcher(clauses.selected()).matches() ? Projection.AGGREGATE : Projection.COLUMNS;
    }
}
