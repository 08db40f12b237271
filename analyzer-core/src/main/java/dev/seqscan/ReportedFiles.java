package dev.seqscan;

import dev.seqscan.config.RunSettings;
import dev.seqscan.filter.PathFilter;
import dev.seqscan.filter.TestSourceFilter;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.PathPatterns;
import dev.seqscan.source.SourceTree;
import dev.seqscan.source.code.CodeFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** In which of the files that were read findings are reported. */
final class ReportedFiles {

    private final ReadFiles files;
    private final AnalysisRequest request;

    ReportedFiles(ReadFiles files, AnalysisRequest request) {
        this.files = files;
        this.request = request;
    }

    /** Leaves out generated code, and test sources unless they are wanted. */
    TestSourceFilter production() {
        return new TestSourceFilter(files.code().stream()
                .filter(file -> file.generated() || SourceTree.isTest(file.path()) && !request.includeTests())
                .map(CodeFile::path).collect(Collectors.toSet()));
    }

    /** Leaves out what the settings leave out. */
    PathFilter chosen() {
        return new PathFilter(includes().filter(each -> !each.isEmpty()).map(PathPatterns::new),
                new PathPatterns(request.run().list(RunSettings.EXCLUDES).orElse(List.of())));
    }

    /** Tells of each include that fits no file, since a misspelt one would leave everything out in silence. */
    void tellOfUnfitting(Notices notices) {
        includes().orElse(List.of()).stream().filter(each -> !files.fits(each)).forEach(each -> notices.add(
                Notice.Kind.NO_EFFECT, "", 0, "includes: " + each + " fits no file that was read"));
    }

    private Optional<List<String>> includes() {
        return request.run().list(RunSettings.INCLUDES);
    }
}
