package dev.seqscan.advice.migration;

import java.util.List;

/**
 * Files that make the indexes of one schema.
 *
 * @param files of which the first is the migration itself
 * @param hints what is to be done or known besides, in one sentence each
 */
public record Migration(List<MigrationFile> files, List<String> hints) {

    /**
     * A file.
     *
     * @param folder where files of the project like it are, relative to the scanned root; empty where there are none
     */
    public record MigrationFile(String folder, String name, String text) {
    }
}
