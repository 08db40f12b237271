package dev.seqscan.flow;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.program.made.MadeBodies;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Walks the statements of a linked body and opens a region for each loop. */
final class FlowBuilder {

    private final LinkedBody body;
    private final MethodFlow flow;
    private final EntityTypes types;
    private final ValueReader values;
    private final LoopHeads heads;
    private final Deque<Region> regions = new ArrayDeque<>();
    /** What a {@code break} without a label leaves: a loop, or a switch, which is no region. */
    private final Deque<Optional<Region>> breakable = new ArrayDeque<>(List.of(Optional.empty()));
    private final Failures failures = new Failures();
    private final Deque<Set<Value>> returns = new ArrayDeque<>();

    private final boolean answers;
    private final boolean closed;
    private final boolean closedInView;

    private FlowBuilder(LinkedBody body, EntityTypes types, LoopHeads heads, Function<CallSite, Optional<Query>> queries,
            Serialisation serialisation) {
        this.answers = serialisation.writesResultOf(body);
        this.closed = answers && serialisation.isClosed(body);
        this.closedInView = serialisation.isClosedInView();
        this.body = body;
        this.flow = new MethodFlow(body);
        this.types = types;
        this.heads = heads;
        this.values = new ValueReader(this, body, flow, types, heads, queries);
    }

    /** The flow of one body. */
    static MethodFlow build(LinkedBody body, EntityTypes types, LoopHeads heads, Function<CallSite, Optional<Query>> queries,
            Serialisation serialisation) {
        FlowBuilder builder = new FlowBuilder(body, types, heads, queries, serialisation);
        builder.build();
        return builder.flow;
    }

    private void build() {
        regions.push(flow.root);
        Region outside = ImplicitLoops.around(body, heads.library()).map(this::implicitLoop).orElse(flow.root);
        for (int i = 0; i < body.parameterTypes().size(); i++) {
            boolean function = heads.library().isFunction(body.parameterTypes().get(i));
            String entity = function ? "" : types.in(body.parameterTypes().get(i));
            int index = i;
            body.declared(body.method().parameters().get(i)).ifPresent(variable -> {
                values.variables().declare(variable, outside);
                values.variables().put(variable, Set.of(new Value(new Origin.Parameter(index, entity), List.of(),
                        outside == flow.root ? null : outside)));
            });
        }
        regions.push(outside);
        returns.push(flow.returns);
        statement(body.method().body());
        returns.pop();
        values.views().finish(closedInView);
        values.finish();
        values.calls().traceRows(types, heads.library());
        regions.clear();
    }

    private Region implicitLoop(LoopHead head) {
        Region loop = open(Region.Kind.LOOP, body.method().nameSpan());
        loop.head = head;
        loop.implicit = true;
        return loop;
    }

    Region region() {
        return regions.peek();
    }

    /** Runs a part of the walk inside a function's region; what it returns goes there. */
    void inFunction(Region function, Statement.Block block) {
        Set<Value> returned = new LinkedHashSet<>();
        function.returns.add(returned);
        regions.push(function);
        returns.push(returned);
        statement(block);
        returns.pop();
        regions.pop();
    }

    Region open(Region.Kind kind, Span span) {
        Region region = new Region(kind, regions.peek(), body.owner().place(span));
        flow.regions.add(region);
        return region;
    }

    private void statement(Statement statement) {
        if (statement == null) {
            return;
        }
        if (statement instanceof Statement.Block block) {
            int first = flow.calls.size();
            statements(block.statements());
            if (!block.statements().isEmpty()) {
                markLeaving(first, block.statements().get(block.statements().size() - 1));
            }
        } else if (statement instanceof Statement.Evaluate each) {
            values.of(each.expression());
        } else if (statement instanceof Statement.Local each) {
            local(each);
        } else if (statement instanceof Statement.Return each) {
            int first = flow.calls.size();
            if (each.value() != null) {
                Set<Value> returned = values.of(each.value());
                returns.peek().addAll(returned);
                if (returns.peek() == flow.returns) {
                    values.returned(each.value());
                }
                if (answers && returns.peek() == flow.returns) {
                    values.handedOver().answer(each.value(), returned, closed);
                }
            }
            markLeaving(first, each);
        } else if (statement instanceof Statement.If each) {
            branches(each);
        } else if (statement instanceof Statement.ForEach each) {
            forEach(each);
        } else if (statement instanceof Statement.For || statement instanceof Statement.While
                || statement instanceof Statement.DoWhile) {
            loop(statement);
        } else {
            other(statement);
        }
    }

