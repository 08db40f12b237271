package dev.seqscan.entity;

import dev.seqscan.entity.Association.Cardinality;
import dev.seqscan.entity.Association.Container;
import dev.seqscan.program.JavaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads associations and element collections (Jakarta Persistence 3.1, sections 2.6, 2.10 and 11.1). */
final class AssociationReader {

    /** What a collection is loaded by: its table if it has one, the columns that refer to its owner, and the others. */
    private record Link(String joinTable, List<String> joinColumns, List<String> elementColumns) {

        static final Link UNKNOWN = new Link("", List.of(), List.of());
    }

    private final MappedClasses classes;
    private final ColumnNames columns;
    private final TableNames tables;
    private final MappingContext context;
    private final AssociationTargets targets;

    AssociationReader(MappedClasses classes, ColumnNames columns, TableNames tables, MappingContext context) {
        this.classes = classes;
        this.columns = columns;
        this.tables = tables;
        this.context = context;
        this.targets = new AssociationTargets(context.program());
    }

    Association read(PersistentMember member) {
        Cardinality cardinality = cardinality(member);
        MappingAnnotation mapping = mapping(member);
        String target = cardinality.isToOne() ? AssociationTargets.toOne(member) : targets.element(member).className();
        if (target.isEmpty()) {
            context.notUnderstood(member.place(), "the type that " + member.name() + " leads to is not known");
        }
        String mappedBy = mappedBy(member, mapping, target);
        Link link = link(member, cardinality, target, mapping.has("mappedBy"), mappedBy);
        Fetching stated = Fetching.of(member.annotations(), mapping, cardinality);
        Fetching fetching = cardinality.isToOne() && hasNoProxy(target) ? stated.withoutProxy() : stated;
        int batchSize = cardinality.isToOne() ? classes.of(target).map(each -> batchSize(each.annotations())).orElse(1)
                : batchSize(member.annotations());
        Container container = cardinality.isToOne() ? Container.NONE : targets.container(member);
        boolean ownTable = !link.joinTable().isEmpty() && !mapping.has("mappedBy");
        return new Association(member.name(), member.owner(), member.isId(), cardinality, target, mappedBy,
                fetching.type(), fetching.explicit(), isOptional(member, mapping), link.joinColumns(), link.joinTable(),
                link.elementColumns(), ownTable ? columns.keyColumn(member, container) : "", container, batchSize,
                fetching.mode(), cascadesRemove(member, mapping, cardinality), Caching.isCached(member.annotations()),
                member.place());
    }

    /** {@code @Proxy(lazy = false)}, or {@code lazy="false"} of a class in {@code hbm.xml}. */
    private boolean hasNoProxy(String target) {
        return classes.of(target).flatMap(each -> each.annotations().hibernate("Proxy"))
                .filter(each -> !each.flag("lazy").orElse(true)).isPresent();
    }

    /** How many proxies of a class, or collections of an attribute, one statement loads. */
    int batchSize(MappingAnnotations annotations) {
        return annotations.hibernate("BatchSize").map(each -> each.number("size").orElse(1))
                .orElseGet(context::defaultBatchSize);
    }

    private static Cardinality cardinality(PersistentMember member) {
        MappingAnnotations annotations = member.annotations();
        return annotations.hasJpa("ManyToOne") ? Cardinality.MANY_TO_ONE
                : annotations.hasJpa("OneToOne") ? Cardinality.ONE_TO_ONE
                : annotations.hasJpa("OneToMany") ? Cardinality.ONE_TO_MANY
                : annotations.hasJpa("ManyToMany") ? Cardinality.MANY_TO_MANY : Cardinality.ELEMENT_COLLECTION;
    }

    private static MappingAnnotation mapping(PersistentMember member) {
        return member.annotations().jpa("ManyToOne").or(() -> member.annotations().jpa("OneToOne"))
                .or(() -> member.annotations().jpa("OneToMany")).or(() -> member.annotations().jpa("ManyToMany"))
                .or(() -> member.annotations().jpa("ElementCollection")).orElseThrow();
    }

    private static boolean isOptional(PersistentMember member, MappingAnnotation mapping) {
        boolean nullable = member.annotations().jpaAll("JoinColumn", "JoinColumns").stream()
                .allMatch(each -> each.flag("nullable").orElse(true));
        return mapping.flag("optional").orElse(true) && nullable && !member.isId() && !member.annotations().hasJpa("MapsId");
    }

    /** A removal of the owner removes what a collection of elements holds, as these have no life of their own. */
    private static boolean cascadesRemove(PersistentMember member, MappingAnnotation mapping, Cardinality cardinality) {
        List<String> cascade = mapping.constants("cascade");
        List<String> hibernate = member.annotations().hibernate("Cascade").map(each -> each.constants("value"))
                .orElse(List.of());
        return cardinality == Cardinality.ELEMENT_COLLECTION || cascade.contains("ALL") || cascade.contains("REMOVE")
                || hibernate.contains("ALL") || hibernate.contains("REMOVE") || hibernate.contains("DELETE")
                || hibernate.contains("DELETE_ORPHAN") || mapping.flag("orphanRemoval").orElse(false);
    }

