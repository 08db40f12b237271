package dev.seqscan.entity;

import dev.seqscan.source.Place;
import java.util.List;

/**
 * An association between entities, or a collection of elements.
 *
 * @param target canonical name of the entity or element class
 * @param mappedBy the attribute of the other side that owns it, or empty where this side does
 * @param explicitFetch whether the fetch type is written down
 * @param joinColumns normalised foreign key columns, in the table of this entity for an owning to-one, else in the
 *        target's or the join table
 * @param joinTable normalised name of the join or collection table, or empty
 * @param batchSize how many of them one statement loads; 1 where nothing is declared
 * @param fetchMode what Hibernate's {@code @Fetch} says
 * @param cached whether the collection is in the second-level cache
 */
public record Association(String name, String owner, boolean isId, Cardinality cardinality, String target, String mappedBy,
        FetchType fetch, boolean explicitFetch, boolean optional, List<String> joinColumns, String joinTable,
        int batchSize, FetchMode fetchMode, boolean cascadesRemove, boolean cached, Place place) implements Attribute {

    /** Cardinalities of Jakarta Persistence 3.1, section 2.10, and element collections. */
    public enum Cardinality {
        ONE_TO_ONE, MANY_TO_ONE, ONE_TO_MANY, MANY_TO_MANY, ELEMENT_COLLECTION;

        /** Whether it leads to at most one object. */
        public boolean isToOne() {
            return this == ONE_TO_ONE || this == MANY_TO_ONE;
        }
    }

    /** Fetch types; the default is eager for to-one and lazy for to-many (Jakarta Persistence 3.1, section 11.1). */
    public enum FetchType { LAZY, EAGER }

    /** Hibernate's fetch modes. */
    public enum FetchMode { DEFAULT, SELECT, JOIN, SUBSELECT }

    /** {@code Order.customer}: simple name of the declaring class and the attribute. */
    public String label() {
        return owner.substring(owner.lastIndexOf('.') + 1) + "." + name;
    }
}
