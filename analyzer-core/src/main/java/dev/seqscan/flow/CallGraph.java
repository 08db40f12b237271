package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Program;
import dev.seqscan.program.Types;
import dev.seqscan.source.Workers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Which methods of the program a call may reach: class hierarchy analysis over the classes that were read. Threads share it. */
final class CallGraph {

    /** More targets than this are not followed. */
    static final int MOST_TARGETS = 4;

    private static final int DEEPEST = 8;

    private final Map<String, MethodFlow> byKey = new LinkedHashMap<>();
    private final Map<String, List<MethodFlow>> byName = new HashMap<>();
    private final Set<String> classes = new HashSet<>();
    private final Program program;
    private final BeanConditions conditions;
    private final Function<MethodFlow, Types> types;
    private final Map<Called, List<MethodFlow>> known = new ConcurrentHashMap<>();
    /** The classes by the class that they extend, once they are asked for. */
    private volatile Map<String, List<String>> extending;

    CallGraph(Collection<MethodFlow> flows, Program program, BeanConditions conditions, Function<MethodFlow, Types> types) {
        this.program = program;
        this.conditions = conditions;
        this.types = types;
        for (MethodFlow flow : flows) {
            byKey.putIfAbsent(flow.key, flow);
            classes.add(flow.owner.name());
            byName.computeIfAbsent(name(flow), key -> new ArrayList<>()).add(flow);
        }
        byName.values().forEach(each -> each.sort(Comparator.comparing(flow -> flow.key)));
    }

    /** Finds the targets of all calls, of several methods at a time. */
    void findTargets(List<MethodFlow> flows) {
        Workers.map(flows, flow -> {
            flow.calls.forEach(event -> targets(event, flow));
            return flow;
        });
    }

    private static String name(MethodFlow flow) {
        return flow.method.name() + "/" + flow.parameterTypes.size();
    }

    /** The methods that a call may reach, ordered by name; more than {@link #MOST_TARGETS} are cut by the caller. */
    List<MethodFlow> targets(CallEvent event, MethodFlow from) {
        if (event.targets == null) {
            event.targets = event.target == null ? List.of() : switch (event.dispatch) {
                case SUPER -> above(event.target);
                case OBJECT -> ofClass(KnownValues.objectClass(event.hanging.on()), below(event.target, from), from);
                case FIELD -> below(event.target, from).stream().filter(each -> !decorates(each, event.target, from)).toList();
            };
        }
        return event.targets;
    }

    private List<MethodFlow> ofClass(Optional<String> made, List<MethodFlow> targets, MethodFlow from) {
        return made.isEmpty() || targets.size() < 2 ? targets
                : targets.stream().filter(each -> mayReach(made.get(), each.key, from)).toList();
    }

    /** Whether an object of exactly that class runs a method: it has or inherits it, and no nearer class overrides it. */
    boolean mayReach(String className, String method, MethodFlow from) {
        MethodFlow flow = byKey.get(method);
        if (flow == null || !classes.contains(className)) {
            return true;
        }
        Types known = types.apply(from);
        return isAbove(flow, className, known) && byName.getOrDefault(name(flow), List.of()).stream().noneMatch(other ->
                other != flow && sameParameters(other, flow.owner.name(), flow.parameterTypes, known) && isAbove(other, className, known)
                        && !other.owner.name().equals(flow.owner.name()) && isAbove(flow, other.owner.name(), known));
    }

    private static boolean isAbove(MethodFlow flow, String className, Types types) {
        return className.equals(flow.owner.name()) || types.asSuper(JavaType.of(className), flow.owner.name()).isPresent();
    }

    private List<MethodFlow> above(CallTarget target) {
        MethodFlow exact = byKey.get(target.key());
        return exact == null ? List.of() : List.of(exact);
    }

    private List<MethodFlow> below(CallTarget target, MethodFlow from) {
        return known.computeIfAbsent(Called.by(target, from), key -> find(target, from));
    }

    /** What of a call decides which methods it may reach: not what it returns, nor of which type arguments its receiver is. */
    private record Called(String owner, String name, List<JavaType> parameters, String receiver, boolean isStatic,
            String module) {

        static Called by(CallTarget target, MethodFlow from) {
            return new Called(target.owner(), target.name(), target.parameters(), target.receiver().className(),
                    target.isStatic(), from.owner.module().directory());
        }

        /** Names tell nearly all apart, and the first parameter tells methods of one name apart. */
        @Override
        public int hashCode() {
            int first = parameters.isEmpty() ? 0 : parameters.get(0).className().hashCode();
            return ((31 * owner.hashCode() + name.hashCode()) * 31 + receiver.hashCode()) * 31 + first;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Called called && name.equals(called.name) && owner.equals(called.owner)
                    && receiver.equals(called.receiver) && isStatic == called.isStatic && module.equals(called.module)
                    && parameters.equals(called.parameters);
        }
    }

    /** Who implements an interface by the same call on what a field holds wraps another object, not one of its own kind. */
    private static boolean decorates(MethodFlow candidate, CallTarget target, MethodFlow from) {
        return candidate == from && !target.owner().equals(from.owner.name());
    }

