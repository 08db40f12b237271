package dev.seqscan.flow;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a call writes, as far as one method shows it.
 *
 * @param parameter index of the parameter whose value it is, where only callers know; {@link Summary#NO_KEY} where none is
 */
record WrittenValues(Written known, int parameter) {

    static final WrittenValues UNKNOWN = new WrittenValues(Written.UNKNOWN, Summary.NO_KEY);

    /** What a call that writes is given. */
    static WrittenValues of(CallEvent event, Resolver resolver) {
        return of(event.arguments, resolver);
    }

    private static WrittenValues of(List<Set<Value>> arguments, Resolver resolver) {
        Set<Value> values = new LinkedHashSet<>();
        arguments.forEach(each -> values.addAll(resolver.resolve(each)));
        values.removeIf(each -> each.entity().isEmpty() || each.origin() instanceof Origin.Empty);
        if (values.isEmpty()) {
            return UNKNOWN;
        }
        if (values.stream().allMatch(each -> each.origin() instanceof Origin.Fresh && each.path().isEmpty())) {
            return new WrittenValues(Written.FRESH, Summary.NO_KEY);
        }
        if (values.stream().allMatch(each -> each.origin() instanceof Origin.Rows)) {
            return new WrittenValues(Written.LOADED, Summary.NO_KEY);
        }
        Value only = values.iterator().next();
        boolean given = values.size() == 1 && only.path().isEmpty() && only.origin() instanceof Origin.Parameter;
        return given ? new WrittenValues(Written.UNKNOWN, ((Origin.Parameter) only.origin()).index()) : UNKNOWN;
    }

    /** The same to the caller of the method: its argument, if the method writes what it is given. */
    WrittenValues seenFrom(CallEvent event, Resolver resolver) {
        if (parameter == Summary.NO_KEY) {
            return this;
        }
        Set<Value> given = parameter < 0 ? event.receiver
                : parameter < event.arguments.size() ? event.arguments.get(parameter) : Set.of();
        return of(List.of(given), resolver);
    }
}
