package dev.seqscan.source.classfile;

import java.util.Optional;

/**
 * Where classes come from whose sources are not scanned. May be asked from several threads, and often for names that
 * do not exist, so a miss must be cheap.
 */
public interface ClassLookup {

    /** No classes at all. */
    ClassLookup NONE = canonicalName -> Optional.empty();

    /** The class of a canonical name, as {@code java.util.Map.Entry}, or empty where there is none or it is damaged. */
    Optional<LibraryClass> find(String canonicalName);
}
