package dev.seqscan.entity;

import dev.seqscan.program.JavaType;
import dev.seqscan.source.Place;

/**
 * A member as one mapped class has it, own or inherited.
 *
 * @param type with type parameters replaced
 * @param home the entity whose table holds it, as far as inheritance brings it there; else the class itself
 * @param overrides what classes and attributes around it say of its columns
 */
record PersistentMember(Member member, JavaType type, MappedClass home, ColumnOverrides overrides) {

    String name() {
        return member.name();
    }

    MappingAnnotations annotations() {
        return member.annotations();
    }

    String owner() {
        return member.owner().name();
    }

    Place place() {
        return member.place();
    }

    boolean isId() {
        return annotations().hasJpa("Id", "EmbeddedId");
    }

    boolean isAssociation() {
        return annotations().hasJpa("ManyToOne", "OneToOne", "OneToMany", "ManyToMany", "ElementCollection");
    }

    boolean isToOne() {
        return annotations().hasJpa("ManyToOne", "OneToOne");
    }
}
