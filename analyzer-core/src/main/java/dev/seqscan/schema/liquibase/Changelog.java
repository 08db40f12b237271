package dev.seqscan.schema.liquibase;

/**
 * A changelog, or a script that a changelog includes, as facts of its file.
 *
 * @param path relative to the scanned root, with forward slashes
 */
public record Changelog(String path, Node root) {

    /** Whether it includes others. */
    boolean includes() {
        return root.children().stream().anyMatch(each -> each.name().equals("include") || each.name().equals("includeAll"));
    }
}
