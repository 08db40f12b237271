package dev.seqscan.source.config;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.util.List;
import java.util.Locale;

/** Reads files of settings, by the ending of their names: {@code .properties}, {@code .yml} and {@code .yaml}. */
public final class ConfigReader {

    private static final int MAX_CHARACTERS = 5_000_000;

    /** Whether the name of a file ends like that of a file of settings. */
    public static boolean reads(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".properties") || isYaml(lower);
    }

    /** The facts of a file; what could not be read is a notice, and what stands before it is kept. */
    public ConfigFile read(TextFile file, Notices notices) {
        if (file.text().length() > MAX_CHARACTERS) {
            notices.add(Notice.Kind.NOT_READ, file.path(), 0, "larger than " + MAX_CHARACTERS + " characters");
            return new ConfigFile(file.path(), List.of());
        }
        return isYaml(file.path().toLowerCase(Locale.ROOT)) ? new YamlReader(file, notices).read()
                : new PropertiesReader(file, notices).read();
    }

    /**
     * The documents of a YAML or JSON file as trees, whatever its name; JSON is YAML, too (YAML 1.2.2, "1.2 YAML History"). What
     * could not be read is a notice, and the documents before it are kept.
     */
    public List<YamlNode> trees(TextFile file, Notices notices) {
        if (file.text().length() > MAX_CHARACTERS) {
            notices.add(Notice.Kind.NOT_READ, file.path(), 0, "larger than " + MAX_CHARACTERS + " characters");
            return List.of();
        }
        return new YamlReader(file, notices).trees();
    }

    private static boolean isYaml(String lowerCasePath) {
        return lowerCasePath.endsWith(".yml") || lowerCasePath.endsWith(".yaml");
    }
}
