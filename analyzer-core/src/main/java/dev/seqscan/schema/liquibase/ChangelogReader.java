package dev.seqscan.schema.liquibase;

import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.config.ConfigReader;
import dev.seqscan.source.xml.XmlReader;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads changelogs in XML, YAML and JSON (Liquibase documentation, "Changelog formats"), told by their texts. */
public final class ChangelogReader {

    private static final Pattern ROOT = Pattern.compile(
            "<(?:[\\w.-]+:)?databaseChangeLog\\b|(?m:^\\s*+(?:\\{\\s*+)?\"?databaseChangeLog\"?\\s*:)");
    private static final Pattern PROGRAM = Pattern.compile("\\bdatabaseChangeLog\\s*(?:=\\s*)?[{(]");
    private static final Pattern KEPT = Pattern.compile("changelog|liquibase|migration");

    private final XmlReader xml = new XmlReader();
    private final ConfigReader yaml = new ConfigReader();

    /** Whether the ending of a path allows for a changelog that can be read; of JSON files only those kept among migrations. */
    public static boolean mayBe(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        boolean json = lower.endsWith(".json") && KEPT.matcher(lower).find();
        return lower.endsWith(".xml") || lower.endsWith(".yml") || lower.endsWith(".yaml") || json;
    }

    /** Whether the path allows for a changelog that is a program, which cannot be read. */
    public static boolean mayBeProgram(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return (lower.endsWith(".groovy") || lower.endsWith(".kts") || lower.endsWith(".kt")) && KEPT.matcher(lower).find();
    }

    /** Whether a text is a changelog. */
    public static boolean isChangelog(TextFile file) {
        return file.text().contains("databaseChangeLog") && ROOT.matcher(file.text()).find();
    }

    /** Whether a program is a changelog. */
    public static boolean isProgram(TextFile file) {
        return file.text().contains("databaseChangeLog") && PROGRAM.matcher(file.text()).find();
    }

    /** The facts of a changelog; empty where it cannot be read, or is none. */
    public Optional<Changelog> read(TextFile file, Notices notices) {
        if (file.path().toLowerCase(Locale.ROOT).endsWith(".xml")) {
            return xml.read(file, notices).filter(read -> read.root().name().equals("databaseChangeLog"))
                    .map(read -> new Changelog(file.path(), XmlNodes.of(read.root())));
        }
        return yaml.trees(file, notices).stream().flatMap(document -> YamlNodes.of(document).stream()).findFirst()
                .map(root -> new Changelog(file.path(), root));
    }
}
