package dev.seqscan.entity;

import dev.seqscan.source.Place;
import java.util.List;

/**
 * An association between entities, or a collection of elements.
 *
 * @param target canonical name of the entity or element class; empty where it is not known
 * @param mappedBy the attribute of the other side that owns it, or empty where this side does
 * @param explicitFetch whether the fetch type is written down
 * @param joinColumns normalised foreign key columns, in the table of this entity for an owning to-one, else in the
 *        target's or the join table: those by which a collection is loaded; empty where they are not known
 * @param joinTable normalised name of the join or collection table, or empty
 * @param elementColumns normalised columns of the join or collection table that hold the key of the other side or the
 *        element itself; empty without such a table
 * @param keyColumn normalised column of that table that holds the key of a map or the place in a list, or empty
 * @param container what holds the elements in memory
 * @param batchSize how many of them one statement loads; 1 where nothing is declared
 * @param fetchMode what Hibernate's {@code @Fetch} says
 * @param cached whether the collection is in the second-level cache
 */
public record Association(String name, String owner, boolean isId, Cardinality cardinality, String target, String mappedBy,
        FetchType fetch, boolean explicitFetch, boolean optional, List<String> joinColumns, String joinTable,
        List<String> elementColumns, String keyColumn, Container container, int batchSize, FetchMode fetchMode,
        boolean cascadesRemove, boolean cached, Place place) implements Attribute {

    /** An association that has no table of its own, and a bag where it leads to many. */
    public Association(String name, String owner, boolean isId, Cardinality cardinality, String target, String mappedBy,
            FetchType fetch, boolean explicitFetch, boolean optional, List<String> joinColumns, String joinTable,
            int batchSize, FetchMode fetchMode, boolean cascadesRemove, boolean cached, Place place) {
        this(name, owner, isId, cardinality, target, mappedBy, fetch, explicitFetch, optional, joinColumns, joinTable,
                List.of(), "", cardinality.isToOne() ? Container.NONE : Container.BAG, batchSize, fetchMode, cascadesRemove,
                cached, place);
    }

    /** Cardinalities of Jakarta Persistence 3.1, section 2.10, and element collections. */
    public enum Cardinality {
        ONE_TO_ONE, MANY_TO_ONE, ONE_TO_MANY, MANY_TO_MANY, ELEMENT_COLLECTION;

        /** Whether it leads to at most one object. */
        public boolean isToOne() {
            return this == ONE_TO_ONE || this == MANY_TO_ONE;
        }
    }

    /** What holds the elements; a list without order column and a plain collection are bags. */
    public enum Container { NONE, SET, BAG, LIST, MAP }

    /** Fetch types; the default is eager for to-one and lazy for to-many (Jakarta Persistence 3.1, section 11.1). */
    public enum FetchType { LAZY, EAGER }

    /** Hibernate's fetch modes. */
    public enum FetchMode { DEFAULT, SELECT, JOIN, SUBSELECT }

    /** Of the names alone, which tell nearly all apart: values are looked up by the associations on their way. */
    @Override
    public int hashCode() {
        return 31 * owner.hashCode() + name.hashCode();
    }

    /** {@code Order.customer}: simple name of the declaring class and the attribute. */
    public String label() {
        return owner.substring(owner.lastIndexOf('.') + 1) + "." + name;
    }
}
