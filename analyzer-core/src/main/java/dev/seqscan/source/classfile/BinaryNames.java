package dev.seqscan.source.classfile;

import java.util.ArrayList;
import java.util.List;

/** Turns a canonical name into the class files it may stand in: a dot may part packages, or a class from its member. */
final class BinaryNames {

    private static final int MOST_DOTS = 64;

    private BinaryNames() {
    }

    /**
     * The internal names a canonical name may have, the longest package first: of {@code java.util.Map.Entry} they are
     * {@code java/util/Map/Entry}, {@code java/util/Map$Entry} and so on. None for text that cannot be a name.
     */
    static List<String> of(String canonicalName) {
        if (canonicalName.isEmpty() || canonicalName.chars().anyMatch(BinaryNames::isNoPartOfAName)) {
            return List.of();
        }
        StringBuilder name = new StringBuilder(canonicalName.replace('.', '/'));
        List<String> candidates = new ArrayList<>();
        candidates.add(name.toString());
        int slash = name.lastIndexOf("/");
        while (slash > 0 && candidates.size() < MOST_DOTS) {
            name.setCharAt(slash, '$');
            candidates.add(name.toString());
            slash = name.lastIndexOf("/");
        }
        return candidates;
    }

    /** Files cannot be called so, and asking for one with such a name is an error, not a no. */
    private static boolean isNoPartOfAName(int character) {
        return character == '/' || character == '\\' || Character.isISOControl(character)
                || Character.isSurrogate((char) character);
    }

    /** The package part of an internal name, with slashes; empty for the unnamed package. */
    static String packageOf(String internalName) {
        return internalName.substring(0, Math.max(0, internalName.lastIndexOf('/')));
    }
}
