package dev.seqscan.source.java;

import dev.seqscan.source.code.TypeName;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives one and the same object for names that are spelt alike. The parser makes a new text of each word it meets, and a
 * program says the same few names again and again: they would take a third of the memory that its facts need.
 */
final class Spellings {

    /** Names of one program are far fewer; what is made up of them by a generator is not worth to be kept. */
    private static final int MOST = 500_000;

    private final Map<String, String> words = new HashMap<>();
    private final Map<String, TypeName> types = new HashMap<>();

    String of(String word) {
        String known = words.size() < MOST ? words.putIfAbsent(word, word) : words.get(word);
        return known == null ? word : known;
    }

    /** A type without arguments. */
    TypeName type(String name) {
        TypeName known = types.get(name);
        if (known == null) {
            known = TypeName.of(of(name));
            if (types.size() < MOST) {
                types.put(known.name(), known);
            }
        }
        return known;
    }
}
