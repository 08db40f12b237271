package dev.seqscan.entity;

import dev.seqscan.program.JavaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names of columns, stated or implied (Jakarta Persistence 3.1, sections 2.10, 11.1.9 and 11.1.25). A name that is not
 * known is empty; columns whose number is not known are no columns.
 */
final class ColumnNames {

    private static final int MAX_DEPTH = 8;

    private final MappedClasses classes;
    private final TableNames tables;
    private final NamingStrategy naming;
    private final Map<String, List<String>> identifiers = new HashMap<>();
    private final Set<String> inProgress = new HashSet<>();

    ColumnNames(MappedClasses classes, TableNames tables, NamingStrategy naming) {
        this.classes = classes;
        this.tables = tables;
        this.naming = naming;
    }

    /** The column of a basic attribute. A simple identifier that {@code @MapsId} derives has the column of its source. */
    String column(PersistentMember member) {
        if (member.isId()) {
            Optional<PersistentMember> source = derivedFrom(member, "");
            if (source.isPresent() && inProgress.add("derived " + member.owner() + "#" + member.name())) {
                List<String> derived = joinColumns(source.get());
                inProgress.remove("derived " + member.owner() + "#" + member.name());
                return derived.size() == 1 ? derived.get(0) : "";
            }
        }
        Optional<MappingAnnotation> column = Optional.ofNullable(member.overrides().columns().get(member.name()))
                .or(() -> member.annotations().jpa("Column"));
        return naming.physical(column.map(each -> each.name("name", member.name())).orElse(member.name()));
    }

    /** The to-one attribute of the same class that gives an identifier, or the named part of it, its value. */
    private Optional<PersistentMember> derivedFrom(PersistentMember identifier, String part) {
        return classes.members(identifier.home()).stream()
                .filter(each -> each.isToOne() && each.annotations().jpa("MapsId")
                        .filter(mapsId -> mapsId.text("value").orElse("").equals(part)).isPresent())
                .findFirst();
    }

    /** The columns of an embedded value by path of its attributes. */
    SortedMap<String, String> embedded(PersistentMember value, JavaType type) {
        SortedMap<String, String> columns = new TreeMap<>();
        addEmbedded("", value, type, columns, 0);
        if (value.isId()) {
            for (String part : List.copyOf(columns.keySet())) {
                derivedFrom(value, part).map(this::joinColumns).filter(derived -> derived.size() == 1)
                        .ifPresent(derived -> columns.put(part, derived.get(0)));
            }
        }
        return columns;
    }

    private void addEmbedded(String prefix, PersistentMember value, JavaType type, Map<String, String> columns, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        for (PersistentMember each : classes.embedded(value, type)) {
            String path = prefix + each.name();
            if (each.isToOne()) {
                List<String> joined = joinColumns(each);
                for (int i = 0; i < joined.size(); i++) {
                    columns.put(i == 0 ? path : path + "." + joined.get(i), joined.get(i));
                }
            } else if (classes.embeddable(each.type()).isPresent()) {
                addEmbedded(path + ".", each, each.type(), columns, depth + 1);
            } else if (!each.isAssociation() && !each.annotations().hasHibernate("Formula")) {
                columns.put(path, column(each));
            }
        }
    }

    /** The columns of an owning to-one attribute. */
    List<String> joinColumns(PersistentMember member) {
        List<MappingAnnotation> shared = member.annotations().jpaAll("PrimaryKeyJoinColumn", "PrimaryKeyJoinColumns");
        if (!shared.isEmpty()) {
            List<String> own = identifier(member.home());
            return named(shared, own, own, member.name());
        }
        List<MappingAnnotation> stated = statedJoinColumns(member);
        boolean formula = member.annotations()
                .hasHibernate("JoinFormula", "JoinColumnsOrFormulas", "JoinColumnOrFormula");
        return stated.isEmpty() && formula ? List.of() : joinColumns(stated, member.name(), identifierOf(AssociationTargets.toOne(member)));
    }