    /**
     * The name of the owning attribute. A constant of a generated metamodel ({@code OrderLine_.ORDER}) is not in the
     * sources; it is the attribute's name in upper snake case (Hibernate Metamodel Generator).
     */
    private String mappedBy(PersistentMember member, MappingAnnotation mapping, String target) {
        Optional<String> text = mapping.text("mappedBy");
        if (text.isPresent() || !mapping.has("mappedBy")) {
            return text.orElse("");
        }
        Optional<String> constant = mapping.constant("mappedBy").flatMap(name -> classes.of(target)
                .flatMap(each -> classes.members(each).stream().map(PersistentMember::name)
                        .filter(attribute -> upperSnakeCase(attribute).equals(name)).findFirst()));
        if (constant.isEmpty()) {
            context.notUnderstood(mapping.place(), "mappedBy of " + member.name() + " is not a constant of the sources");
        }
        return constant.orElse("");
    }

    private static String upperSnakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private Link link(PersistentMember member, Cardinality cardinality, String target, boolean inverse, String mappedBy) {
        if (inverse) {
            return mappedBy.isEmpty() ? Link.UNKNOWN : inverse(member, cardinality, target, mappedBy);
        }
        if (cardinality == Cardinality.ELEMENT_COLLECTION) {
            return elementCollection(member);
        }
        boolean joinTable = member.annotations().hasJpa("JoinTable");
        boolean joinColumn = !columns.statedJoinColumns(member).isEmpty();
        if (cardinality.isToOne() && !joinTable) {
            return new Link("", columns.joinColumns(member), List.of());
        }
        if (cardinality == Cardinality.ONE_TO_MANY && joinColumn && !joinTable) {
            List<MappingAnnotation> stated = columns.statedJoinColumns(member);
            return new Link("", columns.joinColumns(stated, member.name(), owner(member)), List.of());
        }
        return joinTable(member, target);
    }

    private List<String> owner(PersistentMember member) {
        return member.home().isEntity() ? columns.identifier(member.home()) : List.of();
    }

    /** The inverse side is loaded by the columns of the owning side, a join table's from its other end. */
    private Link inverse(PersistentMember member, Cardinality cardinality, String target, String mappedBy) {
        Optional<PersistentMember> owning = classes.of(target).flatMap(each -> classes.member(each, mappedBy));
        if (owning.isEmpty()) {
            if (classes.of(target).isPresent()) {
                context.notUnderstood(member.place(),
                        target + " has no attribute " + mappedBy + " that owns " + member.name());
            }
            return Link.UNKNOWN;
        }
        boolean byTable = cardinality == Cardinality.MANY_TO_MANY || owning.get().annotations().hasJpa("JoinTable");
        if (byTable) {
            Link link = joinTable(owning.get(), member.home().name());
            return new Link(link.joinTable(), link.elementColumns(), link.joinColumns());
        }
        return owning.get().isToOne() ? new Link("", columns.joinColumns(owning.get()), List.of()) : Link.UNKNOWN;
    }

    /**
     * Names per Jakarta Persistence 3.1, sections 2.10.4, 2.10.5 and 11.1.27. The table of a to-one is to Hibernate a
     * secondary table, whose key is called as that of the first.
     */
    private Link joinTable(PersistentMember owning, String target) {
        Optional<MappingAnnotation> table = owning.annotations().jpa("JoinTable");
        Optional<MappedClass> other = classes.of(target);
        String ownerTable = tables.table(owning.home());
        String otherTable = other.map(tables::table).orElse("");
        String implied = ownerTable.isEmpty() || otherTable.isEmpty() ? ""
                : context.naming().joinTable(ownerTable, otherTable, owning.name());
        String name = table.map(each -> each.name("name", implied)).orElse(implied);
        String ownerPrefix = other.flatMap(each -> inverseOf(each, owning)).map(PersistentMember::name)
                .orElse(owning.home().entityName());
        List<MappingAnnotation> stated = table.map(each -> each.nested("joinColumns")).orElse(List.of());
        List<String> joinColumns = owning.isToOne() && stated.isEmpty() ? owner(owning)
                : columns.joinColumns(stated, ownerPrefix, owner(owning));
        List<String> elementColumns = columns.joinColumns(
                table.map(each -> each.nested("inverseJoinColumns")).orElse(List.of()), owning.name(),
                columns.identifierOf(target));
        return new Link(context.naming().physical(name), joinColumns, elementColumns);
    }

    /** The attribute of the other side that says it is mapped by this one. */
    private Optional<PersistentMember> inverseOf(MappedClass other, PersistentMember owning) {
        return classes.members(other).stream().filter(PersistentMember::isAssociation)
                .filter(each -> mapping(each).text("mappedBy").filter(owning.name()::equals).isPresent())
                .filter(each -> {
                    String type = each.isToOne() ? AssociationTargets.toOne(each) : targets.element(each).className();
                    return type.equals(owning.home().name()) || type.equals(owning.owner());
                }).findFirst();
    }

    private Link elementCollection(PersistentMember member) {
        Optional<MappingAnnotation> table = member.annotations().jpa("CollectionTable");
        String entity = member.home().entityName();
        String implied = member.home().isEntity() ? context.naming().collectionTable(entity, member.name()) : "";
        String name = table.map(each -> each.name("name", implied)).orElse(implied);
        List<String> joinColumns = columns.joinColumns(table.map(each -> each.nested("joinColumns")).orElse(List.of()),
                entity, owner(member));
        JavaType element = targets.element(member);
        List<String> elementColumns = classes.embeddable(element).isPresent()
                ? List.copyOf(columns.embedded(member, element).values()) : List.of(columns.column(member));
        return new Link(context.naming().physical(name), joinColumns, elementColumns);
    }
}
