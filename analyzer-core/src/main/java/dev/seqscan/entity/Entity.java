package dev.seqscan.entity;

import dev.seqscan.source.Place;
import java.util.List;
import java.util.Optional;

/**
 * A mapped class.
 *
 * @param className canonical name of the class
 * @param name the name in JPQL
 * @param table normalised name of its table; of a mapped superclass or embeddable empty
 * @param superclass canonical name of the nearest mapped superclass or entity above it, or empty
 * @param attributes its own and the inherited ones, own first
 * @param indexes what {@code @Table(indexes, uniqueConstraints)} and {@code @Column(unique)} declare
 * @param batchSize how many of its proxies one statement loads; 1 where nothing is declared
 * @param idGeneration how identifiers are made
 * @param discriminator normalised name of the column that tells subclasses apart, or empty
 * @param tenant normalised name of the column that every query of it pins to the tenant at hand, or empty
 * @param restriction the SQL that every query of it carries ({@code @Where}, {@code @SQLRestriction}), or empty
 * @param removal what happens when it is removed
 */
public record Entity(Kind kind, String className, String name, String table, String superclass, Inheritance inheritance,
        List<Attribute> attributes, List<DeclaredIndex> indexes, int batchSize, boolean cached, IdGeneration idGeneration,
        String discriminator, String tenant, String restriction, Removal removal, Place place) {

    /** A mapped class whose table holds that class alone, of all tenants or of one. */
    public Entity(Kind kind, String className, String name, String table, String superclass, Inheritance inheritance,
            List<Attribute> attributes, List<DeclaredIndex> indexes, int batchSize, boolean cached,
            IdGeneration idGeneration, String restriction, Place place) {
        this(kind, className, name, table, superclass, inheritance, attributes, indexes, batchSize, cached, idGeneration,
                "", "", restriction, Removal.PLAIN, place);
    }

    /** What sort of mapped class it is. */
    public enum Kind { ENTITY, MAPPED_SUPERCLASS, EMBEDDABLE }

    /** Inheritance strategies of Jakarta Persistence 3.1, section 2.12. */
    public enum Inheritance { NONE, SINGLE_TABLE, JOINED, TABLE_PER_CLASS }

    /** Identifier generation of Jakarta Persistence 3.1, section 11.1.20. */
    public enum IdGeneration { ASSIGNED, IDENTITY, SEQUENCE, TABLE, UUID, AUTO, NONE }

    /** An index or unique constraint that an annotation declares; columns are normalised names. */
    public record DeclaredIndex(String name, List<String> columns, boolean unique, Place place) {
    }

    /** The attribute of that name, own or inherited; not a path. */
    public Optional<Attribute> attribute(String attribute) {
        return attributes.stream().filter(each -> each.name().equals(attribute)).findFirst();
    }

    /** The attributes that identify it. */
    public List<Attribute> identifier() {
        return attributes.stream().filter(Attribute::isId).toList();
    }
}