    private List<MethodFlow> find(CallTarget target, MethodFlow from) {
        MethodFlow exact = byKey.get(target.key());
        if (target.isStatic() || target.name().equals("<init>")) {
            return exact == null ? List.of() : List.of(exact);
        }
        if (exact == null && isFunction(target.owner())) {
            return List.of();
        }
        List<MethodFlow> candidates = byName.getOrDefault(target.name() + "/" + target.parameters().size(), List.of());
        List<MethodFlow> overriding = new ArrayList<>();
        Types types = this.types.apply(from);
        String receiver = target.receiver().className().isEmpty() ? target.owner() : target.receiver().className();
        for (MethodFlow candidate : candidates) {
            String owner = candidate.owner.name();
            boolean other = candidate != exact && !owner.equals(target.owner()) && sameParameters(candidate, target.owner(), target.parameters(), types);
            if (other && (owner.equals(receiver) || types.asSuper(JavaType.of(owner), receiver).isPresent())) {
                overriding.add(candidate);
            }
        }
        boolean own = overriding.stream().anyMatch(each -> each.owner.name().equals(receiver));
        if (exact != null && !own) {
            overriding.add(0, exact);
        }
        if (overriding.isEmpty()) {
            inherited(candidates, receiver, types).forEach(overriding::add);
        }
        if (overriding.isEmpty() && isInterface(receiver)) {
            candidates.stream().filter(each -> sameParameters(each, target.owner(), target.parameters(), types)
                    && isBeside(each.owner.name(), receiver, types, DEEPEST)).forEach(overriding::add);
        }
        if (overriding.isEmpty() && isMadeUp(receiver, target)) {
            candidates.stream().filter(each -> sameParameters(each, target.owner(), target.parameters(), types)
                    && types.asSuper(JavaType.of(each.owner.name()), target.owner()).isPresent()).forEach(overriding::add);
        }
        return current(overriding);
    }

    /**
     * Whether objects of an interface are put together at run time out of classes that implement the interfaces above it,
     * as fragments of a repository are ("Custom Repository Implementations" in the reference of Spring Data).
     */
    private boolean isMadeUp(String receiver, CallTarget target) {
        return !receiver.equals(target.owner()) && isInterface(receiver) && isInterface(target.owner());
    }

    private boolean isInterface(String type) {
        return program.declared(type).filter(each -> each.declaration().isInterface()).isPresent();
    }

    /** A class that is given up, or that settings leave out, stands behind an interface only where no other does. */
    private List<MethodFlow> current(List<MethodFlow> targets) {
        if (targets.size() < 2) {
            return List.copyOf(targets);
        }
        List<MethodFlow> current = targets.stream().filter(each -> !conditions.leaveOut(each.owner)
                && each.owner.declaration().annotations().stream().noneMatch(use -> use.simpleName().equals("Deprecated"))).toList();
        return current.isEmpty() ? List.copyOf(targets) : current;
    }

    /** Whether a class of that name was read. */
    boolean isRead(String className) {
        return classes.contains(className);
    }

    /** Functions are so many that only the value at hand tells which one is meant. */
    private static boolean isFunction(String owner) {
        return owner.startsWith("java.util.function.") || owner.equals("java.lang.Runnable")
                || owner.equals("java.util.concurrent.Callable");
    }

    /** Whether a class below one, which inherits its methods, implements an interface. */
    private boolean isBeside(String className, String receiver, Types types, int levels) {
        return levels > 0 && extending().getOrDefault(className, List.of()).stream().anyMatch(each ->
                types.asSuper(JavaType.of(each), receiver).isPresent() || isBeside(each, receiver, types, levels - 1));
    }

    private Map<String, List<String>> extending() {
        if (extending == null) {
            Map<String, List<String>> found = new HashMap<>();
            for (DeclaredClass type : program.classes()) {
                if (!type.isTest() && !type.declaration().isInterface() && !type.declaration().extended().isEmpty()) {
                    String parent = type.resolve(type.declaration().extended().get(0)).className();
                    found.computeIfAbsent(parent, key -> new ArrayList<>()).add(type.name());
                }
            }
            extending = found;
        }
        return extending;
    }

    /** The class on whose object a method of an interface is called may inherit it. */
    private static List<MethodFlow> inherited(List<MethodFlow> candidates, String receiver, Types types) {
        return candidates.stream().filter(each ->
                types.asSuper(JavaType.of(receiver), each.owner.name()).isPresent()).toList();
    }

    /** Whether a method overrides another one of its name; a type variable that stays open may be any type. */
    private static boolean sameParameters(MethodFlow candidate, String owner, List<JavaType> parameters, Types types) {
        List<JavaType> own = candidate.parameterTypes;
        List<JavaType> theirs = types.inheritedParameters(candidate.owner.name(), owner, parameters);
        for (int i = 0; i < own.size(); i++) {
            boolean open = isOpen(own.get(i)) || isOpen(theirs.get(i));
            if (!open && !own.get(i).className().equals(theirs.get(i).className())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOpen(JavaType type) {
        return type instanceof JavaType.TypeVariable || type instanceof JavaType.Wildcard || !type.isKnown();
    }
}
