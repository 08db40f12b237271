package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads expressions: their calls become events, and what they may be becomes a set of values. */
final class ValueReader {

    private final FlowBuilder statements;
    private final LinkedBody body;
    private final MethodFlow flow;
    private final EntityTypes types;
    private final LoopHeads heads;
    private final Accessors accessors;
    private final Function<CallSite, Optional<Query>> queries;
    private final Variables variables;
    private final Stores stores;
    private final ElementSources sources;
    private final Guards guards;
    private final FunctionReader functions;
    private final Narrowing narrowing;
    private final FreshObjects fresh;
    private final HandedOver handedOver;
    private final Copying copying;
    private final Views views;
    private final Deque<Expression.Call> callers = new ArrayDeque<>();
    private final ReadCalls read;
    private final OperationReader operations;

    ValueReader(FlowBuilder statements, LinkedBody body, MethodFlow flow, EntityTypes types, LoopHeads heads,
            Function<CallSite, Optional<Query>> queries) {
        this.statements = statements;
        this.body = body;
        this.flow = flow;
        this.read = new ReadCalls(body, flow);
        this.types = types;
        this.heads = heads;
        this.accessors = new Accessors(body.owner(), heads.program());
        this.queries = queries;
        this.variables = new Variables(body);
        this.stores = new Stores(body, flow, variables);
        this.sources = new ElementSources(body, variables, heads, types);
        this.guards = new Guards(body, heads, variables, types, statements::region);
        this.narrowing = new Narrowing(body);
        this.fresh = new FreshObjects(body);
        this.handedOver = new HandedOver(statements, body, flow, types, heads, variables, sources);
        this.copying = new Copying(body, flow, types, heads, handedOver);
        this.views = new Views(body, flow, sources, heads.program());
        this.functions = new FunctionReader(this, statements, body, types, heads);
        this.operations = new OperationReader(this, statements, body);
    }

    /** Puts values into a field, whichever object it is of. */
    void write(String field, Set<Value> values) {
        stores.field(field, values);
    }

    Variables variables() {
        return variables;
    }

    ReadCalls calls() {
        return read;
    }

    ElementSources sources() {
        return sources;
    }

    Guards guards() {
        return guards;
    }

    Views views() {
        return views;
    }

    HandedOver handedOver() {
        return handedOver;
    }

    Narrowing narrowing() {
        return narrowing;
    }

    /** The call to which what is read now is given; null where it is none. */
    Expression.Call caller() {
        return callers.peek();
    }

    Optional<Query> query(CallSite site) {
        return queries.apply(site);
    }

    void yielded(Set<Value> of) {
        operations.yielded(of);
    }

