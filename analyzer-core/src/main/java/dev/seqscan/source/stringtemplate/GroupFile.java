package dev.seqscan.source.stringtemplate;

import java.util.List;
import java.util.Map;

/**
 * What stands in a group file ("Group file syntax" in the StringTemplate 4 documentation; version 3 names one group that
 * it extends, version 4 imports files).
 *
 * @param path relative to the scanned root, with forward slashes
 * @param inherited names of groups and paths of files whose templates it has too, the nearest first
 * @param templates by name
 */
public record GroupFile(String path, List<String> inherited, Map<String, Template> templates) {

    /** The ending of the names of such files. */
    public static final String ENDING = ".stg";

    public GroupFile {
        inherited = List.copyOf(inherited);
        templates = Map.copyOf(templates);
    }
}
