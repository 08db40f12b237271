package dev.seqscan.program;

import java.util.Optional;

/** Where classes come from that are not in the sources: class path, JDK, signature index. */
public interface ClassSource {

    /** No classes at all. */
    ClassSource NONE = name -> Optional.empty();

    /** The class of a canonical name ({@code java.util.Map.Entry}), or nothing. */
    Optional<ClassShape> find(String canonicalName);
}
