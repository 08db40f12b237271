package dev.seqscan.query;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One walk along a path of attributes, from class to class. */
final class ColumnWalk {

    private final EntityModel entities;
    private final EntityColumns columns;
    private final List<Attribute> steps = new ArrayList<>();
    private final List<ColumnPath.Join> joins = new ArrayList<>();
    private Entity current;
    /** The embedded value the walk is in, with the table of its owner and the names since it began. */
    private Attribute.Embedded embedded;
    private String embeddedTable = "";
    private final List<String> nested = new ArrayList<>();

    ColumnWalk(EntityModel entities, EntityColumns columns, Entity from) {
        this.entities = entities;
        this.columns = columns;
        this.current = from;
    }

    Optional<ColumnPath> follow(List<String> path) {
        for (int i = 0; i < path.size(); i++) {
            List<String> rest = path.subList(i + 1, path.size());
            Optional<Entity> holder = current == null ? Optional.empty() : holder(path.get(i));
            if (holder.isEmpty()) {
                return current == null ? Optional.empty() : compositeIdentifier(path.get(i), rest);
            }
            Attribute attribute = attribute(holder.get(), path.get(i)).orElseThrow();
            String table = embedded != null ? embeddedTable : columns.tableOf(holder.get(), attribute);
            steps.add(attribute);
            Optional<ColumnPath> end = step(attribute, table, rest);
            if (end.isPresent() || current == null) {
                return end;
            }
        }
        return Optional.empty();
    }

    /** Goes one step; gives the end where the path ends here, and leaves no current class where it cannot go on. */
    private Optional<ColumnPath> step(Attribute attribute, String table, List<String> rest) {
        if (attribute instanceof Attribute.Basic basic) {
            current = null;
            return rest.isEmpty() ? end(table, List.of(column(basic)), Optional.empty()) : Optional.empty();
        }
        if (attribute instanceof Attribute.Embedded value) {
            enter(value, table);
            return rest.isEmpty() ? end(table, ownColumns(value), Optional.empty()) : Optional.empty();
        }
        return association((Association) attribute, table, rest);
    }

    private void enter(Attribute.Embedded value, String table) {
        if (embedded == null) {
            embedded = value;
            embeddedTable = table;
        } else {
            nested.add(value.name());
        }
        current = entities.ofClass(value.type()).orElse(null);
    }

    private Optional<ColumnPath> association(Association association, String table, List<String> rest) {
        Optional<Entity> target = entities.ofClass(association.target());
        List<String> joinColumns = joinColumns(association);
        current = target.orElse(null);
        embedded = null;
        nested.clear();
        boolean holdsKey = association.cardinality().isToOne() && association.mappedBy().isEmpty();
        if (rest.isEmpty()) {
            return holdsKey ? end(keyTable(association, table), key(association, joinColumns), target) : inverseEnd(association, target);
        }
        Optional<List<String>> key = holdsKey && association.joinTable().isEmpty() && target.isPresent()
                ? keyOf(joinColumns, target.get(), rest) : Optional.empty();
        if (key.isPresent()) {
            steps.add(attribute(target.get(), rest.get(0)).orElseThrow());
            return end(table, key.get(), Optional.empty());
        }
        if (holdsKey && association.joinTable().isEmpty() && isUnseenIdentifier(target, rest)) {
            return end(table, joinColumns, Optional.empty());
        }
        target.ifPresent(each -> joins.add(new ColumnPath.Join(dotted(), each)));
        return Optional.empty();
    }

    /** Under the name {@code id} the identifier is meant, also if a class that was not read declares it. */
    private static boolean isUnseenIdentifier(Optional<Entity> target, List<String> rest) {
        return rest.equals(List.of("id")) && target.filter(each -> each.identifier().isEmpty()).isPresent();
    }

