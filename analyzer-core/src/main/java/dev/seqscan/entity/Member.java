package dev.seqscan.entity;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.source.Place;

/**
 * A field or property that is persistent, as its class declares it.
 *
 * @param type with the type parameters of the declaring class
 */
record Member(String name, JavaType type, MappingAnnotations annotations, DeclaredClass owner, Place place) {

    /** The same of another type. */
    Member as(JavaType other) {
        return new Member(name, other, annotations, owner, place);
    }

}
