package dev.seqscan.run;

import dev.seqscan.AnalysisReport;
import dev.seqscan.Analyzer;
import dev.seqscan.baseline.Baseline;
import dev.seqscan.finding.Trail;
import dev.seqscan.source.ProgressListener;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * Writes all that is found into a baseline.
 *
 * @param inputs what is read
 * @param file that is written, over one that is there
 */
public record BaselineTask(Inputs inputs, File file) implements Task {

    private static final String UNFINISHED = ".tmp";

    @Override
    public Outcome work(Analyzer analyzer, ProgressListener progress) throws IOException {
        AnalysisReport report = analyzer.analyze(inputs.request(Trail.NONE, progress));
        write(Baseline.text(report.findings()));
        int findings = report.findings().size();
        int lines = Baseline.lines(report.findings());
        return new Outcome.Done("Written: " + file + ", " + lines + (lines == 1 ? " line" : " lines") + " for " + findings
                + (findings == 1 ? " finding" : " findings") + ". Commit it; what it holds fails no build.\n", Map.of());
    }

    private void write(String text) throws IOException {
        try {
            Path target = file.exists() ? file.toPath().toRealPath() : file.toPath().toAbsolutePath();
            Files.createDirectories(target.getParent());
            if (file.exists() && !file.isFile()) {
                Files.writeString(target, text);
            } else {
                replace(target, text);
            }
        } catch (IOException e) {
            throw new IOException("The baseline could not be written to " + file + ": " + e, e);
        }
    }

    /** Where the disk is full, the baseline of before stays as it is. */
    private static void replace(Path target, String text) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        try {
            Files.writeString(unfinished, text);
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            if (Files.isRegularFile(unfinished)) {
                Files.delete(unfinished);
            }
            throw e;
        }
    }
}
