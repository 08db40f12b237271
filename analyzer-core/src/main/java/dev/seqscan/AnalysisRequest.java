package dev.seqscan;

import dev.seqscan.config.RunSettings;
import dev.seqscan.finding.Trail;
import dev.seqscan.schema.live.DatabaseAccess;
import dev.seqscan.source.ProgressListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What to analyse.
 *
 * @param root the folder to scan; all paths of the report are relative to it
 * @param classPath jars and class folders; may be empty
 * @param profiles names of the configuration profiles that are active; none means the base files alone
 * @param includeTests whether test sources are reported too
 * @param includePossible whether findings that are only possible stay in the report
 * @param progress told what is being done
 * @param settings the file in which the user tells of methods and tables; where none is named, {@code seqscan.yml} in the
 *        root if there is one
 * @param trail told what was concluded about the line that it asks about
 * @param database whose catalogue tells the tables instead of scripts, if one is named
 * @param run what is said of rules and files; it wins over the file of settings, as do the profiles and a flag that is set
 * @param overview whether the report also tells what the program maps, stores and asks for, which some forms show
 */
public record AnalysisRequest(Path root, List<Path> classPath, Set<String> profiles, boolean includeTests,
        boolean includePossible, ProgressListener progress, Optional<Path> settings, Trail trail,
        Optional<DatabaseAccess> database, RunSettings run, boolean overview) {

    /** A request that names no file of settings and asks about no line. */
    public AnalysisRequest(Path root, List<Path> classPath, Set<String> profiles, boolean includeTests,
            boolean includePossible, ProgressListener progress) {
        this(root, classPath, profiles, includeTests, includePossible, progress, Optional.empty(), Trail.NONE,
                Optional.empty(), RunSettings.NONE, false);
    }

    /** A folder, with defaults for all else. */
    public static AnalysisRequest of(Path root) {
        return new AnalysisRequest(root, List.of(), Set.of(), false, false, line -> { });
    }

    /** The same with the user's settings from a file. */
    public AnalysisRequest withSettings(Path file) {
        return new AnalysisRequest(root, classPath, profiles, includeTests, includePossible, progress, Optional.of(file), trail,
                database, run, overview);
    }

    /** The same that asks about a line. */
    public AnalysisRequest asking(Trail about) {
        return new AnalysisRequest(root, classPath, profiles, includeTests, includePossible, progress, settings, about,
                database, run, overview);
    }

    /** The same with the tables of a database. */
    public AnalysisRequest reading(DatabaseAccess live) {
        return new AnalysisRequest(root, classPath, profiles, includeTests, includePossible, progress, settings, trail,
                Optional.of(live), run, overview);
    }

    /** The same with what is said of rules and files. */
    public AnalysisRequest saying(RunSettings said) {
        return new AnalysisRequest(root, classPath, profiles, includeTests, includePossible, progress, settings, trail,
                database, said, overview);
    }

    /** The same whose report tells what the program maps, stores and asks for, if that is wanted. */
    public AnalysisRequest withOverview(boolean wanted) {
        return new AnalysisRequest(root, classPath, profiles, includeTests, includePossible, progress, settings, trail,
                database, run, wanted);
    }

    /** The same, completed by what the file of settings says. */
    AnalysisRequest completedBy(RunSettings file) {
        RunSettings all = run.over(file);
        Set<String> active = run.list(RunSettings.PROFILES).isEmpty() && !profiles.isEmpty() ? profiles
                : new TreeSet<>(all.list(RunSettings.PROFILES).orElse(List.of()));
        return new AnalysisRequest(root, classPath, active, chosen(RunSettings.INCLUDE_TESTS, includeTests, all),
                chosen(RunSettings.INCLUDE_POSSIBLE, includePossible, all), progress, settings, trail, database, all,
                overview);
    }

    private boolean chosen(String name, boolean asked, RunSettings all) {
        return run.flag(name).orElse(asked || all.flag(name).orElse(false));
    }
}
