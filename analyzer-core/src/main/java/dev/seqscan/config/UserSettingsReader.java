package dev.seqscan.config;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.TextReader;
import dev.seqscan.source.config.ConfigFile;
import dev.seqscan.source.config.ConfigFile.Entry;
import dev.seqscan.source.config.ConfigReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads {@code seqscan.yml}. Whatever it does not know is an error, since a misspelt word would be silently without effect.
 */
public final class UserSettingsReader {

    /** How the file is called where the user names none. */
    public static final String NAME = "seqscan.yml";

    /** What may stand at the top of the file. */
    static final List<String> KEYS = keys();

    /**
     * The settings of a scanned folder. A file that is named must be there; {@code seqscan.yml} in the folder need not.
     *
     * @throws WrongSettings if the file cannot be read, is not YAML or says something that is not known
     */
    public static UserSettings read(Path root, Optional<Path> named) {
        Path file = named.orElse(root.resolve(NAME)).toAbsolutePath();
        if (named.isEmpty() && !Files.isRegularFile(file)) {
            return UserSettings.NONE;
        }
        TextFile text = new TextReader(file.getParent(), new Notices()).read(file.getFileName().toString())
                .orElseThrow(() -> new WrongSettings(file.getFileName() + " cannot be read"));
        return new UserSettingsReader().read(text);
    }

    /**
     * What a file says.
     *
     * @throws WrongSettings if the file is not YAML or says something that is not known
     */
    public UserSettings read(TextFile file) {
        Notices notices = new Notices();
        ConfigFile config = new ConfigReader().read(file, notices);
        for (Notice notice : notices.all()) {
            throw new WrongSettings(file.path() + ":" + notice.line() + ": " + notice.reason());
        }
        RunSettingsReader run = new RunSettingsReader();
        List<Entry> ofModel = new ArrayList<>();
        for (ConfigFile.Document document : config.documents()) {
            for (Entry entry : document.entries()) {
                String name = entry.key().replaceAll("[.\\[].*", "");
                Allowed.check(name, KEYS, entry);
                if (UserModelReader.SECTIONS.contains(name)) {
                    ofModel.add(entry);
                } else {
                    run.add(name, entry);
                }
            }
        }
        return new UserSettings(new UserModelReader().read(ofModel), run.settings());
    }

    private static List<String> keys() {
        TreeSet<String> keys = new TreeSet<>(UserModelReader.SECTIONS);
        keys.addAll(RunSettings.WORDS.keySet());
        keys.addAll(RunSettings.LISTS);
        keys.add(RunSettings.RULES);
        return List.copyOf(keys);
    }
}
