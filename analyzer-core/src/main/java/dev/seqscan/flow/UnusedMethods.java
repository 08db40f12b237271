package dev.seqscan.flow;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Program;
import dev.seqscan.program.Types;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds methods that nobody calls, in classes that are in use or belong to an application that was read: left over from
 * former versions, or offered to nobody yet. Of another class that is not called at all nothing is said, since its callers
 * may not have been read; neither of what a library offers, nor of methods that a framework or another library may call:
 * annotated ones, accessors, and what a supertype outside of the program declares.
 */
final class UnusedMethods {

    /** Private methods that the serialisation of Java calls. */
    private static final Set<String> SERIALISATION = Set.of("readObject", "writeObject", "readResolve", "writeReplace",
            "readObjectNoData");

    private final Map<MethodFlow, List<MethodFlow>> callers = new IdentityHashMap<>();
    private final Set<String> usedClasses = new HashSet<>();
    /** Directories of the modules that an application which was read is made of. */
    private final Set<String> closed = new HashSet<>();
    /** Directories of the modules that serve requests which were read; the rest of such an application may be elsewhere. */
    private final Set<String> serving = new HashSet<>();
    /** The names of the calls in a file whose target is not known. */
    private final Set<String> notUnderstood = new HashSet<>();
    private final LibraryKnowledge library;
    private final Program program;
    private final Function<MethodFlow, Types> types;

    private UnusedMethods(List<MethodFlow> flows, CallGraph graph, LibraryKnowledge library, Program program,
            Function<MethodFlow, Types> types) {
        this.library = library;
        this.program = program;
        this.types = types;
        flows.stream().filter(UnusedMethods::isMain).forEach(flow -> closed.addAll(flow.owner.module().reaches()));
        flows.stream().filter(this::isRequest).forEach(flow -> serving.addAll(flow.owner.module().reaches()));
        for (MethodFlow flow : flows) {
            for (CallEvent event : flow.calls) {
                if (event.target == null) {
                    notUnderstood.add(call(flow, name(event.text)));
                }
                for (MethodFlow target : graph.targets(event, flow)) {
                    callers.computeIfAbsent(target, key -> new ArrayList<>()).add(flow);
                    if (!target.owner.equals(flow.owner) && !target.method.isConstructor()) {
                        usedClasses.add(target.owner.name());
                    }
                }
            }
        }
    }

    /** The name of the method that a call's text ends with; the text itself where it ends otherwise. */
    private static String name(String text) {
        int end = text.endsWith("(..)") ? text.length() - 4 : text.endsWith("()") ? text.length() - 2 : text.length();
        int start = end;
        while (start > 0 && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
            start--;
        }
        return start == end ? text : text.substring(start, end);
    }

    /** The keys of the methods that nobody calls, and of those that only such methods call. */
    static Set<String> of(List<MethodFlow> flows, CallGraph graph, LibraryKnowledge library, Program program,
            Function<MethodFlow, Types> types) {
        UnusedMethods unused = new UnusedMethods(flows, graph, library, program, types);
        Set<MethodFlow> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<MethodFlow> open = new ArrayDeque<>();
        flows.stream().filter(unused::isLeftOver).filter(found::add).forEach(open::add);
        Map<MethodFlow, List<MethodFlow>> callees = unused.callees();
        while (!open.isEmpty()) {
            for (MethodFlow callee : callees.getOrDefault(open.removeFirst(), List.of())) {
                boolean only = !unused.mayBeCalledFromOutside(callee) && found.containsAll(unused.callers.get(callee));
                if (only && found.add(callee)) {
                    open.add(callee);
                }
            }
        }
        Set<String> keys = new HashSet<>();
        found.forEach(flow -> keys.add(flow.key));
        Map<CodeFile, List<MethodFlow>> byFile = new IdentityHashMap<>();
        found.forEach(flow -> byFile.computeIfAbsent(flow.owner.file(), key -> new ArrayList<>()).add(flow));
        flows.stream().filter(flow -> byFile.getOrDefault(flow.owner.file(), List.of()).stream().anyMatch(each -> holds(each, flow)))
                .forEach(flow -> keys.add(flow.key));
        return keys;
    }

