package dev.seqscan.config;

import dev.seqscan.source.config.ConfigFile.Entry;
import java.util.List;

/** Holds the words of the user's settings to those that are known. */
final class Allowed {

    private Allowed() {
    }

    /** @throws WrongSettings if the word is not known; it names the nearest one and the place */
    static void check(String word, List<String> known, Entry entry) {
        if (!known.contains(word)) {
            throw wrong(entry, NearestWord.unknown(word, known));
        }
    }

    static WrongSettings wrong(Entry entry, String reason) {
        return new WrongSettings(entry.place() + ": " + reason);
    }
}
