package dev.seqscan.entity;

import dev.seqscan.program.DeclaredClass;

/**
 * A class that says of itself that it is mapped.
 *
 * @param entityName the name in JPQL of an entity, else the simple name
 */
record MappedClass(Entity.Kind kind, DeclaredClass declared, MappingAnnotations annotations, String entityName) {

    String name() {
        return declared.name();
    }

    boolean isEntity() {
        return kind == Entity.Kind.ENTITY;
    }
}
