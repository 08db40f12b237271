package dev.seqscan.flow;

import dev.seqscan.finding.Trail;
import dev.seqscan.program.Program;
import dev.seqscan.query.FetchPlans;
import dev.seqscan.source.Steps;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the analysis of one method may ask about all others. */
final class World {

    private final Program program;
    private final CallGraph graph;
    private final EntityTypes types;
    private final LibraryKnowledge library;
    private final FetchPlans plans;
    private Map<String, Set<Value>> fields = new HashMap<>();
    private Trail trail = Trail.NONE;
    private final BegunTransactions transactions = new BegunTransactions(this);
    private final Map<MethodFlow, Bindings> bindings = new IdentityHashMap<>();
    private final Map<MethodFlow, Set<CallEvent>> below = new ConcurrentHashMap<>();

    World(Program program, CallGraph graph, EntityTypes types, LibraryKnowledge library, FetchPlans plans) {
        this.program = program;
        this.graph = graph;
        this.types = types;
        this.library = library;
        this.plans = plans;
    }

    void count(Steps.Step step) {
        program.steps().count(step);
    }

    EntityTypes types() {
        return types;
    }

    LibraryKnowledge library() {
        return library;
    }

    FetchPlans plans() {
        return plans;
    }

    /** Where conclusions are noted from now on. */
    Trail trail() {
        return trail;
    }

    void trail(Trail asked) {
        trail = asked;
    }

    Map<String, Set<Value>> fields() {
        return fields;
    }

    void fields(Map<String, Set<Value>> known) {
        fields = known;
    }

    /** The methods a call may reach; the first few where there are many. */
    List<MethodFlow> targets(CallEvent event, MethodFlow from) {
        List<MethodFlow> all = graph.targets(event, from);
        return all.size() <= CallGraph.MOST_TARGETS ? all : all.subList(0, CallGraph.MOST_TARGETS);
    }

    /** All methods a call may reach, however many. */
    List<MethodFlow> allTargets(CallEvent event, MethodFlow from) {
        return graph.targets(event, from);
    }

    /** What a call may reach beside the first few methods, where there are many. */
    List<MethodFlow> otherTargets(CallEvent event, MethodFlow from) {
        List<MethodFlow> all = graph.targets(event, from);
        return all.size() <= CallGraph.MOST_TARGETS ? List.of() : all.subList(CallGraph.MOST_TARGETS, all.size());
    }

    /** Whether a call on an object gets to a method, as far as the class of the object is known. */
    boolean mayReach(String object, String method, MethodFlow from) {
        return KnownValues.objectClass(object).map(each -> graph.mayReach(each, method, from)).orElse(true);
    }

    /** Whether a class of that name was read. */
    boolean isRead(String className) {
        return graph.isRead(className);
    }

    /** Whether the program declares a class of that name, with code or without. */
    boolean isDeclared(String className, MethodFlow from) {
        return program.declared(className, from.owner.module()).isPresent();
    }

    /** How sure it is which methods a call reaches. */
    Reach reach(CallEvent event, MethodFlow from) {
        int targets = graph.targets(event, from).size();
        return targets <= 1 ? Reach.SURE : targets <= CallGraph.MOST_TARGETS ? Reach.AMBIGUOUS : Reach.VAGUE;
    }

    /** Who calls the functions of a method; asked when all summaries are there. */
    Bindings bindings(MethodFlow flow) {
        return bindings.computeIfAbsent(flow, key -> {
            Bindings bound = new Bindings();
            new Binder(key, this, bound, new Summary()).bind();
            return bound;
        });
    }

    /** The regions in which a method begins transactions that later calls end. */
    List<Region> begunTransactions(MethodFlow flow) {
        return transactions.of(flow);
    }

    /** Whether a method makes a call, itself or through the methods that it calls; asked of few. */
    boolean leadsTo(MethodFlow flow, CallEvent call) {
        return below.computeIfAbsent(flow, key -> new CallsBelow(this).of(key)).contains(call);
    }

    Summary summary(MethodFlow flow) {
        return flow.summary;
    }

    void summary(MethodFlow flow, Summary summary) {
        flow.summary = summary;
    }
}
