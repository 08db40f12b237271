package dev.seqscan.entity;

import dev.seqscan.config.Settings;
import dev.seqscan.program.Constants;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.xml.XmlFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads mapped classes by the annotations of Jakarta Persistence 3.1, of its {@code javax} ancestors and of Hibernate, and
 * by their mapping files.
 */
public final class EntityReader {

    /**
     * The mapped classes of one application. What is mapped in a way that is not understood is a notice.
     *
     * @param classes of the application; where a name stands twice the first one counts
     * @param program to look up types and constants
     */
    public EntityModel read(Collection<DeclaredClass> classes, Program program, NamingStrategy naming, Settings settings,
            Notices notices) {
        return read(classes, List.of(), program, naming, settings, notices);
    }

    /** The same with what the mapping files among some XML files say. */
    public EntityModel read(Collection<DeclaredClass> classes, Collection<XmlFile> xml, Program program,
            NamingStrategy naming, Settings settings, Notices notices) {
        MappingContext context = new MappingContext(program, new Constants(program), naming, settings, notices);
        MappedClasses mapped = new MappedClasses(classes, xml, context);
        Builder builder = new Builder(mapped, context);
        Map<String, Entity> entities = new TreeMap<>();
        mapped.all().forEach(each -> entities.put(each.name(), builder.entity(each)));
        reportDuplicates(entities.values(), notices);
        return new EntityModel(entities);
    }

    private static void reportDuplicates(Collection<Entity> entities, Notices notices) {
        Map<String, Entity> byName = new TreeMap<>();
        for (Entity each : entities) {
            Entity other = each.kind() == Entity.Kind.ENTITY ? byName.putIfAbsent(each.name(), each) : null;
            if (other != null) {
                notices.add(Notice.Kind.DUPLICATE, each.place().file(), each.place().line(),
                        "entity name " + each.name() + " is also that of " + other.className());
            }
        }
    }

    /** Puts the parts of one mapped class together. */
    private static final class Builder {

        private final MappedClasses classes;
        private final MappingContext context;
        private final TableNames tables;
        private final ColumnNames columns;
        private final AssociationReader associations;
        private final AttributeReader attributeReader;

        Builder(MappedClasses classes, MappingContext context) {
            this.classes = classes;
            this.context = context;
            this.tables = new TableNames(classes, context.naming());
            this.columns = new ColumnNames(classes, tables, context.naming());
            this.associations = new AssociationReader(classes, columns, tables, context);
            this.attributeReader = new AttributeReader(classes, columns, associations, context);
        }

        Entity entity(MappedClass mapped) {
            boolean isEntity = mapped.isEntity();
            List<Attribute> attributes = attributes(mapped);
            if (isEntity && attributes.stream().noneMatch(Attribute::isId)) {
                context.notUnderstood(classes.place(mapped), "entity " + mapped.entityName() + " has no known identifier");
            }
            return new Entity(mapped.kind(), mapped.name(), mapped.entityName(), tables.table(mapped),
                    classes.superclasses(mapped).stream().findFirst().map(MappedClass::name).orElse(""),
                    isEntity ? tables.inheritance(mapped) : Entity.Inheritance.NONE, attributes,
                    isEntity ? new DeclaredIndexes(classes, columns, context.naming()).read(mapped) : List.of(),
                    associations.batchSize(mapped.annotations()), isCached(mapped), new IdGenerations(classes).of(mapped),
                    isEntity ? tables.discriminator(mapped) : "",
                    isEntity ? new TenantColumns(classes, context).of(mapped, attributes) : "", restriction(mapped),
                    new Removals(classes, context).of(mapped), classes.place(mapped));
        }

        private List<Attribute> attributes(MappedClass mapped) {
            List<Attribute> attributes = new ArrayList<>();
            for (PersistentMember each : classes.members(mapped)) {
                attributeReader.read(each).map(attribute -> inTableOf(mapped, attribute)).ifPresent(attributes::add);
            }
            return List.copyOf(attributes);
        }

        /** With joined tables, the table of a subclass may call the identifier by another name. */
        private Attribute inTableOf(MappedClass mapped, Attribute attribute) {
            boolean inherited = mapped.isEntity() && attribute.isId() && classes.root(mapped) != mapped;
            if (inherited && attribute instanceof Attribute.Basic basic && columns.identifier(mapped).size() == 1) {
                return new Attribute.Basic(basic.name(), basic.owner(), true, columns.identifier(mapped).get(0),
                        basic.javaType(), basic.isEnum(), basic.isLob(), basic.isVersion(), basic.formula(), basic.place());
            }
            return attribute;
        }

        /** A cache holds whole hierarchies (Hibernate User Guide, "Caching"). */
        private boolean isCached(MappedClass mapped) {
            return mapped.isEntity() && (Caching.isCached(mapped.annotations())
                    || Caching.isCached(classes.root(mapped).annotations()));
        }

        private String restriction(MappedClass mapped) {
            if (!mapped.isEntity()) {
                return "";
            }
            boolean own = mapped.annotations().hasHibernate("Where", "SQLRestriction");
            MappedClass holder = own ? mapped : classes.root(mapped);
            return holder.annotations().hibernate("Where").map(each -> each.name("clause", ""))
                    .or(() -> holder.annotations().hibernate("SQLRestriction").map(each -> each.name("value", "")))
                    .orElse("");
        }
    }
}