    private void branches(Statement.If branch) {
        values.of(branch.condition());
        if (!values.guards().neverHolds(branch.condition(), true)) {
            values.narrowing().within(branch.condition(), () -> guarded(branch.condition(), true, branch.then(), branch.otherwise()));
        }
        if (branch.otherwise() != null && !values.guards().neverHolds(branch.condition(), false)) {
            guarded(branch.condition(), false, branch.otherwise(), branch.then());
        }
    }

    private void guarded(Expression condition, boolean holds, Statement code, Statement otherwise) {
        List<Statement> instead = otherwise == null ? List.of() : List.of(otherwise);
        values.guards().within(condition, holds, List.of(code), instead, () -> values.guards().inBranch(() -> {
            statement(code);
            return null;
        }));
    }

    /** After {@code if (known != null) return known;} the rest of a block runs only if nothing was known. */
    private void statements(List<Statement> block) {
        for (int i = 0; i < block.size(); i++) {
            Statement next = block.get(i);
            statement(next);
            if (next instanceof Statement.If branch && branch.otherwise() == null && i + 1 < block.size()
                    && LoopExits.jumps(branch.then())) {
                if (!values.guards().neverHolds(branch.condition(), false)) {
                    afterJump(branch, block.subList(i + 1, block.size()));
                }
                return;
            }
        }
    }

    private void afterJump(Statement.If jump, List<Statement> rest) {
        Expression condition = jump.condition();
        Runnable walk = () -> values.guards().within(condition, false, rest, List.of(jump.then()), () -> {
            statements(rest);
            return null;
        });
        if (condition instanceof Expression.Unary not && not.operator().equals("!")) {
            values.narrowing().within(not.operand(), walk);
        } else {
            walk.run();
        }
    }

    /** What stands before a jump out of a loop runs once in it. */
    private void markLeaving(int first, Statement last) {
        Region outermost = null;
        if (last instanceof Statement.Break jump) {
            outermost = jump.label() == null ? breakable.peekFirst().orElse(null) : outermostLoop();
        } else if (last instanceof Statement.Return) {
            outermost = outermostLoop();
        } else if (last instanceof Statement.Throw) {
            outermost = failures.outermost(regions.peek());
        }
        if (outermost != null) {
            Leaving leaving = new Leaving(regions.peek(), outermost);
            flow.calls.subList(first, flow.calls.size()).stream().filter(event -> event.leaving == null)
                    .forEach(event -> event.leaving = leaving);
        }
    }

    private Region outermostLoop() {
        Region outermost = null;
        for (Region each = regions.peek(); each != null && each.kind == Region.Kind.LOOP && !each.implicit; each = each.parent) {
            outermost = each;
        }
        return outermost;
    }

    private void local(Statement.Local local) {
        Optional<Variable> variable = body.declared(local);
        variable.ifPresent(each -> values.variables().declare(each, regions.peek()));
        if (local.initializer() != null) {
            Set<Value> initial = values.of(local.initializer());
            variable.ifPresent(each -> values.variables().put(each, initial));
        }
    }

