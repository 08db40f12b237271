package dev.seqscan.flow;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.program.JavaType;
import dev.seqscan.query.Query;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What static types say about entities. */
final class EntityTypes {

    private final EntityModel entities;
    private final Map<String, String> byInterface;

    /** Takes, beside the entities, the mapped class that stands behind each interface of the program. */
    EntityTypes(EntityModel entities, Map<String, String> byInterface) {
        this.entities = entities;
        this.byInterface = byInterface;
    }

    /** The mapped class that a type is or holds: {@code List<Order>}, {@code Map<Long, Order>}; else empty. */
    String in(JavaType type) {
        return in(type, 0);
    }

    private String in(JavaType type, int depth) {
        if (depth > 5) {
            return "";
        }
        if (type instanceof JavaType.ArrayType array) {
            return in(array.element(), depth + 1);
        }
        String name = mapped(type.className());
        if (!name.isEmpty()) {
            return name;
        }
        if (type instanceof JavaType.ClassType named) {
            List<JavaType> arguments = named.arguments();
            for (int i = arguments.size() - 1; i >= 0; i--) {
                String found = in(arguments.get(i), depth + 1);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        if (type instanceof JavaType.Wildcard wildcard) {
            return in(wildcard.bound(), depth + 1);
        }
        return type instanceof JavaType.TypeVariable variable && variable.bound() != null
                && variable.bound() != type ? in(variable.bound(), depth + 1) : "";
    }

    /** The mapped class of a class name: itself, or the one behind an interface; else empty. */
    private String mapped(String className) {
        return entities.ofClass(className).isPresent() ? className : byInterface.getOrDefault(className, "");
    }

    boolean isMapped(String className) {
        return !mapped(className).isEmpty();
    }

    /** Whether a value of one mapped class may be one of the other. */
    boolean related(String left, String right) {
        return left.equals(right) || isBelow(left, right) || isBelow(right, left);
    }

    /** Whether one mapped class is the other or above it, so that all objects of the other are of it. */
    boolean isOrAbove(String above, String className) {
        return above.equals(className) || isBelow(className, above);
    }

    /** Whether a query yields entities of a class or of one related to it. */
    boolean areYielded(Query query, String className) {
        return !query.writes() && entities.ofClass(query.entity()).isPresent() && related(query.entity(), className);
    }

    private boolean isBelow(String className, String above) {
        String current = className;
        for (int depth = 0; depth < 12 && !current.isEmpty(); depth++) {
            if (current.equals(above)) {
                return true;
            }
            current = entities.ofClass(mapped(current)).map(Entity::superclass).orElse("");
        }
        return false;
    }

    /** The association that a field or accessor of a mapped class reads. */
    Optional<Association> association(String className, String attribute) {
        Optional<Entity> entity = entities.ofClass(mapped(className));
        Optional<Attribute> found = entity.flatMap(each -> entities.attributeOf(each, attribute));
        return found.filter(Association.class::isInstance).map(Association.class::cast);
    }

    /** The attribute of a mapped class or of a class below it. */
    Optional<Attribute> attribute(String className, String attribute) {
        return entities.ofClass(mapped(className)).flatMap(each -> entities.attributeOf(each, attribute));
    }

    /** Whether the identifier of a mapped class is declared in a superclass that is not in the sources. */
    boolean inheritsIdentifier(String className) {
        return entities.ofClass(mapped(className)).filter(each -> each.identifier().isEmpty()).isPresent();
    }

    /**
     * Whether objects of a mapped class, or of one below it, may have an association, themselves or in an embedded value. A
     * method that a class inherits may be followed into that of another class; no row of the one leads into the other.
     */
    boolean mayHave(String className, Association association) {
        Optional<Entity> entity = entities.ofClass(mapped(className));
        return entity.isEmpty() || Stream.concat(entity.stream(), entities.subclasses(entity.get()).stream())
                .anyMatch(each -> has(each, association, 0));
    }

    private boolean has(Entity entity, Association association, int depth) {
        return entity.attributes().contains(association) || depth < 5 && entity.attributes().stream()
                .filter(Attribute.Embedded.class::isInstance).map(each -> ((Attribute.Embedded) each).type())
                .flatMap(each -> entities.ofClass(each).stream()).anyMatch(each -> has(each, association, depth + 1));
    }

    /** Whether an attribute is an embedded value, whose own associations belong to the entity. */
    boolean isEmbedded(String className, String attribute) {
        return entities.ofClass(mapped(className)).flatMap(each -> each.attribute(attribute))
                .filter(Attribute.Embedded.class::isInstance).isPresent();
    }

    /** Whether an attribute is the identifier, which a proxy knows without being loaded. */
    boolean isIdentifier(String className, String attribute) {
        return entities.ofClass(mapped(className)).flatMap(each -> each.attribute(attribute)).filter(Attribute::isId).isPresent();
    }

    /**
     * How many bags, which are lists without order column, a query would join to load a path with its rows. Of two, rows
     * would come once for each pair, so Hibernate refuses them (User Guide, "MultipleBagFetchException").
     */
    long bags(List<Association> path, Optional<Query> query) {
        Set<Association> joined = new LinkedHashSet<>(path);
        query.flatMap(each -> entities.ofClass(each.entity())).ifPresent(root -> query.get().shape().fetches().forEach(fetch ->
                entities.resolve(root, List.of(fetch.split("\\."))).stream().filter(Association.class::isInstance)
                        .map(Association.class::cast).forEach(joined::add)));
        return joined.stream().filter(each -> each.container() == Association.Container.BAG).count();
    }
}
