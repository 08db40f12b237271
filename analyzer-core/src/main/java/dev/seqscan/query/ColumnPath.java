package dev.seqscan.query;

import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import java.util.List;
import java.util.Optional;

/**
 * Where a path of attributes ends in the database.
 *
 * @param steps the attributes on the way, the last one last
 * @param table normalised name of the table that holds the columns, or empty where it is not known
 * @param columns normalised columns; several for a composite key or an embedded value, empty where they are not known
 * @param target the entity the path leads to, where it ends in an association
 * @param joins the associations that a statement must join to reach the columns, outermost first
 */
public record ColumnPath(List<Attribute> steps, String table, List<String> columns, Optional<Entity> target,
        List<Join> joins) {

    /** An association on the way: its dotted path from the start and the entity it leads to. */
    public record Join(String path, Entity target) {
    }

    public ColumnPath {
        steps = List.copyOf(steps);
        columns = List.copyOf(columns);
        joins = List.copyOf(joins);
    }

    /** Names of the steps joined by dots. */
    public String path() {
        return String.join(".", steps.stream().map(Attribute::name).toList());
    }

    /** The attribute at the end. */
    public Attribute last() {
        return steps.get(steps.size() - 1);
    }
}