    private void forEach(Statement.ForEach loop) {
        Set<Value> iterated = values.of(loop.iterable());
        values.read(loop.iterable(), iterated);
        boolean reader = MadeBodies.isReader(body.method());
        if (reader && types.isMapped(body.owner().name())) {
            throughParts(loop, iterated);
            return;
        }
        Region region = open(Region.Kind.LOOP, loop.header());
        region.head = heads.forEach(loop, body, iterated, values.sources().of(loop.iterable()));
        region.head = reader ? region.head.excluded(CarriedRows.WAY) : region.head;
        regions.push(region);
        body.declared(loop.variable()).ifPresent(variable -> {
            values.variables().declare(variable, region);
            region.takesGroups = heads.library().isGroup(variable.type());
            values.variables().comesFrom(variable, loop.iterable());
            String entity = types.in(variable.type());
            if (!entity.isEmpty() || variable.type() instanceof JavaType.TypeVariable) {
                values.variables().put(variable, Set.of(new Value(new Origin.Element(region, entity), List.of(), region)));
            }
        });
        breakable.push(Optional.of(region));
        statement(loop.body());
        breakable.pop();
        regions.pop();
        values.calls().markExits(loop, region);
    }

    /** A reader's way through an object and its parts: who loops is the one that gave it the objects. */
    private void throughParts(Statement.ForEach loop, Set<Value> parts) {
        body.declared(loop.variable()).ifPresent(variable -> {
            values.variables().declare(variable, regions.peek());
            if (!types.in(variable.type()).isEmpty()) {
                values.variables().put(variable, parts);
            }
        });
        statement(loop.body());
    }

    private void loop(Statement statement) {
        Expression condition = null;
        Statement inner;
        Region region = open(Region.Kind.LOOP, heads.headerOf(statement));
        if (statement instanceof Statement.For loop) {
            loop.init().forEach(this::statement);
            condition = loop.condition();
            inner = loop.body();
        } else if (statement instanceof Statement.While loop) {
            condition = loop.condition();
            inner = loop.body();
        } else {
            condition = ((Statement.DoWhile) statement).condition();
            inner = ((Statement.DoWhile) statement).body();
        }
        region.head = heads.counted(statement, condition, body, values.sources().ofCondition(condition));
        region.endless = LoopExits.isEndless(condition);
        regions.push(region);
        if (statement instanceof Statement.For loop) {
            loop.init().forEach(each -> body.declared(each).ifPresent(variable -> values.variables().declare(variable, region)));
        }
        if (condition != null) {
            values.of(condition);
            Used.variables(condition, body).forEach(variable -> values.variables().stepsIn(variable, region));
        }
        breakable.push(Optional.of(region));
        statement(inner);
        breakable.pop();
        if (statement instanceof Statement.For loop) {
            loop.update().forEach(values::of);
        }
        regions.pop();
        values.calls().markExits(statement, region);
    }

    private void other(Statement statement) {
        if (statement instanceof Statement.Try tried) {
            failures.within(tried, regions.peek(), () -> {
                tried.resources().forEach(this::statement);
                statement(tried.body());
            });
            tried.catches().forEach(this::caught);
            statement(tried.last());
        } else if (statement instanceof Statement.Switch choice) {
            values.of(choice.selector());
            breakable.push(Optional.empty());
            values.guards().withinCases(choice.selector(), choice.cases(), this::all);
            breakable.pop();
        } else if (statement instanceof Statement.Yield each) {
            values.yielded(values.of(each.value()));
        } else if (statement instanceof Statement.Throw each) {
            int first = flow.calls.size();
            values.of(each.value());
            markLeaving(first, each);
        } else if (statement instanceof Statement.Synchronized each) {
            values.of(each.lock());
            statement(each.body());
        } else if (statement instanceof Statement.Labeled each) {
            statement(each.body());
        } else if (statement instanceof Statement.Assert each) {
            values.of(each.condition());
        }
    }

    private void caught(Statement.Catch handler) {
        int first = flow.regions.size();
        int firstCall = flow.calls.size();
        statement(handler.body());
        if (handler.types().stream().map(body.owner()::resolve).anyMatch(heads.library()::saysNothing)) {
            return;
        }
        flow.regions.subList(first, flow.regions.size()).forEach(each -> each.afterFailure = true);
        flow.calls.subList(firstCall, flow.calls.size()).forEach(each -> each.afterFailure = true);
    }

    void all(List<Statement> statements) {
        statements.forEach(this::statement);
    }
}
