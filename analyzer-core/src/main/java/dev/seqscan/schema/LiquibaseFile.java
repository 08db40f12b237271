package dev.seqscan.schema;

import dev.seqscan.source.TextFile;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells changelogs of Liquibase in XML, YAML and JSON (Liquibase documentation, "Changelog formats") by their texts. */
public final class LiquibaseFile {

    private static final Pattern ROOT = Pattern.compile("<(?:\\w+:)?databaseChangeLog\\b|(?m:^\\s*\"?databaseChangeLog\"?\\s*:)");
    private static final Pattern CHANGE_SET = Pattern.compile("<(?:\\w+:)?changeSet\\b|\\bchangeSet\"?\\s*:");

    private LiquibaseFile() {
    }

    /** Whether the ending of a path allows for a changelog; of JSON files only those that are kept among migrations. */
    public static boolean mayBe(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        boolean json = lower.endsWith(".json") && (lower.contains("changelog") || lower.contains("liquibase"));
        return lower.endsWith(".xml") || lower.endsWith(".yml") || lower.endsWith(".yaml") || json;
    }

    /** Whether it is a changelog with change sets of its own; one that only includes scripts has none. */
    public static boolean changesTables(TextFile file) {
        return file.text().contains("databaseChangeLog") && ROOT.matcher(file.text()).find() && CHANGE_SET.matcher(file.text()).find();
    }
}
