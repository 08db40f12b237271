package dev.seqscan.query.hql;

import dev.seqscan.entity.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an alias of a FROM clause stands for: an entity, the elements of a collection, or something not known. */
final class Source {

    private final String alias;
    private final Optional<Entity> entity;
    private final String table;
    private final Source root;
    private final List<String> path;

    private Source(String alias, Optional<Entity> entity, String table, Source root, List<String> path) {
        this.alias = alias;
        this.entity = entity;
        this.table = table;
        this.root = root == null ? this : root;
        this.path = List.copyOf(path);
    }

    static Source root(String alias, Optional<Entity> entity, String table) {
        return new Source(alias, entity, table, null, List.of());
    }

    /** An association or collection of this one. */
    Source joined(String joinedAlias, Optional<Entity> joinedEntity, String joinedTable, List<String> steps) {
        List<String> joinedPath = new ArrayList<>(path);
        joinedPath.addAll(steps);
        return new Source(joinedAlias, joinedEntity, joinedTable, root, joinedPath);
    }

    String alias() {
        return alias;
    }

    Optional<Entity> entity() {
        return entity;
    }

    String table() {
        return table;
    }

    Source root() {
        return root;
    }

    /** Steps from the root; empty for a root. */
    List<String> path() {
        return path;
    }
}
