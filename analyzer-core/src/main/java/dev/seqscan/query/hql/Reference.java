package dev.seqscan.query.hql;

import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import java.util.List;
import java.util.Optional;

/**
 * What a path of the text stands for.
 *
 * @param source the alias it starts from; empty for constants and unknown names
 * @param table normalised table of the columns, or empty
 * @param columns normalised columns; one empty name where the path is known to be a column but not which
 * @param path steps after the alias; for an alias alone its identifier
 * @param entity the entity it leads to, where it is an alias or ends in an association
 * @param last the attribute it ends in
 */
record Reference(Kind kind, Optional<Source> source, String table, List<String> columns, String path,
        Optional<Entity> entity, Optional<Attribute> last) {

    /** A column or entity; an enum constant or static field; a name that nothing has. */
    enum Kind { COLUMN, CONSTANT, UNKNOWN }

    static final Reference CONSTANT = new Reference(Kind.CONSTANT, Optional.empty(), "", List.of(), "", Optional.empty(),
            Optional.empty());

    /** A column of which only the path is known. */
    static Reference unknownColumn(Optional<Source> source, String table, String path) {
        return new Reference(Kind.COLUMN, source, table, List.of(""), path, Optional.empty(), Optional.empty());
    }

    static Reference unknownName(String path) {
        return new Reference(Kind.UNKNOWN, Optional.empty(), "", List.of(), path, Optional.empty(), Optional.empty());
    }
}
