package dev.seqscan.run;

import dev.seqscan.baseline.Baseline;
import dev.seqscan.config.RunSettings;
import dev.seqscan.config.UserSettingsReader;
import dev.seqscan.config.WrongSettings;
import dev.seqscan.schema.live.DatabaseAccess;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the user says of an analysis, by parameters of a goal or by options of the command line.
 *
 * @param start the folder in which relative names start
 * @param said what may stand in the file of settings, too
 * @param settings the file of settings, if one is named
 * @param classPath entries, each may be several that are separated as the system does
 * @param baseline the file with known findings, if one is named
 * @param cache what is said of the folder for what runs find out, if anything is
 */
public record Parameters(Path start, RunSettings said, Optional<Path> settings, List<String> classPath,
        Optional<String> baseline, Optional<String> cache) {

    private static final String BASELINE_FILE = "baselineFile";

    /**
     * The folder that is analysed.
     *
     * @throws WrongParameter if there is none of that name
     */
    public static Path folder(Path path) throws WrongParameter {
        if (!Files.isDirectory(path) || !Files.isReadable(path)) {
            throw new WrongParameter("path", path, (Files.isDirectory(path) ? "it cannot be read" : "there is no such folder")
                    + "; allowed is a folder that exists and can be read");
        }
        return path.toAbsolutePath().normalize();
    }

    /**
     * The folder for what is written: the one that is chosen, else below the analysed one if that is a project of Maven.
     *
     * @param chosen an empty name, as scripts give for a variable without a value, chooses none
     */
    public Path outputFolder(Optional<Path> chosen, Path root) {
        if (chosen.isPresent() && !chosen.get().toString().isBlank()) {
            return chosen.get().toAbsolutePath().normalize();
        }
        return Files.exists(root.resolve("pom.xml")) ? root.resolve("target").resolve("seqscan")
                : start.resolve("seqscan-report");
    }

    /**
     * The entries of the class path.
     *
     * @throws WrongParameter if one does not exist
     */
    public List<Path> classPathEntries() throws WrongParameter {
        List<Path> entries = new ArrayList<>();
        for (String part : classPath) {
            for (String name : part.split(File.pathSeparator)) {
                if (!name.isBlank()) {
                    entries.add(existing(name.strip()));
                }
            }
        }
        return entries;
    }

    private Path existing(String name) throws WrongParameter {
        Path entry = start.resolve(name).normalize();
        if (!Files.isReadable(entry)) {
            throw new WrongParameter("classPath", name,
                    "there is no such file; allowed are jars and class folders that exist, separated by commas or "
                            + File.pathSeparator);
        }
        return entry;
    }

    /**
     * What an analysis of a folder reads.
     *
     * @param dependencies what follows the class path of the user
     * @param database none or one whose catalogue tells the tables
     */
    public Inputs inputs(Path root, List<Path> dependencies, Optional<DatabaseAccess> database) throws WrongParameter {
        List<File> all = Stream.concat(classPathEntries().stream(), dependencies.stream()).distinct().map(Path::toFile)
                .toList();
        return new Inputs(root.toFile(), all, Set.of(), false, false, settingsFile().map(Path::toFile).stream().toList(),
                database.stream().toList(), settings(root), cacheFolder().map(Path::toFile).stream().toList());
    }

    private Optional<Path> cacheFolder() throws WrongParameter {
        return new CachePlace(System.getenv(), System.getProperties()).folder(cache, start);
    }

    private Optional<Path> settingsFile() throws WrongParameter {
        Optional<Path> file = settings.map(name -> start.resolve(name).normalize());
        if (file.isPresent() && !Files.isRegularFile(file.get())) {
            throw new WrongParameter("settings", settings.get(), "there is no such file; allowed is a YAML file that exists");
        }
        return file;
    }

    /**
     * What the parameters say, completed by the file of settings.
     *
     * @throws WrongParameter if that file is missing or not understood
     */
    private RunSettings settings(Path root) throws WrongParameter {
        try {
            return said.over(UserSettingsReader.read(root, settingsFile()).run());
        } catch (WrongSettings refused) {
            String file = settings.map(Path::toString).orElse(UserSettingsReader.NAME);
            throw new WrongParameter("settings", file, refused.getMessage());
        }
    }

    /** Whether findings in test sources are reported. */
    public boolean includeTests(Path root) throws WrongParameter {
        return settings(root).flag(RunSettings.INCLUDE_TESTS).orElse(false);
    }

    /**
     * From which level on a finding fails the build.
     *
     * @param byDefault where neither a parameter nor the file of settings says anything
     */
    public FailOnSeverity severity(Path root, FailOnSeverity byDefault) throws WrongParameter {
        return FailOnSeverity.parse(settings(root).word(RunSettings.FAIL_ON_SEVERITY).orElse(byDefault.id()));
    }

    /** What tells new findings from those that are known. */
    public Adoption adoption(Path root, Optional<String> changedSince) throws WrongParameter {
        Path file = baselineFile(root);
        if (baseline.isPresent() && !Files.isRegularFile(file)) {
            throw new WrongParameter(BASELINE_FILE, baseline.get(),
                    "there is no such file; allowed is one that exists, and baseline writes it");
        }
        return new Adoption(Stream.of(file).filter(Files::exists).map(Path::toFile).toList(), changedSince.stream().toList());
    }

    /** The task of writing the file with known findings. */
    public BaselineTask baselineTask(Path root, Inputs inputs) throws WrongParameter {
        Path file = baselineFile(root);
        if (Files.isDirectory(file)) {
            throw new WrongParameter(BASELINE_FILE, file, "this is a folder; allowed is the name of a text file");
        }
        return new BaselineTask(inputs, file.toFile());
    }

    private Path baselineFile(Path root) {
        return baseline.map(name -> start.resolve(name).normalize()).orElse(root.resolve(Baseline.NAME));
    }
}
