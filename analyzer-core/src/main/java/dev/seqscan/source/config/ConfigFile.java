package dev.seqscan.source.config;

import dev.seqscan.source.Place;
import java.util.List;
import java.util.Optional;

/**
 * What stands in one file of settings.
 *
 * @param path relative to the scanned root, with forward slashes
 * @param documents in the order of the text; a file without separators is one document
 */
public record ConfigFile(String path, List<Document> documents) {

    /** Entries between two separators ({@code ---} in YAML, {@code #---} in properties), in the order of the text. */
    public record Document(List<Entry> entries) {

        /** The last value of a key, spelled as in the file. */
        public Optional<String> value(String key) {
            return entries.stream().filter(each -> each.key().equals(key)).map(Entry::value).reduce((a, b) -> b);
        }
    }

    /**
     * A key and its value.
     *
     * @param key as written; in YAML the path of keys joined by dots, list items as {@code key[0]}
     * @param value with escapes resolved; empty where there is none
     * @param place from the last part of the key to the end of the value if that is on the same line, else of the key
     */
    public record Entry(String key, String value, Place place) {
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
