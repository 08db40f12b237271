package dev.seqscan.entity;

import dev.seqscan.schema.Index;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tables as the mapping declares them, for where no migration speaks of a table: what a schema generator makes of the
 * annotations (Jakarta Persistence 3.1, section 11.2). Columns have no types.
 */
public final class MappingSchema {

    private static final int MAX_PATH = 500;

    private final EntityModel model;
    private final Product product;
    private final SortedMap<String, TableDraft> drafts = new TreeMap<>();

    private MappingSchema(EntityModel model, Product product) {
        this.model = model;
        this.product = product;
    }

    /** The tables of all entities and their join and collection tables, by normalised name. */
    public static SortedMap<String, Table> tables(EntityModel model, Product product) {
        MappingSchema schema = new MappingSchema(model, product);
        List<Entity> entities = model.all().stream()
                .filter(each -> each.kind() == Entity.Kind.ENTITY && !each.table().isEmpty()).toList();
        entities.forEach(schema::addTable);
        entities.forEach(schema::addJoinTables);
        SortedMap<String, Table> tables = new TreeMap<>();
        schema.drafts.forEach((name, draft) -> tables.put(name, draft.table()));
        return tables;
    }

    private void addTable(Entity entity) {
        TableDraft draft = drafts.computeIfAbsent(entity.table(), name -> new TableDraft(name, entity.place()));
        draft.primaryKey(identifier(entity), entity.place());
        entity.indexes().forEach(each -> draft.index(each.name(),
                each.unique() ? Index.Origin.UNIQUE_CONSTRAINT : Index.Origin.INDEX, each.columns(), each.place()));
        for (Attribute attribute : entity.attributes()) {
            if (model.tableOf(entity, attribute).equals(entity.table())) {
                draft.columns(columns(attribute), attribute.place());
                if (attribute instanceof Association association && association.joinTable().isEmpty()) {
                    addForeignKey(entity, draft, association);
                } else if (attribute instanceof Attribute.Embedded embedded) {
                    addForeignKeys(draft, "", embedded.type(), embedded);
                }
            }
        }
        if (!entity.discriminator().isEmpty()) {
            draft.columns(List.of(entity.discriminator()), entity.place());
        }
        if (entity.inheritance() == Entity.Inheritance.JOINED) {
            addKeyOfSuperclass(entity, draft);
        }
    }

    private void addKeyOfSuperclass(Entity entity, TableDraft draft) {
        Entity above = model.ofClass(entity.superclass()).orElse(null);
        while (above != null && above.kind() != Entity.Kind.ENTITY) {
            above = model.ofClass(above.superclass()).orElse(null);
        }
        if (above != null) {
            draft.foreignKey(identifier(entity), above.table(), entity.place(), false);
        }
    }

    private void addForeignKey(Entity entity, TableDraft draft, Association association) {
        boolean owning = association.mappedBy().isEmpty();
        if (association.cardinality().isToOne() && owning) {
            draft.foreignKey(association.joinColumns(), table(association.target()), association.place(),
                    product.indexesForeignKeys());
        } else if (association.cardinality() == Association.Cardinality.ONE_TO_MANY && owning
                && !table(association.target()).isEmpty()) {
            TableDraft target = drafts.computeIfAbsent(table(association.target()),
                    name -> new TableDraft(name, association.place()));
            target.columns(association.joinColumns(), association.place());
            target.foreignKey(association.joinColumns(), entity.table(), association.place(), product.indexesForeignKeys());
        }
    }

    /** The foreign keys of to-one attributes inside an embedded value. */
    private void addForeignKeys(TableDraft draft, String prefix, String type, Attribute.Embedded value) {
        List<Attribute> nested = model.ofClass(type).map(Entity::attributes).orElse(List.of());
        for (Attribute each : nested) {
            String path = prefix + each.name();
            if (each instanceof Association association && association.cardinality().isToOne()) {
                List<String> key = new TreeMap<>(value.columns()).entrySet().stream()
                        .filter(column -> column.getKey().equals(path) || column.getKey().startsWith(path + "."))
                        .map(Map.Entry::getValue).toList();
                draft.foreignKey(key, table(association.target()), value.place(), product.indexesForeignKeys());
            } else if (each instanceof Attribute.Embedded deeper && prefix.length() < MAX_PATH) {
                addForeignKeys(draft, path + ".", deeper.type(), value);
            }
        }
    }

