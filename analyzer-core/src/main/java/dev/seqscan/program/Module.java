package dev.seqscan.program;

import java.util.Set;

/**
 * A module of the build.
 *
 * @param directory relative to the scanned root, with forward slashes; empty for the root itself
 * @param reaches directories of the modules whose classes it sees, itself included
 */
public record Module(String name, String directory, Set<String> reaches) {
}