    /** The side that does not hold the key: a to-one compares the target's identifier, a collection its foreign key. */
    private Optional<ColumnPath> inverseEnd(Association association, Optional<Entity> target) {
        if (association.cardinality().isToOne() && target.isPresent()) {
            joins.add(new ColumnPath.Join(dotted(), target.get()));
            Optional<ColumnPath> identifier = columns.identifier(target.get());
            return end(columns.table(target.get()), identifier.map(ColumnPath::columns).orElse(List.of()), target);
        }
        EntityColumns.Link link = columns.link(association);
        return end(link.table(), link.columns(), target);
    }

    private static String keyTable(Association association, String table) {
        return association.joinTable().isEmpty() ? table : association.joinTable();
    }

    /** In a join table the columns of the record point back; the one to the target is not known. */
    private static List<String> key(Association association, List<String> joinColumns) {
        return association.joinTable().isEmpty() ? joinColumns : List.of();
    }

    /** The join columns that hold the target's identifier, where the rest of the path is that identifier. */
    private Optional<List<String>> keyOf(List<String> joinColumns, Entity target, List<String> rest) {
        Optional<Attribute> attribute = attribute(target, rest.get(0));
        if (attribute.isEmpty() || !attribute.get().isId() || rest.size() > 1 || joinColumns.isEmpty()) {
            return Optional.empty();
        }
        List<Attribute> identifier = target.identifier();
        if (identifier.size() == 1) {
            return Optional.of(joinColumns);
        }
        int position = identifier.indexOf(attribute.get());
        return identifier.size() == joinColumns.size()
                ? Optional.of(List.of(joinColumns.get(position))) : Optional.empty();
    }

    private Optional<Entity> holder(String name) {
        Optional<Entity> holder = columns.holder(current, name);
        return holder.isPresent() || attribute(current, name).isEmpty() ? holder : Optional.of(current);
    }

    /** An attribute by its name, or the single identifier under the name {@code id}. */
    private static Optional<Attribute> attribute(Entity entity, String name) {
        Optional<Attribute> attribute = entity.attribute(name);
        List<Attribute> identifier = entity.identifier();
        return attribute.isEmpty() && name.equals("id") && identifier.size() == 1 ? Optional.of(identifier.get(0)) : attribute;
    }

    private Optional<ColumnPath> compositeIdentifier(String name, List<String> rest) {
        if (!name.equals("id") || !rest.isEmpty() || current.identifier().size() < 2) {
            return Optional.empty();
        }
        ColumnPath identifier = columns.identifier(current).orElseThrow();
        steps.addAll(identifier.steps());
        return end(identifier.table(), identifier.columns(), Optional.empty());
    }

    private String column(Attribute.Basic basic) {
        return overridden(basic).orElse(basic.formula() ? "" : basic.column());
    }

    private List<String> joinColumns(Association association) {
        return association.joinColumns().size() > 1 ? association.joinColumns()
                : overridden(association).map(List::of).orElse(association.joinColumns());
    }

    /** The column that the owner of the embedded value gives to one of its attributes. */
    private Optional<String> overridden(Attribute attribute) {
        if (embedded == null) {
            return Optional.empty();
        }
        String prefix = nested.isEmpty() ? "" : String.join(".", nested) + ".";
        return Optional.ofNullable(embedded.columns().get(prefix + attribute.name()));
    }

    /** All columns of an embedded value; those of one within another stand in the columns of the outer. */
    private List<String> ownColumns(Attribute.Embedded value) {
        if (nested.isEmpty()) {
            return value.nested().stream().map(value.columns()::get).toList();
        }
        String prefix = String.join(".", nested) + ".";
        return embedded.nested().stream().filter(each -> each.startsWith(prefix)).map(embedded.columns()::get).toList();
    }

    private Optional<ColumnPath> end(String table, List<String> ends, Optional<Entity> target) {
        List<String> known = ends.stream().filter(each -> !each.isEmpty()).toList();
        return Optional.of(new ColumnPath(steps, table, known, target, joins));
    }

    private String dotted() {
        return String.join(".", steps.stream().map(Attribute::name).toList());
    }
}
