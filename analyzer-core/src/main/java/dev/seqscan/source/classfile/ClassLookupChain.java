package dev.seqscan.source.classfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Asks several look-ups in order, the first answer counts. Every answer is remembered, also that there is none. */
public final class ClassLookupChain implements ClassLookup {

    private final List<ClassLookup> lookups;
    private final Map<String, Optional<LibraryClass>> answers = new ConcurrentHashMap<>();

    /** Takes the look-ups, the one that wins first. */
    public ClassLookupChain(List<ClassLookup> lookups) {
        this.lookups = List.copyOf(lookups);
    }

    @Override
    public Optional<LibraryClass> find(String canonicalName) {
        Optional<LibraryClass> known = answers.get(canonicalName);
        if (known != null) {
            return known;
        }
        Optional<LibraryClass> found = ask(canonicalName);
        Optional<LibraryClass> earlier = answers.putIfAbsent(canonicalName, found);
        return earlier == null ? found : earlier;
    }

    private Optional<LibraryClass> ask(String canonicalName) {
        for (ClassLookup lookup : lookups) {
            Optional<LibraryClass> found = lookup.find(canonicalName);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
