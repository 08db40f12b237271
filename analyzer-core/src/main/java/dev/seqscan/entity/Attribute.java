package dev.seqscan.entity;

import dev.seqscan.source.Place;
import java.util.List;
import java.util.Set;

/** A persistent attribute of an entity, mapped superclass or embeddable. */
public sealed interface Attribute permits Attribute.Basic, Attribute.Embedded, Association {

    /** Its name in JPQL. */
    String name();

    /** Canonical name of the class that declares it. */
    String owner();

    /** Whether it is the identifier or a part of it. */
    boolean isId();

    /** Where it is declared. */
    Place place();

    /**
     * A plain column.
     *
     * @param column normalised column name; empty where it is not known
     * @param javaType canonical name of the declared type, as {@code java.lang.String}, {@code boolean} or
     *        {@code byte[]}; empty where it is not known
     * @param formula whether it is computed by SQL ({@code @Formula}) and has no column
     */
    record Basic(String name, String owner, boolean isId, String column, String javaType, boolean isEnum, boolean isLob,
            boolean isVersion, boolean formula, Place place) implements Attribute {

        private static final Set<String> KEYS = Set.of("java.lang.Long", "long", "java.lang.Integer", "int", "java.util.UUID");

        /** Whether it may number rows of another table: of a type that generated identifiers have. */
        public boolean isLikeKey() {
            return KEYS.contains(javaType) && !isVersion && !formula;
        }
    }

    /**
     * An embedded value.
     *
     * @param type canonical name of the embeddable class
     * @param columns columns of the nested attributes by attribute name, or path as {@code address.city} where they nest
     *        deeper, after overrides and naming
     */
    record Embedded(String name, String owner, boolean isId, String type, java.util.Map<String, String> columns, Place place)
            implements Attribute {

        public Embedded {
            columns = java.util.Map.copyOf(columns);
        }

        /** Names of the nested attributes that have a column. */
        public List<String> nested() {
            return columns.keySet().stream().sorted().toList();
        }
    }
}
