package dev.seqscan.flow;

import dev.seqscan.entity.Association;
import java.util.Collection;
import java.util.stream.Collectors;

/** Says in words where values come from. */
final class ValueText {

    private ValueText() {
    }

    static String of(Collection<Value> values) {
        return values.isEmpty() ? "not followed, or no entity"
                : values.stream().map(ValueText::of).distinct().sorted().collect(Collectors.joining("; or "));
    }

    static String of(Value value) {
        String path = value.path().stream().map(each -> "." + each.name()).collect(Collectors.joining());
        String entity = simple(value.entity());
        return (path.isEmpty() ? "" : entity + " " + simple(value.origin().entity()) + path + " of ") + origin(value.origin());
    }

    private static String origin(Origin origin) {
        String entity = origin.entity().isEmpty() ? "" : " (" + simple(origin.entity()) + ")";
        if (origin instanceof Origin.Parameter parameter) {
            return (parameter.index() < 0 ? "this" : "parameter " + (parameter.index() + 1)) + entity;
        }
        if (origin instanceof Origin.Rows rows) {
            return (rows.many() ? "rows of " : "the one row of ") + rows.query().label() + " at line " + rows.call().place.line();
        }
        if (origin instanceof Origin.Field field) {
            return "field " + field.key() + entity;
        }
        if (origin instanceof Origin.Fresh) {
            return "an object made here" + entity;
        }
        if (origin instanceof Origin.Unknown unknown) {
            return "an unknown origin" + unknown.given().map(place -> ", given by the call at line " + place.line()).orElse("") + entity;
        }
        if (origin instanceof Origin.Empty empty) {
            return "a container made empty at line " + empty.made().line() + entity;
        }
        return "what is not resolved further" + entity;
    }

    /** What the mapping says of an association. */
    static String of(Association association) {
        return association.label() + " is " + association.fetch().name().toLowerCase(java.util.Locale.ROOT) + " "
                + association.cardinality().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                + (association.batchSize() > 1 ? ", batch size " + association.batchSize() : "")
                + (association.fetchMode() == Association.FetchMode.SUBSELECT ? ", fetched by subselect" : "")
                + (association.cached() ? ", cached" : "");
    }

    static String loop(LoopHead head) {
        return head.form() + " over " + head.size() + " (line " + head.place().line() + ")";
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
