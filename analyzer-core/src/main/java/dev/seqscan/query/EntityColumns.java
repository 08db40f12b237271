package dev.seqscan.query;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the columns behind attributes of mapped classes. */
public final class EntityColumns {

    /** Columns of one table that point to another. */
    public record Link(String table, List<String> columns) {
    }

    private final EntityModel entities;

    /** Takes the mapped classes of one application. */
    public EntityColumns(EntityModel entities) {
        this.entities = entities;
    }

    /**
     * Follows a path of attributes from a mapped class to its columns. An association ends at its join column, and so
     * does the identifier behind an owning to-one association. {@code id} speaks of the identifier, whatever its name
     * (Hibernate User Guide, "Path expressions"). Attributes that only subclasses have are found.
     *
     * @return empty where a step is not known
     */
    public Optional<ColumnPath> resolve(Entity from, List<String> path) {
        return path.isEmpty() ? identifier(from) : new ColumnWalk(entities, this, from).follow(path);
    }

    /** The columns that identify an entity; empty where it has no identifier that is known. */
    public Optional<ColumnPath> identifier(Entity entity) {
        List<Attribute> identifier = entity.identifier();
        if (identifier.isEmpty()) {
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>();
        for (Attribute each : identifier) {
            columns.addAll(ownColumns(each));
        }
        Attribute first = identifier.get(0);
        return Optional.of(new ColumnPath(List.of(first), tableOf(entity, first), columns, Optional.empty(), List.of()));
    }

    /**
     * The foreign key behind a collection: in the join table, in the collection table, or in the target's table.
     * Its columns point to the entity that has the collection.
     */
    public Link link(Association association) {
        if (!association.joinTable().isEmpty()) {
            return new Link(association.joinTable(), association.joinColumns());
        }
        Optional<Entity> target = entities.ofClass(association.target());
        if (!association.mappedBy().isEmpty() && target.isPresent()) {
            return resolve(target.get(), List.of(association.mappedBy().split("\\.")))
                    .map(owner -> inverse(association, owner))
                    .orElseGet(() -> new Link(table(target.get()), association.joinColumns()));
        }
        return new Link(target.map(this::table).orElse(""), association.joinColumns());
    }

    private static Link inverse(Association association, ColumnPath owner) {
        boolean throughJoinTable = owner.last() instanceof Association other && !other.joinTable().isEmpty();
        return new Link(owner.table(), throughJoinTable ? association.joinColumns() : owner.columns());
    }

    /** The table that holds the rows of an entity; for a subclass in a single table that of the root. */
    public String table(Entity entity) {
        List<Entity> line = entitiesUpwards(entity);
        Entity top = line.get(line.size() - 1);
        return isSingleTable(top) ? top.table() : entity.table();
    }

    /** The table that holds an attribute which this entity declares or inherits (Jakarta Persistence 3.1, section 2.12). */
    String tableOf(Entity entity, Attribute attribute) {
        List<Entity> line = entitiesUpwards(entity);
        Entity top = line.get(line.size() - 1);
        if (isSingleTable(top)) {
            return top.table();
        }
        if (top.inheritance() != Entity.Inheritance.JOINED) {
            return entity.table();
        }
        String table = entity.table();
        for (Entity each : line) {
            table = each.attribute(attribute.name()).isPresent() ? each.table() : table;
        }
        return table;
    }

    /** The class itself if it has the attribute, else the first subclass that has it. */
    Optional<Entity> holder(Entity entity, String attribute) {
        return entity.attribute(attribute).isPresent() ? Optional.of(entity)
                : entities.subclasses(entity).stream().filter(each -> each.attribute(attribute).isPresent()).findFirst();
    }

    private static List<String> ownColumns(Attribute attribute) {
        if (attribute instanceof Attribute.Basic basic) {
            return List.of(basic.column());
        }
        return attribute instanceof Attribute.Embedded embedded
                ? embedded.nested().stream().map(embedded.columns()::get).toList()
                : ((Association) attribute).joinColumns();
    }

    private static boolean isSingleTable(Entity top) {
        return top.inheritance() == Entity.Inheritance.SINGLE_TABLE || top.inheritance() == Entity.Inheritance.NONE;
    }

    /** The entity and the entities above it; mapped superclasses have no rows and are passed over. */
    private List<Entity> entitiesUpwards(Entity entity) {
        List<Entity> line = new ArrayList<>(List.of(entity));
        Set<String> seen = new HashSet<>(Set.of(entity.className()));
        Optional<Entity> above = entities.ofClass(entity.superclass());
        while (above.isPresent() && seen.add(above.get().className())) {
            if (above.get().kind() == Entity.Kind.ENTITY) {
                line.add(above.get());
            }
            above = entities.ofClass(above.get().superclass());
        }
        return line;
    }
}
