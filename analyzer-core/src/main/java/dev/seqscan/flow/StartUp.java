package dev.seqscan.flow;

import dev.seqscan.program.Module;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the methods that run once only, when the application starts or is installed: each known way to them begins in a method
 * that is called then. Where nothing else is ever called from outside, what is called at the start is the program itself.
 */
final class StartUp {

    private final World world;
    private final Callers callers;
    private final EntryPoints entries;
    private final Overridden overridden;
    private final LibraryKnowledge library;
    private final Set<Module> serving = new LinkedHashSet<>();
    /** What functions reach that are kept for later. */
    private final List<MethodFlow> later = new ArrayList<>();
    private final Set<MethodFlow> once = setOf(List.of());

    StartUp(List<MethodFlow> flows, World world, Callers callers, EntryPoints entries, Overridden overridden) {
        this.world = world;
        this.callers = callers;
        this.entries = entries;
        this.overridden = overridden;
        this.library = world.library();
        List<MethodFlow> begun = flows.stream().filter(this::isStart).toList();
        Set<MethodFlow> starts = setOf(begun);
        flows.stream().filter(each -> !starts.contains(each) && entries.label(each).isPresent())
                .forEach(each -> serving.add(each.owner.module()));
        find(flows, setOf(begun.stream().filter(each -> isServing(each.owner.module()) || installs(each)).toList()));
    }

    private static Set<MethodFlow> setOf(Collection<MethodFlow> flows) {
        Set<MethodFlow> all = Collections.newSetFromMap(new IdentityHashMap<>());
        all.addAll(flows);
        return all;
    }

    private void find(List<MethodFlow> flows, Set<MethodFlow> starts) {
        if (starts.isEmpty()) {
            return;
        }
        once.addAll(starts);
        spread(starts, once, true);
        Set<MethodFlow> others = setOf(flows.stream().filter(each -> !starts.contains(each) && isCalledOtherwise(each)).toList());
        others.addAll(later);
        spread(List.copyOf(others), others, false);
        once.removeAll(others);
    }

    private void spread(Collection<MethodFlow> from, Set<MethodFlow> found, boolean atOnce) {
        Deque<MethodFlow> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            MethodFlow flow = open.removeFirst();
            for (CallEvent event : flow.calls) {
                List<MethodFlow> targets = world.allTargets(event, flow);
                if (atOnce && !targets.isEmpty() && !isAtOnce(flow, event.region)) {
                    later.addAll(targets);
                } else {
                    targets.stream().filter(found::add).forEach(open::add);
                }
            }
        }
    }

    /** Whether what stands in a region runs once, when the application starts. */
    boolean runsOnce(MethodFlow flow, Region region) {
        return once.contains(flow) && isAtOnce(flow, region);
    }

    /** Whether a region runs when its method does, and comes to an end: no job, no function that is kept, no endless loop. */
    private boolean isAtOnce(MethodFlow flow, Region region) {
        for (Region each = region; each != null; each = each.parent) {
            if (each.endless || each.kind == Region.Kind.FUNCTION && !world.bindings(flow).of(each).atOnce) {
                return false;
            }
        }
        return true;
    }

    /** An application that answers requests, messages or a clock; modules that see it, or that it sees, belong to it. */
    private boolean isServing(Module module) {
        return serving.stream().anyMatch(each -> each.reaches().contains(module.directory())
                || module.reaches().contains(each.directory()));
    }

    /**
     * What nobody calls that was read a framework may call, and so it may what a library declares or an annotation marks. One
     * of many methods that a call may reach has no caller, but is called.
     */
    private boolean isCalledOtherwise(MethodFlow flow) {
        boolean called = once.contains(flow) || callers.of(flow).stream().anyMatch(each -> each != flow);
        return !called || entries.label(flow).isPresent()
                || once.contains(flow) && (isAnnotated(flow)
                || !flow.method.modifiers().contains(Modifier.PRIVATE) && overridden.isOfLibrary(flow));
    }

    private boolean isAnnotated(MethodFlow flow) {
        return flow.method.annotations().stream().anyMatch(each -> !library.isSilent(each.simpleName()));
    }

    private boolean isStart(MethodFlow flow) {
        return EntryPoints.isMain(flow) || isAnnotatedStart(flow)
                || flow.parameterTypes.stream().anyMatch(each -> library.isOfStart(each.className()))
                || library.startsIn(flow.method.name()).stream().anyMatch(type -> overridden.isBelow(flow, type))
                || callers.of(flow).isEmpty() && isForInstallation(flow);
    }

    private boolean installs(MethodFlow flow) {
        return library.startsIn(flow.method.name()).stream()
                .anyMatch(type -> library.installs(type, flow.method.name()) && overridden.isBelow(flow, type));
    }

    private boolean isAnnotatedStart(MethodFlow flow) {
        return flow.method.annotations().stream().anyMatch(use -> library.isOfStart(flow.owner.annotationType(use))
                || library.isEntryPoint(flow.owner.annotationType(use)) && listensToStart(use, flow));
    }

    /** {@code @EventListener(ApplicationReadyEvent.class)}. */
    private boolean listensToStart(AnnotationUse use, MethodFlow flow) {
        return use.attributes().values().stream().flatMap(each -> parts(each).stream())
                .filter(Expression.ClassLiteral.class::isInstance)
                .anyMatch(each -> library.isOfStart(flow.owner.resolve(((Expression.ClassLiteral) each).type()).className()));
    }

    /** {@code @Profile("install")}. */
    private boolean isForInstallation(MethodFlow flow) {
        return flow.owner.declaration().annotations().stream()
                .filter(use -> library.isCondition(flow.owner.annotationType(use)))
                .flatMap(use -> use.attributes().values().stream()).flatMap(each -> parts(each).stream())
                .anyMatch(each -> each instanceof Expression.Literal literal && literal.value() instanceof String text
                        && library.speaksOfInstallation(text));
    }

    private static List<Expression> parts(Expression value) {
        return value instanceof Expression.NewArray array && array.elements() != null ? array.elements() : List.of(value);
    }
}
