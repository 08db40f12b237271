package dev.seqscan;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What to analyse.
 *
 * @param root the folder to scan; all paths of the report are relative to it
 * @param classPath jars and class folders; may be empty
 * @param profiles names of the configuration profiles that are active; none means the base files alone
 * @param includeTests whether test sources are reported too
 * @param includePossible whether findings that are only possible stay in the report
 * @param progress told in one line each what is being done, when a run takes longer than a few seconds
 */
public record AnalysisRequest(Path root, List<Path> classPath, Set<String> profiles, boolean includeTests,
        boolean includePossible, Consumer<String> progress) {

    /** A folder, with defaults for all else. */
    public static AnalysisRequest of(Path root) {
        return new AnalysisRequest(root, List.of(), Set.of(), false, false, line -> { });
    }
}
