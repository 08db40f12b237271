package dev.seqscan.schema.liquibase;

import dev.seqscan.source.TextFile;

/**
 * A changelog, or a script that a changelog includes, as facts of its file.
 *
 * @param path relative to the scanned root, with forward slashes
 */
public record Changelog(String path, Node root) {

    /** Whether a script in SQL says that it is a changelog (Liquibase documentation, "SQL format"). */
    public static boolean isOne(TextFile script) {
        return FormattedSql.isFormatted(script);
    }

    /** Whether it includes others. */
    boolean includes() {
        return root.children().stream().anyMatch(each -> each.name().equals("include") || each.name().equals("includeAll"));
    }
}
