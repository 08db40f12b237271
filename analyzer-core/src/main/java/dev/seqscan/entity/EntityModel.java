package dev.seqscan.entity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The mapped classes of one application. */
public final class EntityModel {

    private final SortedMap<String, Entity> byClass;
    private final SortedMap<String, Entity> byName = new TreeMap<>();

    /** Takes mapped classes by canonical class name. */
    public EntityModel(Map<String, Entity> byClass) {
        this.byClass = new TreeMap<>(byClass);
        this.byClass.values().stream().filter(each -> each.kind() == Entity.Kind.ENTITY)
                .forEach(each -> byName.putIfAbsent(each.name(), each));
    }

    /** All mapped classes, ordered by class name. */
    public Collection<Entity> all() {
        return byClass.values();
    }

    /** The mapped class of a canonical class name. */
    public Optional<Entity> ofClass(String className) {
        return Optional.ofNullable(byClass.get(className));
    }

    /** The entity that a JPQL name or canonical class name speaks of. */
    public Optional<Entity> named(String name) {
        Entity byEntityName = byName.get(name);
        return byEntityName != null ? Optional.of(byEntityName) : ofClass(name);
    }

    /**
     * Follows a path of attributes, as {@code customer.address.city} split at the dots, from a mapped class.
     * Embedded values and associations are stepped through; subclasses are searched for attributes that only they have.
     *
     * @return the attributes on the way, or an empty list where a step is not known
     */
    public List<Attribute> resolve(Entity from, List<String> path) {
        List<Attribute> steps = new java.util.ArrayList<>();
        Entity current = from;
        for (String name : path) {
            Optional<Attribute> attribute = current == null ? Optional.empty() : attributeOf(current, name);
            if (attribute.isEmpty()) {
                return List.of();
            }
            steps.add(attribute.get());
            current = next(attribute.get());
        }
        return List.copyOf(steps);
    }

    /**
     * The normalised name of the table that holds an attribute of an entity: with joined tables, that of the superclass
     * which brings the attribute in; identifiers are in the table of every class. Empty for what is no entity.
     */
    public String tableOf(Entity entity, Attribute attribute) {
        String table = entity.table();
        java.util.Set<String> seen = new java.util.HashSet<>();
        Entity current = attribute.isId() || entity.inheritance() != Entity.Inheritance.JOINED ? null
                : byClass.get(entity.superclass());
        while (current != null && seen.add(current.className())) {
            boolean bringsIn = current.attribute(attribute.name()).filter(each -> each.owner().equals(attribute.owner()))
                    .isPresent();
            table = bringsIn && !current.table().isEmpty() ? current.table() : table;
            current = byClass.get(current.superclass());
        }
        return table;
    }

    /** The attribute of an entity or of one of its subclasses. */
    public Optional<Attribute> attributeOf(Entity entity, String name) {
        Optional<Attribute> own = entity.attribute(name);
        return own.isPresent() ? own
                : subclasses(entity).stream().flatMap(each -> each.attribute(name).stream()).findFirst();
    }

    /** Mapped classes below a class, at any depth, ordered by name. */
    public List<Entity> subclasses(Entity entity) {
        return byClass.values().stream().filter(each -> isBelow(each, entity.className())).toList();
    }

    private boolean isBelow(Entity entity, String className) {
        java.util.Set<String> seen = new java.util.HashSet<>();
        Entity current = entity;
        while (current != null && !current.superclass().isEmpty() && seen.add(current.className())) {
            if (current.superclass().equals(className)) {
                return true;
            }
            current = byClass.get(current.superclass());
        }
        return false;
    }

    private Entity next(Attribute attribute) {
        if (attribute instanceof Association association) {
            return byClass.get(association.target());
        }
        return attribute instanceof Attribute.Embedded embedded ? byClass.get(embedded.type()) : null;
    }
}
