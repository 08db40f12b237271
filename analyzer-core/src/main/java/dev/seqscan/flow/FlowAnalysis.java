package dev.seqscan.flow;

import dev.seqscan.config.Settings;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.finding.Trail;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Linker;
import dev.seqscan.program.Module;
import dev.seqscan.program.Shapes;
import dev.seqscan.program.made.CopyBodies;
import dev.seqscan.program.made.TemplateBodies;
import dev.seqscan.program.made.TemplateUse;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.FetchPlans;
import dev.seqscan.query.Query;
import dev.seqscan.query.UserMethods;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Progress;
import dev.seqscan.source.Stage;
import dev.seqscan.source.Steps;
import dev.seqscan.source.Workers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** Links the bodies of a program, summarises its methods from the callees to the callers, and tells what repeats. */
public final class FlowAnalysis {

    private static final int DEEPEST_FRAGMENT = 8;

    private final Shapes shapes;
    private final EntityModel entities;
    private final Settings settings;
    private final BiFunction<Module, CallSite, Optional<Query>> queries;
    private final UserMethods users;
    private final Linker linker;
    private final Notices notices;
    private final Progress progress;
    private int calls;
    private int unresolved;

    /**
     * Takes all signatures, the mapped entities, the settings, what tells which call sends which statement, what the user
     * says, and who is told how far it is.
     */
    public FlowAnalysis(Shapes shapes, EntityModel entities, Settings settings,
            BiFunction<Module, CallSite, Optional<Query>> queries, UserMethods users, Notices notices,
            Progress progress) {
        this.shapes = shapes;
        this.progress = progress;
        this.notices = notices;
        this.entities = entities;
        this.settings = settings;
        this.queries = queries;
        this.users = users;
        this.linker = new Linker(shapes);
    }

    /** Analyses classes; test classes are left out, since nothing in production calls them. */
    public Flow analyse(Collection<DeclaredClass> classes) {
        return analyse(classes, Trail.NONE);
    }

    /** The same, with all conclusions about the line that a trail asks about. */
    public Flow analyse(Collection<DeclaredClass> classes, Trail trail) {
        progress.begin(Stage.LINK);
        LibraryKnowledge library = new LibraryKnowledge(linker.types(anyModule(classes)), users);
        EntityTypes types = new EntityTypes(entities, EntityInterfaces.of(classes, entities, shapes.program(),
                type -> linker.types(type.module())));
        BeanConditions conditions = new BeanConditions(settings, shapes.program());
        List<MethodFlow> flows = present(flows(classes, types, new Serialisation(classes, settings, library)), conditions);
        progress.begin(Stage.FOLLOW);
        CallGraph graph = new CallGraph(flows, shapes.program(), conditions, flow -> linker.types(flow.owner.module()));
        graph.findTargets(flows);
        World world = new World(shapes.program(), graph, types, library, new FetchPlans(entities, settings));
        List<List<MethodFlow>> order = new CallOrder(flows, world).calleesFirst();
        Workers.Beside<Set<String>> unused = Workers.beside(() -> unused(flows, graph, library));
        Workers.Beside<Callers> calling = Workers.beside(() -> callers(flows, world));
        Workers.Beside<Set<String>> vague = Workers.beside(() -> VagueMethods.of(flows, world));
        LoopFacts facts = new Summaries(order, world).find();
        Callers callers = calling.join();
        world.trail(trail);
        Flow flow = new FlowReport(flows, world, callers, unused.join(), vague.join()).report(facts, notJudged());
        new LineExplainer(flows, world, callers, linker).explain(classes, trail);
        return flow;
    }

    /** Without the classes of which no object runs in production. */
    private static List<MethodFlow> present(List<MethodFlow> flows, BeanConditions conditions) {
        Set<String> made = new HashSet<>();
        flows.forEach(flow -> flow.calls.stream().filter(event -> event.target != null && event.target.name().equals("<init>"))
                .forEach(event -> made.add(event.target.owner())));
        Map<String, Boolean> absent = new HashMap<>();
        return flows.stream().filter(flow -> !absent.computeIfAbsent(flow.owner.name() + " " + flow.owner.file().path(),
                key -> conditions.isAbsent(flow.owner, made))).toList();
    }

    /** Beside the summaries: it asks for types and for targets of calls, all of which were found before, and for no summary. */
    private Set<String> unused(List<MethodFlow> flows, CallGraph graph, LibraryKnowledge library) {
        return UnusedMethods.of(flows, graph, library, shapes.program(), flow -> linker.types(flow.owner.module()));
    }

