package dev.seqscan.entity;

import java.util.Optional;

/** Names of the tables of entities, under the inheritance strategies of Jakarta Persistence 3.1, section 2.12. */
final class TableNames {

    private final MappedClasses classes;
    private final NamingStrategy naming;

    TableNames(MappedClasses classes, NamingStrategy naming) {
        this.classes = classes;
        this.naming = naming;
    }

    /** The normalised table of an entity; empty for other mapped classes, or where its name is not known. */
    String table(MappedClass mapped) {
        if (!mapped.isEntity()) {
            return "";
        }
        MappedClass root = classes.root(mapped);
        MappedClass holder = inheritance(mapped) == Entity.Inheritance.SINGLE_TABLE ? root : mapped;
        Optional<MappingAnnotation> table = holder.annotations().jpa("Table");
        return naming.physical(table.map(each -> each.name("name", holder.entityName())).orElse(holder.entityName()));
    }

    /** The strategy of the hierarchy an entity stands in; none for one that stands alone and states none. */
    Entity.Inheritance inheritance(MappedClass entity) {
        MappedClass root = classes.root(entity);
        Optional<String> stated = root.annotations().jpa("Inheritance")
                .map(each -> each.constant("strategy").orElse("SINGLE_TABLE"));
        if (stated.isPresent()) {
            return switch (stated.get()) {
                case "JOINED" -> Entity.Inheritance.JOINED;
                case "TABLE_PER_CLASS" -> Entity.Inheritance.TABLE_PER_CLASS;
                default -> Entity.Inheritance.SINGLE_TABLE;
            };
        }
        return root != entity || classes.hasEntityBelow(root) ? Entity.Inheritance.SINGLE_TABLE : Entity.Inheritance.NONE;
    }

    /** The discriminator column (Jakarta Persistence 3.1, section 11.1.12); empty where the table has none. */
    String discriminator(MappedClass entity) {
        MappedClass root = classes.root(entity);
        Optional<MappingAnnotation> column = root.annotations().jpa("DiscriminatorColumn");
        boolean needed = inheritance(entity) == Entity.Inheritance.SINGLE_TABLE
                && !root.annotations().hasHibernate("DiscriminatorFormula");
        if (column.isEmpty() && !needed) {
            return "";
        }
        return naming.physical(column.map(each -> each.name("name", "DTYPE")).orElse("DTYPE"));
    }
}