    Set<Value> of(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return name(name);
        }
        if (expression instanceof Expression.Call call) {
            return call(call);
        }
        if (expression instanceof Expression.New creation) {
            return creation(creation);
        }
        if (expression instanceof Expression.Lambda lambda) {
            return functions.lambda(lambda);
        }
        if (expression instanceof Expression.MethodReference reference) {
            return functions.reference(reference);
        }
        if (expression instanceof Expression.Select select) {
            return select(select);
        }
        if (expression instanceof Expression.This && types.isMapped(body.owner().name())) {
            return Set.of(Value.of(new Origin.Parameter(-1, body.owner().name())));
        }
        return expression instanceof Expression.Assign assign ? assign(assign) : operations.of(expression);
    }

    private Set<Value> name(Expression.Name name) {
        Optional<Variable> variable = body.variable(name);
        if (variable.isPresent()) {
            return variables.of(variable.get());
        }
        String owner = body.owner().name();
        if (types.isMapped(owner)) {
            return attribute(Set.of(Value.of(new Origin.Parameter(-1, owner))), owner, name.name());
        }
        return field(owner, name.name(), body.type(name));
    }

    private Set<Value> field(String owner, String name, JavaType type) {
        String entity = types.in(type);
        return entity.isEmpty() ? Set.of() : Set.of(Value.of(new Origin.Field(owner + "." + name, entity)));
    }

    private Set<Value> select(Expression.Select select) {
        Set<Value> target = select.target() instanceof Expression.This
                ? types.isMapped(body.owner().name()) ? of(select.target()) : Set.of() : of(select.target());
        String owner = select.target() instanceof Expression.This ? body.owner().name()
                : body.type(select.target()).className();
        return types.isMapped(owner) ? attribute(target, owner, select.name())
                : field(owner, select.name(), body.type(select));
    }

    /** An association adds to the path; an embedded value is part of its entity; all else is no entity. */
    private Set<Value> attribute(Set<Value> of, String owner, String name) {
        var association = types.association(owner, name);
        if (association.isPresent()) {
            Set<Value> longer = new LinkedHashSet<>();
            of.forEach(value -> value.then(association.get()).ifPresent(longer::add));
            return longer;
        }
        return types.isEmbedded(owner, name) ? of : Set.of();
    }

    private Set<Value> assign(Expression.Assign assign) {
        Set<Value> value = of(assign.value());
        fresh.assigned(assign.target(), assign.value());
        if (assign.target() instanceof Expression.Name name) {
            stores.named(name, value, statements.region());
        } else if (assign.target() instanceof Expression.Select select) {
            of(select.target());
            String owner = select.target() instanceof Expression.This ? body.owner().name()
                    : body.type(select.target()).className();
            stores.field(owner + "." + select.name(), value);
        } else {
            of(assign.target());
        }
        return value;
    }

    private Set<Value> call(Expression.Call call) {
        Set<Value> receiver = call.target() == null ? self() : of(call.target());
        List<Set<Value>> arguments = arguments(call);
        stores.fill(call, arguments);
        views.call(call, arguments, statements.region());
        CallTarget target = narrowing.of(call, body.target(call).orElse(null));
        CallEvent event = event(call, target, statements.region(), receiver, arguments, variables.varying(call));
        event.receiverVariesIn = call.target() == null ? null : variables.varying(call.target());
        event.onElement = call.target() instanceof Expression.Name;
        event.begunWith(Used.root(call.target()), body);
        if (target == null) {
            return Set.of();
        }
        if (runsFunctions(call, arguments)) {
            event.elements = sources.of(call);
            event.exclusions = call.arguments().stream().map(each -> heads.exclusion(each, body)).toList();
        }
        event.query = query(new CallSite(call, target, body));
        accessors.project(event, stores::field);
        event.given = given(call, event);
        handedOver.arguments(target, call.arguments(), arguments);
        handedOver.receiver(call, target, receiver);
        copying.call(call, target, arguments, stores::field);
        accessors.fill(target, arguments, stores::field);
        Pages pages = new Pages(body, heads.pages());
        event.page = pages.of(call, event.query);
        event.handedOnPages = event.query.isPresent() ? Map.of() : pages.handedOn(call, target);
        return result(event, receiver, target);
    }

    /** A collector or comparator carries functions. */
    private boolean runsFunctions(Expression.Call call, List<Set<Value>> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            Expression argument = call.arguments().get(i);
            if (arguments.get(i).stream().anyMatch(value -> value.origin() instanceof Origin.Function
                    || value.origin() instanceof Origin.Result && heads.library().isFunction(body.type(argument)))) {
                return true;
            }
        }
        return false;
    }

    private Given given(Expression.Call call, CallEvent event) {
        boolean many = event.query.filter(query -> query.writes() && query.acceptsMany()).isPresent();
        return many && !call.arguments().isEmpty() ? new Given(Written.UNKNOWN, ExpressionText.of(call.arguments().get(0)),
                !heads.exclusion(call.arguments().get(0), body).isEmpty()) : Given.NOTHING;
    }

    private List<Set<Value>> arguments(Expression.Call call) {
        List<Set<Value>> arguments = new ArrayList<>(call.arguments().size());
        callers.push(call);
        call.arguments().forEach(each -> arguments.add(guards.withinFallback(call, each, () -> of(each))));
        callers.pop();
        return arguments;
    }

    private Set<Value> self() {
        String owner = body.owner().name();
        return types.isMapped(owner) ? Set.of(Value.of(new Origin.Parameter(-1, owner))) : Set.of();
    }

    Set<Value> result(CallEvent event, Set<Value> receiver, CallTarget target) {
        Optional<String> accessed = accessors.made(target);
        if (accessed.isPresent()) {
            return types.isMapped(target.owner()) ? attribute(receiver, target.owner(), accessed.get())
                    : field(target.owner(), accessed.get(), event.type);
        }
        boolean passesFunctions = event.arguments.stream().flatMap(Set::stream)
                .anyMatch(value -> value.origin() instanceof Origin.Function || value.origin() instanceof Origin.Result);
        boolean holds = event.holdsAnything() || event.yieldsUntyped();
        return event.entity.isEmpty() && !passesFunctions && !givesElements(target) && !holds ? Set.of()
                : Set.of(Value.of(new Origin.Result(event, event.entity)));
    }

    /** Whether a method of an entity may give a collection of elements that are no entities, as texts. */
    private boolean givesElements(CallTarget target) {
        return target.parameters().isEmpty() && types.isMapped(target.owner()) && heads.library().isContainer(target.returns());
    }

    CallEvent event(Expression expression, CallTarget target, Region region, Set<Value> receiver,
            List<Set<Value>> arguments, Region variesIn) {
        JavaType type = target == null ? body.type(expression) : target.returns();
        var span = expression instanceof Expression.Call call ? call.nameSpan() : expression.span();
        if (span.startLine() != span.endLine()) {
            span = new Span(span.startLine(), span.startColumn(), span.startLine(), span.startColumn() + 1);
        }
        JavaType made = expression instanceof Expression.New ? body.type(expression) : type;
        String entity = heads.library().isFunction(made) ? "" : types.in(made);
        CallEvent event = new CallEvent(region, body.owner().place(span), target, ExpressionText.of(expression), type,
                entity, receiver, List.copyOf(arguments), variesIn);
        event.dispatch = CallEvent.Dispatch.of(expression, body);
        event.exclusion = guards.areForOne(expression) ? LoopHeads.SEARCH : heads.exclusionOfFunctions(expression, body);
        guards.tell(event);
        event.stageSought = guards.areForSought(expression);
        read.add(expression, event);
        return event;
    }

    /** Notes where the elements of a list or page come from that the method gives. */
    void returned(Expression value) {
        read.returned(value);
        views.returned(value);
        boolean many = sources.isList(value) || body.type(value) instanceof JavaType.ClassType page && !page.arguments().isEmpty();
        if (many) {
            ElementSource source = sources.of(value);
            flow.returned = flow.returned == null ? source : flow.returned.and(source);
        }
    }

    /** Records that a loop reads what it goes over, which loads a lazy collection. The call that gives it stays as it is. */
    void read(Expression iterable, Set<Value> iterated) {
        CallEvent given = read.event(iterable);
        boolean reads = !iterated.isEmpty() && !(iterable instanceof Expression.Call) || given != null;
        if (reads) {
            event(iterable, null, statements.region(), iterated, List.of(), variables.varying(iterable)).iterates = true;
        }
        if (given != null) {
            read.standsFor(iterable, given);
        }
    }

    private Set<Value> creation(Expression.New creation) {
        List<Set<Value>> arguments = new ArrayList<>();
        creation.arguments().forEach(each -> arguments.add(of(each)));
        views.created(creation, arguments);
        CallTarget target = body.target(creation).orElse(null);
        CallEvent event = event(creation, target, statements.region(), Set.of(), arguments, variables.varying(creation));
        if (creation.body() != null) {
            return functions.anonymous(creation.body(), creation);
        }
        String className = body.type(creation).className();
        if (types.isMapped(className)) {
            return Set.of(Value.of(new Origin.Fresh(className)));
        }
        accessors.fill(target, arguments, stores::field);
        handedOver.arguments(target, creation.arguments(), arguments);
        return event.entity.isEmpty() ? Set.of() : Set.of(Value.of(new Origin.Result(event, event.entity)));
    }

    /** Says of each call what it hangs on, once all assignments are known. */
    void finish() {
        KeySources keys = read.keys(variables, types);
        read.finish(new Hanging(body, variables, types, keys, new KnownValues(body, heads.program()), fresh, sources), keys, sources);
        read.tellLists(variables, heads);
    }
}