    /** Beside the summaries as well; what needs them is left to the first question. */
    private Callers callers(List<MethodFlow> flows, World world) {
        return new Callers(flows, world, new Overridden(shapes.program(), flow -> linker.types(flow.owner.module())));
    }

    /** Several classes at a time; each thread has a linker of its own, since a linker remembers what it looked up. */
    private List<MethodFlow> flows(Collection<DeclaredClass> classes, EntityTypes types, Serialisation serialisation) {
        List<DeclaredClass> production = classes.stream().filter(type -> !type.isTest()).toList();
        ThreadLocal<Linker> linkers = ThreadLocal.withInitial(() -> new Linker(shapes));
        PageObjects pages = PageObjects.of(production, shapes.program());
        ThreadLocal<LoopHeads> heads = ThreadLocal.withInitial(() -> new LoopHeads(shapes.program(),
                new LibraryKnowledge(linkers.get().types(anyModule(classes)), users), module -> linkers.get().types(module), pages));
        AtomicInteger begun = new AtomicInteger();
        List<List<MethodFlow>> built = Workers.map(production, type -> {
                    progress.tell("following the calls of classes", begun.incrementAndGet(), production.size());
                    return flows(type, linkers.get(), heads.get(), types, serialisation);
                },
                (type, fault) -> notices.add(Notice.Kind.INTERNAL, type.file().path(),
                        type.declaration().nameSpan().startLine(), "SeqScan failed to link " + type.name() + ": " + fault));
        List<MethodFlow> flows = new ArrayList<>();
        built.stream().filter(Objects::nonNull).forEach(flows::addAll);
        flows.addAll(copies(flows, linkers.get(), heads.get(), types, serialisation));
        flows.addAll(templates(flows, linkers.get(), heads.get(), types, serialisation));
        flows.forEach(flow -> flow.calls.forEach(this::count));
        return flows;
    }

    private List<MethodFlow> flows(DeclaredClass type, Linker own, LoopHeads heads, EntityTypes types,
            Serialisation serialisation) {
        List<MethodFlow> flows = new ArrayList<>();
        for (LinkedBody body : own.link(type)) {
            flows.add(FlowBuilder.build(body, types, heads, site -> queries.apply(type.module(), site), serialisation));
        }
        return flows;
    }

    /** What mappers read, now that it is known which classes they copy into which. */
    private List<MethodFlow> copies(List<MethodFlow> flows, Linker own, LoopHeads heads, EntityTypes types,
            Serialisation serialisation) {
        CopyBodies bodies = new CopyBodies(shapes.program());
        Map<String, Copying.Copy> wanted = new TreeMap<>();
        flows.forEach(flow -> flow.copies.forEach(each -> wanted.put(each.source().name() + " " + each.target().name(), each)));
        return wanted.values().stream().map(each -> FlowBuilder.build(own.link(each.source(), bodies.of(each.source(), each.target())),
                types, heads, site -> queries.apply(each.source().module(), site), serialisation)).toList();
    }

    /** What templates read, now that it is known what they are shown with; those that fragments include come after them. */
    private List<MethodFlow> templates(List<MethodFlow> flows, Linker own, LoopHeads heads, EntityTypes types,
            Serialisation serialisation) {
        TemplateBodies bodies = new TemplateBodies(shapes.program());
        TemplateUses uses = new TemplateUses();
        flows.forEach(flow -> uses.add(flow.templates));
        Map<String, MethodFlow> built = new TreeMap<>();
        for (int round = 0; round < DEEPEST_FRAGMENT; round++) {
            for (TemplateUse use : uses.takeChanged()) {
                DeclaredClass owner = use.template().type();
                MethodFlow flow = FlowBuilder.build(own.link(owner, bodies.of(use, own.types(owner.module()))), types, heads,
                        site -> queries.apply(owner.module(), site), serialisation);
                built.put(use.key(), flow);
                uses.add(flow.templates);
            }
        }
        return List.copyOf(built.values());
    }

    private static Module anyModule(Collection<DeclaredClass> classes) {
        return classes.stream().findFirst().map(DeclaredClass::module).orElse(new Module("", "", Set.of("")));
    }

    private void count(CallEvent event) {
        calls++;
        unresolved += event.target == null && !event.iterates ? 1 : 0;
    }

    private TreeMap<String, Integer> notJudged() {
        TreeMap<String, Integer> counts = new TreeMap<>();
        counts.put("calls", calls);
        counts.put("calls whose target is not known", unresolved);
        return counts;
    }
}
