package dev.seqscan.flow;

import dev.seqscan.finding.Trail;
import dev.seqscan.finding.Trail.About;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Linker;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.Expression;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Notes what is known of the calls on one line: their types and, drawn once more, the conclusions of the methods they stand in. */
final class LineExplainer {

    /** Callers further away say little about a line. */
    private static final int MOST_METHODS = 200;

    private final List<MethodFlow> flows;
    private final World world;
    private final Callers callers;
    private final Linker linker;

    LineExplainer(List<MethodFlow> flows, World world, Callers callers, Linker linker) {
        this.flows = flows;
        this.world = world;
        this.callers = callers;
        this.linker = linker;
    }

    /** Does nothing where no line is asked about. */
    void explain(Collection<DeclaredClass> classes, Trail trail) {
        if (trail.line() == 0) {
            return;
        }
        classes.stream().filter(type -> type.file().path().equals(trail.file())).forEach(type -> types(type, trail));
        Set<MethodFlow> asked = new LinkedHashSet<>();
        for (MethodFlow flow : flows) {
            if (flow.owner.file().path().equals(trail.file()) && flow.calls.stream().anyMatch(event -> trail.asks(event.place))) {
                asked.add(flow);
            }
        }
        asked.forEach(flow -> new CallExplainer(flow, flows, world, callers).explain(trail));
        withCallers(asked).forEach(flow -> new MethodAnalysis(flow, world, new LoopFacts()).run());
    }

    /** Where rows come from is concluded in the callers, after the method itself. */
    private Set<MethodFlow> withCallers(Set<MethodFlow> asked) {
        Set<MethodFlow> all = new LinkedHashSet<>(asked);
        List<MethodFlow> level = List.copyOf(asked);
        for (int depth = 0; depth < Summary.LONGEST_CHAIN && all.size() < MOST_METHODS; depth++) {
            level = level.stream().flatMap(flow -> callers.of(flow).stream()).filter(all::add).toList();
        }
        return all;
    }

    /** All calls of made code stand at one place, and types are kept in no order. */
    private void types(DeclaredClass type, Trail trail) {
        for (LinkedBody body : linker.link(type)) {
            Map<Place, Set<String>> told = new TreeMap<>();
            for (Map.Entry<Expression, JavaType> typed : body.types()) {
                if (typed.getKey() instanceof Expression.Call call && call.target() != null
                        && trail.asks(body.owner().place(call.nameSpan()))) {
                    told.computeIfAbsent(body.owner().place(call.nameSpan()), place -> new TreeSet<>()).add(types(body, call));
                }
            }
            told.forEach((place, texts) -> texts.forEach(text -> trail.note(place, About.TYPE, () -> text)));
        }
    }

    private static String types(LinkedBody body, Expression.Call call) {
        JavaType receiver = body.target(call).isPresent() ? body.target(call).get().receiver() : body.type(call.target());
        return "called on " + text(receiver) + ", gives " + text(body.type(call));
    }

    private static String text(JavaType type) {
        return type instanceof JavaType.Unknown unknown
                ? "an unknown type" + (unknown.reason().isEmpty() ? "" : " (" + unknown.reason() + ")") : type.toString();
    }
}
