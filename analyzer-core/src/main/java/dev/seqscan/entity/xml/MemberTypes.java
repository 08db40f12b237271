package dev.seqscan.entity.xml;

import java.util.Optional;

/** Knows the Java types of attributes, for what mapping files leave out. */
@FunctionalInterface
public interface MemberTypes {

    /**
     * The canonical name of an attribute's type, of a collection that of its elements.
     *
     * @param className canonical name of the class that has it, itself or from a class above
     */
    Optional<String> typeOf(String className, String attribute);
}
