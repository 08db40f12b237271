package dev.seqscan.query.hql;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.query.ColumnPath;
import dev.seqscan.query.EntityColumns;
import dev.seqscan.query.QueryShape.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves the paths of one query; associations that a path goes through become roots. */
final class PathReader {

    private final ShapeParts parts;
    private final Scope scope;
    private final boolean subquery;

    PathReader(ShapeParts parts, Scope scope, boolean subquery) {
        this.parts = parts;
        this.scope = scope;
        this.subquery = subquery;
    }

    /** Whether the path can be one of attributes, rather than a constant. */
    boolean isAttributePath(DomainPath path) {
        return path.names().isEmpty() || scope.named(path.names().get(0)).isPresent()
                || scope.withAttribute(path.names().get(0), parts.entities()).isPresent()
                || path.names().size() == 1 && scope.withColumn(path.names().get(0)).isPresent();
    }

    Reference read(DomainPath path) {
        if (path.names().isEmpty()) {
            return Reference.unknownColumn(Optional.empty(), "", "");
        }
        String first = path.names().get(0);
        Optional<Source> named = scope.named(first);
        if (named.isPresent()) {
            return from(named.get(), path.names().subList(1, path.names().size()), path.treatedAs());
        }
        Optional<Source> implicit = scope.withAttribute(first, parts.entities());
        return implicit.map(source -> from(source, path.names(), path.treatedAs())).orElseGet(() -> notFound(path.names()));
    }

    /** The collection of {@code o.lines.size}, as Hibernate 5 wrote {@code size(o.lines)}. */
    Optional<Reference> collectionOfSize(DomainPath path) {
        int last = path.names().size() - 1;
        if (last < 1 || !path.names().get(last).equals("size")) {
            return Optional.empty();
        }
        DomainPath collection = new DomainPath(path.names().subList(0, last), path.treatedAs());
        return isAttributePath(collection) ? Optional.of(read(collection)).filter(each -> link(each).isPresent())
                : Optional.empty();
    }

    /** The collection's foreign key behind a path; empty where the path does not end in a collection. */
    Optional<EntityColumns.Link> link(Reference reference) {
        return reference.last().filter(Association.class::isInstance).map(Association.class::cast)
                .filter(each -> !each.cardinality().isToOne()).map(parts.columns()::link);
    }

    private Reference from(Source source, List<String> names, String treatedAs) {
        Optional<Entity> treated = treatedAs.isEmpty() ? Optional.empty() : parts.entity(treatedAs);
        Optional<Entity> start = treated.isPresent() && startsAt(source, treated.get()) ? treated : source.entity();
        if (start.isEmpty()) {
            return Reference.unknownColumn(Optional.of(source), names.isEmpty() ? source.table() : "", String.join(".", names));
        }
        if (names.isEmpty()) {
            return alias(source, start.get());
        }
        List<String> steps = withVersion(start.get(), names);
        Optional<ColumnPath> found = parts.columns().resolve(start.get(), steps);
        return found.map(path -> reference(source, path)).orElseGet(() -> unresolved(source, start.get(), steps));
    }

    /** A {@code treat} of a longer path needs no entity: attributes of subclasses are found without it. */
    private boolean startsAt(Source source, Entity treated) {
        return source.entity().filter(each -> each.className().equals(treated.className())
                || parts.entities().subclasses(each).contains(treated)).isPresent();
    }

    private Reference alias(Source source, Entity entity) {
        Optional<ColumnPath> identifier = parts.columns().identifier(entity);
        return new Reference(Reference.Kind.COLUMN, Optional.of(source), identifier.map(ColumnPath::table).orElse(source.table()),
                identifier.map(ColumnPath::columns).orElse(List.of("")), identifier.map(ColumnPath::path).orElse(""),
                Optional.of(entity), Optional.empty());
    }

    private Reference reference(Source source, ColumnPath path) {
        for (ColumnPath.Join join : path.joins()) {
            List<String> full = new ArrayList<>(source.path());
            full.add(join.path());
            parts.addJoin(new Root(join.target().className(), parts.columns().table(join.target()), "",
                    String.join(".", full), subquery));
        }
        List<String> columns = path.columns().isEmpty() ? List.of("") : path.columns();
        // An embeddable has no table of its own: its columns stand in the collection table.
        String table = path.table().isEmpty() && path.joins().isEmpty() ? source.table() : path.table();
        return new Reference(Reference.Kind.COLUMN, Optional.of(source), table, columns, path.path(), path.target(),
                Optional.of(path.last()));
    }

    /** {@code o.class} of Hibernate 5 is the discriminator; all else is a name that the entity does not have. */
    private Reference unresolved(Source source, Entity entity, List<String> names) {
        boolean discriminator = names.get(names.size() - 1).equals("class");
        boolean simple = names.size() == 1;
        if (!discriminator) {
            parts.unknown(entity.name() + " has no attribute " + String.join(".", names));
        }
        return Reference.unknownColumn(Optional.of(source), simple ? parts.columns().table(entity) : "", String.join(".", names));
    }

    private List<String> withVersion(Entity entity, List<String> names) {
        int last = names.size() - 1;
        if (!names.get(last).equals(DomainPath.VERSION)) {
            return names;
        }
        Entity owner = last == 0 ? entity : parts.columns().resolve(entity, names.subList(0, last))
                .flatMap(ColumnPath::target).orElse(entity);
        List<String> steps = new ArrayList<>(names.subList(0, last));
        steps.add(owner.attributes().stream().filter(each -> each instanceof Attribute.Basic basic && basic.isVersion())
                .map(Attribute::name).findFirst().orElse("version"));
        return steps;
    }

    /** Enum constants and static fields are written with a class name; Hibernate 6 also takes the constant alone. */
    private Reference notFound(List<String> names) {
        String name = String.join(".", names);
        if (names.size() == 1 && scope.selection(name).isPresent()) {
            return Reference.unknownColumn(Optional.empty(), "", "");
        }
        if (names.size() == 1 && scope.withColumn(name).isPresent()) {
            Scope.Column column = scope.withColumn(name).get();
            return from(column.source(), List.of(column.attribute()), "");
        }
        String last = names.get(names.size() - 1);
        boolean constant = names.size() > 1 ? names.stream().anyMatch(PathReader::isClassName)
                : isClassName(last) && !scope.hasUnknownSource();
        if (constant) {
            return Reference.CONSTANT;
        }
        if (scope.hasUnknownSource()) {
            return Reference.unknownColumn(Optional.empty(), "", name);
        }
        parts.unknown("no alias and no attribute is named " + name);
        return Reference.unknownName(name);
    }

    private static boolean isClassName(String name) {
        return Character.isUpperCase(name.charAt(0));
    }
}