    private void addJoinTables(Entity entity) {
        for (Attribute attribute : entity.attributes()) {
            if (attribute instanceof Association association && !association.joinTable().isEmpty()
                    && association.mappedBy().isEmpty()) {
                addJoinTable(model.tableOf(entity, attribute), association);
            }
        }
    }

    private void addJoinTable(String ownerTable, Association association) {
        Place place = association.place();
        TableDraft draft = drafts.computeIfAbsent(association.joinTable(), name -> new TableDraft(name, place));
        draft.columns(association.joinColumns(), place);
        draft.columns(association.elementColumns(), place);
        draft.columns(List.of(association.keyColumn()), place);
        draft.primaryKey(key(association), place);
        boolean single = association.cardinality() == Association.Cardinality.ONE_TO_MANY
                || association.cardinality() == Association.Cardinality.ONE_TO_ONE;
        if (single) {
            draft.index("", Index.Origin.UNIQUE_CONSTRAINT, association.elementColumns(), place);
        }
        draft.foreignKey(association.joinColumns(), ownerTable, place, product.indexesForeignKeys());
        if (association.cardinality() != Association.Cardinality.ELEMENT_COLLECTION) {
            draft.foreignKey(association.elementColumns(), table(association.target()), place, product.indexesForeignKeys());
        } else {
            addForeignKeysOfElements(draft, association);
        }
    }

    /** Those of to-one attributes whose columns no override renames. */
    private void addForeignKeysOfElements(TableDraft draft, Association elements) {
        model.ofClass(elements.target()).filter(each -> each.kind() == Entity.Kind.EMBEDDABLE).stream()
                .flatMap(each -> each.attributes().stream()).filter(Association.class::isInstance).map(Association.class::cast)
                .filter(each -> each.cardinality().isToOne() && elements.elementColumns().containsAll(each.joinColumns()))
                .forEach(each -> draft.foreignKey(each.joinColumns(), table(each.target()), elements.place(),
                        product.indexesForeignKeys()));
    }

    /** A bag has no key, nor has a set of elements, since these may be null (Hibernate User Guide, "Collections"). */
    private static List<String> key(Association association) {
        List<String> key = new ArrayList<>(association.joinColumns());
        switch (association.container()) {
            case SET -> key.addAll(association.elementColumns());
            case LIST, MAP -> key.add(association.keyColumn());
            default -> { }
        }
        boolean setOfElements = association.container() == Association.Container.SET
                && association.cardinality() == Association.Cardinality.ELEMENT_COLLECTION;
        return association.container() == Association.Container.BAG || setOfElements ? List.of() : key;
    }

    private String table(String className) {
        return model.ofClass(className).map(Entity::table).orElse("");
    }

    private static List<String> identifier(Entity entity) {
        return entity.identifier().stream().sorted(java.util.Comparator.comparing(Attribute::name))
                .flatMap(each -> columns(each).stream()).toList();
    }

    /** The columns of an attribute in the table of its entity. */
    private static List<String> columns(Attribute attribute) {
        if (attribute instanceof Attribute.Basic basic) {
            return basic.formula() ? List.of() : List.of(basic.column());
        }
        if (attribute instanceof Attribute.Embedded embedded) {
            Map<String, String> sorted = new TreeMap<>(embedded.columns());
            return List.copyOf(sorted.values());
        }
        Association association = (Association) attribute;
        boolean here = association.cardinality().isToOne() && association.mappedBy().isEmpty()
                && association.joinTable().isEmpty();
        return here ? association.joinColumns() : List.of();
    }
}
