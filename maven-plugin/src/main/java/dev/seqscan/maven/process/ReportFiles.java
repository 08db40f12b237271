package dev.seqscan.maven.process;

import dev.seqscan.AnalysisReport;
import dev.seqscan.report.console.ConsoleReport;
import dev.seqscan.report.sarif.SarifReport;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The two files that a run leaves in a folder. */
public record ReportFiles(Path folder) {

    /** The report for machines. */
    public Path sarif() {
        return folder.resolve("seqscan.sarif");
    }

    /** The report for readers. */
    public Path text() {
        return folder.resolve("seqscan.txt");
    }

    /**
     * Makes the folder where there is none.
     *
     * @throws IOException if the reports could not be written into it
     */
    public void prepare() throws IOException {
        Files.createDirectories(folder);
        for (Path file : new Path[] {folder, sarif(), text()}) {
            if (Files.exists(file) && !Files.isWritable(file)) {
                throw new AccessDeniedException(file.toString());
            }
        }
    }

    /**
     * Writes both files.
     *
     * @param root the folder that was analysed
     */
    void write(AnalysisReport report, Path root) throws IOException {
        try {
            prepare();
            new SarifReport().write(report, root, sarif());
            Files.writeString(text(), terminalText(report, root, false));
        } catch (IOException e) {
            throw new IOException("The reports could not be written to " + folder + ": " + e, e);
        }
    }

    /** The report for the terminal. */
    String terminalText(AnalysisReport report, Path root, boolean colour) {
        StringBuilder text = new StringBuilder();
        try {
            new ConsoleReport(sarif()).print(report, root, text, colour);
        } catch (IOException e) {
            throw new IllegalStateException("a string takes any text", e);
        }
        return text.toString();
    }
}
