package dev.seqscan.entity;

import dev.seqscan.entity.Entity.DeclaredIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Indexes and unique constraints that the annotations of one entity declare for its own table. */
final class DeclaredIndexes {

    private static final Pattern DIRECTION = Pattern.compile("(?i)\\s++(asc|desc)$");

    private final MappedClasses classes;
    private final ColumnNames columns;
    private final NamingStrategy naming;

    DeclaredIndexes(MappedClasses classes, ColumnNames columns, NamingStrategy naming) {
        this.classes = classes;
        this.columns = columns;
        this.naming = naming;
    }

    List<DeclaredIndex> read(MappedClass entity) {
        List<DeclaredIndex> indexes = new ArrayList<>();
        entity.annotations().jpa("Table").ifPresent(table -> {
            table.nested("indexes").forEach(each -> indexes.add(new DeclaredIndex(each.text("name").orElse(""),
                    columnList(each), each.flag("unique").orElse(false), each.place())));
            table.nested("uniqueConstraints").forEach(each -> indexes.add(new DeclaredIndex(each.text("name").orElse(""),
                    each.texts("columnNames").stream().map(naming::physical).toList(), true, each.place())));
        });
        List<String> naturalId = new ArrayList<>();
        for (PersistentMember each : classes.members(entity)) {
            if (each.home() == entity) {
                unique(each).ifPresent(indexes::add);
                naturalId.addAll(naturalId(each));
            }
        }
        if (!naturalId.isEmpty()) {
            indexes.add(new DeclaredIndex("", List.copyOf(naturalId), true, classes.place(entity)));
        }
        return List.copyOf(indexes);
    }

    /** Columns are logical names, which Hibernate turns into physical ones as any other. */
    private List<String> columnList(MappingAnnotation index) {
        List<String> names = new ArrayList<>();
        for (String part : index.name("columnList", "").split(",")) {
            String name = DIRECTION.matcher(part.strip()).replaceFirst("").strip();
            if (!name.isEmpty()) {
                names.add(naming.physical(name));
            }
        }
        return List.copyOf(names);
    }

    /** The owning side of a one-to-one is unique, too (Jakarta Persistence 3.1, section 2.10.1). */
    private Optional<DeclaredIndex> unique(PersistentMember member) {
        MappingAnnotations annotations = member.annotations();
        List<String> unique = List.of();
        if (member.isToOne() && !annotations.hasJpa("JoinTable")) {
            boolean stated = columns.statedJoinColumns(member).stream().anyMatch(each -> each.flag("unique").orElse(false));
            boolean oneToOne = annotations.jpa("OneToOne").filter(each -> !each.has("mappedBy")).isPresent()
                    && !annotations.hasJpa("MapsId", "PrimaryKeyJoinColumn", "PrimaryKeyJoinColumns");
            unique = stated || oneToOne ? columns.joinColumns(member) : unique;
        } else if (annotations.jpa("Column").flatMap(each -> each.flag("unique")).orElse(false)) {
            unique = List.of(columns.column(member));
        }
        return unique.isEmpty() ? Optional.empty() : Optional.of(new DeclaredIndex("", unique, true, member.place()));
    }

    private List<String> naturalId(PersistentMember member) {
        if (!member.annotations().hasHibernate("NaturalId")) {
            return List.of();
        }
        if (member.isToOne()) {
            return columns.joinColumns(member);
        }
        return classes.embeddable(member.type()).isPresent()
                ? List.copyOf(columns.embedded(member, member.type()).values()) : List.of(columns.column(member));
    }
}