    /** {@code @JoinColumn} of an attribute, or what overrides it. */
    List<MappingAnnotation> statedJoinColumns(PersistentMember member) {
        List<MappingAnnotation> overriding = member.overrides().joinColumns().get(member.name());
        return overriding != null && !overriding.isEmpty() ? overriding
                : member.annotations().jpaAll("JoinColumn", "JoinColumns");
    }

    /**
     * Foreign key columns.
     *
     * @param stated what annotations say, may be empty
     * @param prefix what a column without a name is called after
     * @param referenced the columns they refer to, unless an annotation says otherwise
     */
    List<String> joinColumns(List<MappingAnnotation> stated, String prefix, List<String> referenced) {
        List<String> implied = referenced.stream().map(each -> naming.joinColumn(prefix, each)).toList();
        return stated.isEmpty() ? implied : named(inOrderOf(referenced, stated), implied, referenced, prefix);
    }

    /** Hibernate puts the columns of a foreign key into the order of the primary key they refer to. */
    private List<MappingAnnotation> inOrderOf(List<String> referenced, List<MappingAnnotation> stated) {
        List<MappingAnnotation> ordered = new ArrayList<>();
        for (String column : referenced) {
            stated.stream().filter(each -> each.text("referencedColumnName").map(naming::physical).orElse("").equals(column))
                    .findFirst().ifPresent(ordered::add);
        }
        return ordered.size() == stated.size() ? ordered : stated;
    }

    /** The column of a collection's table that holds the key of a map or the place in a list; empty without one. */
    String keyColumn(PersistentMember member, Association.Container container) {
        Optional<MappingAnnotation> stated = container == Association.Container.MAP
                ? member.annotations().jpa("MapKeyColumn", "MapKeyJoinColumn") : member.annotations().jpa("OrderColumn");
        return switch (container) {
            case MAP -> member.annotations().hasJpa("MapKey") ? "" : key(member, stated, "_KEY");
            case LIST -> key(member, stated, "_ORDER");
            default -> "";
        };
    }

    private String key(PersistentMember member, Optional<MappingAnnotation> stated, String suffix) {
        String implied = member.name() + suffix;
        return naming.physical(stated.map(each -> each.name("name", implied)).orElse(implied));
    }

    private List<String> named(List<MappingAnnotation> stated, List<String> implied, List<String> referenced,
            String prefix) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            boolean sure = stated.size() == referenced.size();
            String byDefault = stated.get(i).text("referencedColumnName").map(each -> naming.joinColumn(prefix, each))
                    .orElse(sure ? implied.get(i) : "");
            names.add(naming.physical(stated.get(i).name("name", byDefault)));
        }
        return List.copyOf(names);
    }

    /** The primary key columns of the entity of a class name; none where it is not known. */
    List<String> identifierOf(String className) {
        return classes.of(className).map(this::identifier).orElse(List.of());
    }

    /** The primary key columns of an entity, ordered by attribute as Hibernate orders composite identifiers. */
    List<String> identifier(MappedClass entity) {
        List<String> known = identifiers.get(entity.name());
        if (known != null) {
            return known;
        }
        if (!inProgress.add(entity.name())) {
            return List.of();
        }
        List<String> columns = findIdentifier(entity);
        inProgress.remove(entity.name());
        identifiers.put(entity.name(), columns);
        return columns;
    }

    private List<String> findIdentifier(MappedClass entity) {
        List<MappingAnnotation> joined = entity.annotations().jpaAll("PrimaryKeyJoinColumn", "PrimaryKeyJoinColumns");
        MappedClass root = classes.root(entity);
        if (!joined.isEmpty() && root != entity && tables.inheritance(entity) == Entity.Inheritance.JOINED) {
            List<String> above = identifier(root);
            return named(joined, above, above, entity.entityName());
        }
        List<String> columns = new ArrayList<>();
        classes.members(entity).stream().filter(PersistentMember::isId).sorted(Comparator.comparing(PersistentMember::name))
                .forEach(each -> columns.addAll(identifier(each)));
        return List.copyOf(columns);
    }

    private List<String> identifier(PersistentMember member) {
        if (member.isToOne()) {
            return joinColumns(member);
        }
        return classes.embeddable(member.type()).isPresent()
                ? List.copyOf(embedded(member, member.type()).values()) : List.of(column(member));
    }
}
