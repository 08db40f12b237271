package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Program;
import dev.seqscan.program.made.MadeBodies;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Objects that are given to a reader nobody sees: it walks over them as a loop does, and calls a method of each. */
final class HandedOver {

    private final FlowBuilder statements;
    private final LinkedBody body;
    private final MethodFlow flow;
    private final EntityTypes types;
    private final LibraryKnowledge library;
    private final Program program;
    private final Variables variables;
    private final ElementSources sources;

    HandedOver(FlowBuilder statements, LinkedBody body, MethodFlow flow, EntityTypes types, LoopHeads heads,
            Variables variables, ElementSources sources) {
        this.sources = sources;
        this.statements = statements;
        this.body = body;
        this.flow = flow;
        this.types = types;
        this.library = heads.library();
        this.program = heads.program();
        this.variables = variables;
    }

    /** What reads: the method that it calls of each object, and what its going over many of them is called. */
    enum Reader {
        SERIALISER(MadeBodies.SERIALISER, Primitive.VOID, "serialisation"),
        TEXT("toString", ClassType.STRING, "printing"),
        HASH("hashCode", Primitive.INT, "hashing"),
        MAPPER("", Primitive.VOID, "mapping");

        private final String method;
        private final JavaType returns;
        private final String loop;

        Reader(String method, JavaType returns, String loop) {
            this.method = method;
            this.returns = returns;
            this.loop = loop;
        }
    }

    /** Which objects a method behind which a reader stands lets it read. */
    enum Which {
        /** All arguments. */
        GIVEN,
        /** The first argument: a key. */
        FIRST,
        /** What the method is called on. */
        OWN,
        /** What the stream has that the collector made by the method is given to. */
        COLLECTED
    }

    /** Records what a call or the creation of an object gives to a reader. */
    void arguments(CallTarget target, List<Expression> given, List<Set<Value>> arguments) {
        Optional<Reader> reader = target == null ? Optional.empty() : library.reader(target);
        Which which = reader.isEmpty() ? Which.GIVEN : library.read(target);
        boolean first = which == Which.FIRST;
        for (int i = 0; reader.isPresent() && i < (first ? Math.min(1, arguments.size()) : arguments.size()); i++) {
            if (first || which == Which.GIVEN) {
                to(reader.get(), given.get(i), arguments.get(i));
            }
        }
    }

    /** Records that what a call is made on is given to a reader, by the method itself or by a collector. */
    void receiver(Expression.Call call, CallTarget target, Set<Value> receiver) {
        if (receiver.isEmpty()) {
            return;
        }
        if (library.read(target) == Which.OWN) {
            library.reader(target).ifPresent(reader -> to(reader, reader.method, call.target(), receiver, call.nameSpan()));
        }
        for (Expression argument : call.arguments()) {
            Optional<CallTarget> collector = argument instanceof Expression.Call made ? body.target(made) : Optional.empty();
            collector.filter(each -> library.read(each) == Which.COLLECTED).flatMap(library::reader)
                    .ifPresent(reader -> to(reader, reader.method, call.target(), receiver, call.nameSpan()));
        }
    }

    /** Joined with a text an object becomes one. */
    void operand(Expression.Binary operation, Expression operand, Set<Value> values) {
        if (!values.isEmpty() && operation.operator().equals("+")) {
            to(Reader.TEXT, operand, values);
        }
    }

    /** Records that what a method returns is written; {@code closed} if no lazy association can be loaded then. */
    void answer(Expression given, Set<Value> of, boolean closed) {
        int first = flow.calls.size();
        to(Reader.SERIALISER, MadeBodies.serialiser(body.owner(), body.method()), given, of, given.span());
        flow.calls.subList(first, flow.calls.size()).forEach(event -> event.closed = closed);
    }

    /** Records that the properties of objects are copied by a method of theirs. */
    void mapped(String method, Expression given, Set<Value> of) {
        to(Reader.MAPPER, method, given, of, given.span());
    }

    /** Records that an expression with some values is given to a reader. */
    void to(Reader reader, Expression given, Set<Value> of) {
        to(reader, reader.method, given, of, given.span());
    }

    private void to(Reader reader, String method, Expression given, Set<Value> of, Span at) {
        Set<String> classes = new LinkedHashSet<>();
        of.stream().map(Value::entity).filter(each -> !each.isEmpty()).forEach(classes::add);
        JavaType type = body.type(given);
        if (classes.isEmpty()) {
            JavaType element = element(type, 0);
            boolean read = reader == Reader.SERIALISER || program.declared(element.className(), body.owner().module()).isPresent();
            if (read && element instanceof JavaType.ClassType && !library.isContainer(element)) {
                classes.add(element.className());
            }
        }
        classes.forEach(each -> walk(reader, new CallTarget(each, method, List.of(), reader.returns, JavaType.of(each), false, false),
                given, of, at));
    }

    private void walk(Reader reader, CallTarget target, Expression given, Set<Value> of, Span at) {
        String className = target.owner();
        JavaType type = body.type(given);
        Region loop = statements.open(Region.Kind.LOOP, at);
        loop.implicit = true;
        boolean many = holdsMany(type, 0);
        loop.head = new LoopHead(reader.loop, body.owner().place(LoopHeads.oneLine(at)), ExpressionText.of(given),
                of, "", many ? sources.of(given) : ElementSource.PARTS);
        Value element = new Value(new Origin.Element(loop, className), List.of(), loop);
        Set<Value> receiver = types.isMapped(className) ? many ? Set.of(element) : of : Set.of();
        CallEvent event = event(given, at, target, many ? loop : loop.parent, receiver);
        event.parts = many ? null : loop;
        event.receiverVariesIn = many ? null : variables.varying(given);
        event.serialises = reader == Reader.SERIALISER;
    }

    private CallEvent event(Expression given, Span at, CallTarget target, Region region, Set<Value> receiver) {
        CallEvent event = new CallEvent(region, body.owner().place(LoopHeads.oneLine(at)), target, ExpressionText.of(given),
                target.returns(), "", receiver, List.of(), region);
        flow.calls.add(event);
        region.calls.add(event);
        return event;
    }

    /** What a type holds at last: the order of a {@code ResponseEntity<Page<Order>>}. */
    static JavaType element(JavaType type, int depth) {
        if (type instanceof JavaType.ArrayType array) {
            return element(array.element(), depth + 1);
        }
        boolean holds = depth < 5 && type instanceof JavaType.ClassType named && !named.arguments().isEmpty();
        return holds ? element(((JavaType.ClassType) type).arguments().get(((JavaType.ClassType) type).arguments().size() - 1),
                depth + 1) : type;
    }

    /** A generic class of the program most often holds a page of its argument; single rows are known by their origin. */
    private boolean holdsMany(JavaType type, int depth) {
        if (library.isContainer(type)) {
            return true;
        }
        if (depth > 4 || !(type instanceof JavaType.ClassType named) || named.arguments().isEmpty()) {
            return false;
        }
        boolean wrapper = !types.isMapped(named.name()) && program.declared(named.name(), body.owner().module()).isPresent();
        return wrapper
                || named.arguments().stream().anyMatch(each -> holdsMany(each, depth + 1));
    }
}