    /** Whether a method stands in a class that another method declares in its body. */
    private static boolean holds(MethodFlow outer, MethodFlow inner) {
        return outer != inner && outer.method.span().contains(inner.method.span());
    }

    private Map<MethodFlow, List<MethodFlow>> callees() {
        Map<MethodFlow, List<MethodFlow>> callees = new IdentityHashMap<>();
        callers.forEach((callee, from) -> from.forEach(each ->
                callees.computeIfAbsent(each, key -> new ArrayList<>()).add(callee)));
        return callees;
    }

    private boolean isLeftOver(MethodFlow flow) {
        boolean called = callers.getOrDefault(flow, List.of()).stream().anyMatch(each -> each != flow);
        boolean known = closed.contains(flow.owner.module().directory()) || isHidden(flow)
                || usedClasses.contains(flow.owner.name()) && !isOffered(flow);
        return !called && known && !mayBeCalledFromOutside(flow);
    }

    /** What is private is called in its own file or nowhere, as far as all calls there are understood. */
    private boolean isHidden(MethodFlow flow) {
        return flow.method.modifiers().contains(Modifier.PRIVATE) && !notUnderstood.contains(call(flow, flow.method.name()));
    }

    private static String call(MethodFlow in, String name) {
        return in.owner.file().path() + " " + name;
    }

    /** A library offers its public methods to programs that were not read. */
    private boolean isOffered(MethodFlow flow) {
        return flow.method.modifiers().contains(Modifier.PUBLIC) && !serving.contains(flow.owner.module().directory());
    }

    private boolean isRequest(MethodFlow flow) {
        return flow.method.annotations().stream().anyMatch(use -> library.isRequest(flow.owner.annotationType(use)));
    }

    private boolean mayBeCalledFromOutside(MethodFlow flow) {
        String name = flow.method.name();
        if (flow.method.modifiers().contains(Modifier.PRIVATE)) {
            return flow.method.isConstructor() || SERIALISATION.contains(name) || isAnnotated(flow.method);
        }
        boolean special = flow.method.isConstructor() || isMain(flow) || isAccessor(name, flow.parameterTypes.size());
        return special || isAnnotated(flow.method) || isDeclaredOutside(flow);
    }

    private boolean isAnnotated(MethodDeclaration method) {
        return method.annotations().stream().map(AnnotationUse::simpleName).anyMatch(each -> !library.isSilent(each));
    }

    private static boolean isMain(MethodFlow flow) {
        return flow.method.name().equals("main") && flow.parameterTypes.size() == 1;
    }

    /** Templates, serialisers and bean containers call accessors by their names. */
    private static boolean isAccessor(String name, int parameters) {
        return parameters == 0 && (name.startsWith("get") || name.startsWith("is")) || parameters == 1 && name.startsWith("set");
    }

    /** Whether a supertype has a method of that name which somebody else calls: one of a library, or an annotated one. */
    private boolean isDeclaredOutside(MethodFlow flow) {
        Types known = types.apply(flow);
        Set<String> seen = new HashSet<>();
        Deque<JavaType.ClassType> open = new ArrayDeque<>(known.supertypes(JavaType.of(flow.owner.name())));
        while (!open.isEmpty()) {
            JavaType.ClassType next = open.removeFirst();
            if (declares(next.name(), flow, known)) {
                return true;
            }
            if (seen.add(next.name())) {
                open.addAll(known.supertypes(next));
            }
        }
        return false;
    }

    private boolean declares(String supertype, MethodFlow flow, Types known) {
        String name = flow.method.name();
        Optional<DeclaredClass> declared = program.declared(supertype, flow.owner.module());
        if (declared.isPresent()) {
            return declared.get().declaration().methods().stream()
                    .anyMatch(each -> each.name().equals(name) && isAnnotated(each));
        }
        return known.shape(supertype).map(shape -> shape.methods().stream().anyMatch(each -> each.name().equals(name))).orElse(true);
    }
}
