package dev.seqscan.flow;

import dev.seqscan.entity.Association;
import dev.seqscan.query.Query;
import dev.seqscan.source.code.AnnotationUse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells which rows the persistence context holds already when they are looked up by their identifiers: those that the same
 * method, or one that calls it, has loaded and read the identifiers of (Jakarta Persistence 3.2, 3.2.9 and 3.10).
 */
final class HeldRows {

    private final MethodFlow flow;
    private final World world;
    private final Resolver resolver;

    HeldRows(MethodFlow flow, World world, Resolver resolver) {
        this.flow = flow;
        this.world = world;
        this.resolver = resolver;
    }

    /** Whether a call that sends a look-up by identifier finds the row. */
    boolean contain(CallEvent event, Summary.Send send) {
        String entity = send.query().entity().isEmpty() ? event.entity : send.query().entity();
        if (send.query().kind() != Query.Kind.LOOKUP_BY_ID) {
            return false;
        }
        if (world.plans().isCached(entity)) {
            return true;
        }
        Set<Value> rows = entity.isEmpty() || !hasSession(flow, world) ? Set.of() : rows(event, send);
        return !rows.isEmpty()
                && rows.stream().allMatch(each -> isHeld(each, world) && world.types().related(each.entity(), entity));
    }

    /**
     * Whether it is sent only for entities that the persistence context does not hold, while a call gives one that it does: a
     * row, or a part of an entity. A new entity has new parts, but nothing is read for these, and they are few.
     */
    boolean sparesManaged(CallEvent event, Summary.Send send) {
        return hasSession(flow, world) && send.required().stream().filter(each -> !each.equal()
                && each.value().equals(KnownValues.MANAGED) && each.parameter() >= 0 && each.parameter() < event.arguments.size()).anyMatch(each -> {
                    Set<Value> given = resolver.resolve(event.arguments.get(each.parameter()));
                    return !given.isEmpty() && given.stream().allMatch(value -> isHeld(value, world) || isPart(value));
                });
    }

    private static boolean isPart(Value value) {
        return value.origin() instanceof Origin.Parameter && value.last().filter(last -> !last.cardinality().isToOne()).isPresent();
    }

    /** What a clock or a message sets going has no session around it unless it says so: each look-up opens its own. */
    static boolean hasSession(MethodFlow flow, World world) {
        return !has(flow, flow.method.annotations(), world.library()::isUnattended)
                || has(flow, flow.method.annotations(), world.library()::isTransactional)
                || has(flow, flow.owner.declaration().annotations(), world.library()::isTransactional);
    }

    private static boolean has(MethodFlow flow, List<AnnotationUse> uses, Predicate<String> kind) {
        return uses.stream().anyMatch(use -> kind.test(flow.owner.annotationType(use)));
    }

    /** The rows whose identifiers a look-up is given by a call; empty where one is not known. */
    private Set<Value> rows(CallEvent event, Summary.Send send) {
        List<Set<Value>> found = new ArrayList<>();
        event.hanging.identified().getOrDefault(send.key(), List.of()).forEach(read -> found.add(identified(read)));
        send.rows().forEach(each -> found.add(resolver.substitute(each, event)));
        Set<Value> all = new LinkedHashSet<>();
        found.forEach(all::addAll);
        return found.stream().anyMatch(Set::isEmpty) ? Set.of() : all;
    }

    /** The rows whose identifiers an argument of a call is or holds; empty where one is not known. */
    Set<Value> identified(CallEvent event, int argument) {
        List<Set<Value>> found = event.hanging.identified().getOrDefault(argument, List.of()).stream()
                .map(this::identified).toList();
        Set<Value> all = new LinkedHashSet<>();
        found.forEach(all::addAll);
        return found.stream().anyMatch(Set::isEmpty) ? Set.of() : all;
    }

    /** The same as a caller of this method sees it: rows of its parameters; empty where there are others. */
    Set<Value> ofParameters(CallEvent event, Summary.Send send) {
        return send.query().kind() == Query.Kind.LOOKUP_BY_ID ? onlyOfParameters(rows(event, send)) : Set.of();
    }

    /** The rows of parameters whose identifiers this method returns; empty where it may return others. */
    Set<Value> returned() {
        Set<Value> all = new LinkedHashSet<>();
        for (CallEvent read : flow.identifiers) {
            Set<Value> rows = identified(read);
            if (rows.isEmpty()) {
                return Set.of();
            }
            all.addAll(rows);
        }
        return onlyOfParameters(all);
    }

    private static Set<Value> onlyOfParameters(Set<Value> rows) {
        Set<Value> plain = new LinkedHashSet<>();
        rows.stream().filter(each -> each.origin() instanceof Origin.Parameter)
                .forEach(each -> plain.add(new Value(each.origin(), each.path(), null)));
        return rows.stream().allMatch(each -> each.origin() instanceof Origin.Parameter) ? plain : Set.of();
    }

    /** The rows whose identifiers a call gives: an accessor, or a method that goes on to one. */
    private Set<Value> identified(CallEvent read) {
        Set<Value> receiver = resolver.resolve(read.receiver);
        boolean accessor = read.arguments.isEmpty() && receiver.stream()
                .anyMatch(value -> world.types().isIdentifier(value.entity(), Touching.property(read.target.name())));
        if (accessor) {
            return receiver;
        }
        Set<Value> all = new LinkedHashSet<>();
        for (MethodFlow target : world.targets(read, flow)) {
            Set<Value> rows = world.summary(target).identifiers;
            if (rows.isEmpty()) {
                return Set.of();
            }
            rows.forEach(each -> all.addAll(resolver.substitute(each, read)));
        }
        return all;
    }

    /** Rows of a query, and what was loaded together with them or with the entity whose method this is. */
    static boolean isHeld(Value value, World world) {
        if (value.origin() instanceof Origin.Rows rows) {
            return value.last().isEmpty() || comesAlong(value.last().get()) || world.plans().isLoaded(rows.query(), value.path());
        }
        return value.origin() instanceof Origin.Parameter parameter && parameter.index() < 0
                && value.last().map(HeldRows::comesAlong).orElse(true);
    }

    /** Whoever reads an element of a list has loaded the list. */
    private static boolean comesAlong(Association last) {
        return !last.cardinality().isToOne() || last.fetch() == Association.FetchType.EAGER;
    }
}
