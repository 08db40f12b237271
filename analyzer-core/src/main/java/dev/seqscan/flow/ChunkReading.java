package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Statements;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells loops that read the next list of elements in each turn until one is empty or not full, and hand the whole list on:
 * {@code while (true) { rows = read(file, 200); if (rows.isEmpty()) break; store(rows); }}. So do those that go from level to
 * level of a tree: {@code while (!level.isEmpty()) { rows = read(level); next = new ArrayList<>(); .. level = next; }}.
 */
final class ChunkReading {

    private static final Set<String> SIZES = Set.of("isEmpty", "isNotEmpty", "size");
    private static final Set<String> WHOLE = Set.of("stream", "parallelStream", "forEach", "iterator", "toArray");

    private final LinkedBody body;
    private final LibraryKnowledge library;

    ChunkReading(LinkedBody body, LibraryKnowledge library) {
        this.body = body;
        this.library = library;
    }

    /** Whether a loop with that condition, or without one, reads lists so. */
    boolean isDoneBy(Statement loop, Expression condition) {
        Set<Variable> asked = new LinkedHashSet<>();
        LoopExits.conditions(loop).forEach(each -> asked.addAll(asked(each)));
        boolean endless = LoopExits.isEndless(condition);
        if (endless && condition != null) {
            Used.variables(condition, body).forEach(flag -> flag.assigned().forEach(value -> asked.addAll(asked(value))));
        }
        if (!endless) {
            asked.retainAll(asked(condition));
        }
        return asked.stream().anyMatch(list -> isList(list) && isReadIn(loop, list) && isHandedOnIn(loop, list));
    }

    /** The variables of which a test asks whether they hold elements, and how many. */
    private Set<Variable> asked(Expression test) {
        Set<Variable> found = new LinkedHashSet<>();
        Used.walk(test, each -> holder(each).flatMap(this::variable).ifPresent(found::add));
        return found;
    }

    private static Optional<Expression> holder(Expression test) {
        if (test instanceof Expression.Call call && SIZES.contains(call.name())) {
            return call.arguments().isEmpty() ? Optional.ofNullable(call.target()) : Optional.of(call.arguments().get(0));
        }
        boolean compared = test instanceof Expression.Binary same && Set.of("==", "!=").contains(same.operator())
                && same.right() instanceof Expression.Literal literal && literal.kind() == Expression.LiteralKind.NULL;
        return compared ? Optional.of(((Expression.Binary) test).left()) : Optional.empty();
    }

    private Optional<Variable> variable(Expression holder) {
        Expression named = holder instanceof Expression.Assign assign ? assign.target() : holder;
        return named instanceof Expression.Name name ? body.variable(name) : Optional.empty();
    }

    private boolean isList(Variable variable) {
        boolean set = variable.kind() == Variable.Kind.LOCAL || variable.kind() == Variable.Kind.PARAMETER && !variable.assigned().isEmpty();
        return set && library.isChunk(variable.type());
    }

    /** Whether each turn sets a variable to what a call gives, and not to a part of what it held. */
    private boolean isReadIn(Statement loop, Variable list) {
        Set<Expression> inside = Collections.newSetFromMap(new IdentityHashMap<>());
        visit(loop, inside::add);
        List<Expression> values = list.assigned().stream().filter(inside::contains).toList();
        return !values.isEmpty() && values.stream().allMatch(each -> (each instanceof Expression.Call || isNext(each, inside))
                && !Used.variables(each, body).contains(list));
    }

    /** The list that a turn has made for the next one, or a copy of it: {@code level = next}. */
    private boolean isNext(Expression value, Set<Expression> inside) {
        Expression source = value instanceof Expression.New copy && copy.body() == null && copy.arguments().size() == 1
                ? copy.arguments().get(0) : value;
        return variable(source).filter(this::isList).filter(next -> !next.assigned().isEmpty()
                && next.assigned().stream().allMatch(each -> inside.contains(each) && isEmpty(each))).isPresent();
    }

    private static boolean isEmpty(Expression made) {
        return made instanceof Expression.New creation && creation.body() == null && creation.arguments().isEmpty()
                || made instanceof Expression.Call call && call.arguments().isEmpty() && call.target() instanceof Expression.Name;
    }

    private boolean isHandedOnIn(Statement loop, Variable list) {
        List<Expression> whole = new ArrayList<>();
        visit(loop, part -> {
            if (part instanceof Expression.Call call) {
                whole.addAll(SIZES.contains(call.name()) ? List.of() : call.arguments());
                whole.addAll(call.target() != null && WHOLE.contains(call.name()) ? List.of(call.target()) : List.of());
            } else if (part instanceof Expression.New creation) {
                whole.addAll(creation.arguments());
            }
        });
        addIterated(Statements.loopBody(loop), whole);
        return whole.stream().anyMatch(each -> variable(each).filter(list::equals).isPresent());
    }

    private static void visit(Statement loop, Consumer<Expression> visitor) {
        LoopExits.ownConditions(loop).forEach(each -> Used.walk(each, visitor));
        if (loop instanceof Statement.For counted) {
            counted.update().forEach(each -> Used.walk(each, visitor));
        }
        Expressions.visit(Statements.loopBody(loop), visitor);
    }

    private static void addIterated(Statement statement, List<Expression> iterated) {
        if (statement instanceof Statement.ForEach each) {
            iterated.add(each.iterable());
        }
        if (statement != null) {
            Statements.children(statement).forEach(child -> addIterated(child, iterated));
        }
    }
}
