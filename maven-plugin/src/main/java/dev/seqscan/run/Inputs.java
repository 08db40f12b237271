package dev.seqscan.run;

import dev.seqscan.AnalysisRequest;
import dev.seqscan.config.RunSettings;
import dev.seqscan.config.UserSettingsReader;
import dev.seqscan.finding.Trail;
import dev.seqscan.schema.live.DatabaseAccess;
import dev.seqscan.source.ProgressListener;
import java.io.File;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an analysis reads, in types that can be sent to another JVM.
 *
 * @param root the folder to scan
 * @param classPath jars and class folders
 * @param profiles names of the configuration profiles that are active
 * @param includeTests whether test sources are reported too
 * @param includePossible whether findings that are only possible stay in the report
 * @param settings none or one file in which the user tells of methods and tables
 * @param databases none or one whose catalogue tells the tables
 * @param run what is said of rules, files and the like; it wins over the file
 * @param caches none or one folder in which runs keep what they find out
 */
public record Inputs(File root, List<File> classPath, Set<String> profiles, boolean includeTests, boolean includePossible,
        List<File> settings, List<DatabaseAccess> databases, RunSettings run, List<File> caches) implements Serializable {

    /** Inputs of which nothing is said that may stand in the file of settings, and without a cache. */
    public Inputs(File root, List<File> classPath, Set<String> profiles, boolean includeTests, boolean includePossible,
            List<File> settings, List<DatabaseAccess> databases) {
        this(root, classPath, profiles, includeTests, includePossible, settings, databases, RunSettings.NONE, List.of());
    }

    /** The file of settings, as it may be called where none is named. */
    String settingsName() {
        return settings.isEmpty() ? UserSettingsReader.NAME : settings.get(0).toString();
    }

    Optional<Path> cache() {
        return caches.stream().findFirst().map(File::toPath);
    }

    AnalysisRequest request(Trail trail, ProgressListener progress) {
        return new AnalysisRequest(root.toPath(), classPath.stream().map(File::toPath).toList(), profiles, includeTests,
                includePossible, progress, settings.stream().map(File::toPath).findFirst(), trail,
                databases.stream().findFirst(), run, false);
    }
}
