package dev.seqscan.maven;

import dev.seqscan.AnalysisReport;
import dev.seqscan.report.console.ConsoleReport;
import dev.seqscan.report.sarif.SarifReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;

/** The two files that a run leaves in a folder. */
record ReportFiles(Path folder) {

    Path sarif() {
        return folder.resolve("seqscan.sarif");
    }

    Path text() {
        return folder.resolve("seqscan.txt");
    }

    /**
     * Makes the folder where there is none.
     *
     * @throws MojoExecutionException if the reports could not be written into it
     */
    void prepare() throws MojoExecutionException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw wrongFolder();
        }
        for (Path file : new Path[] {folder, sarif(), text()}) {
            if (Files.exists(file) && !Files.isWritable(file)) {
                throw wrongFolder();
            }
        }
    }

    private MojoExecutionException wrongFolder() {
        return WrongParameter.of("seqscan.outputDirectory", folder,
                "allowed is a folder that exists or can be made, and can be written");
    }

    /**
     * Writes both files.
     *
     * @param root the folder that was analysed
     */
    void write(AnalysisReport report, Path root) throws MojoExecutionException {
        prepare();
        try {
            new SarifReport().write(report, root, sarif());
            Files.writeString(text(), terminalText(report, root, false));
        } catch (IOException e) {
            throw new MojoExecutionException("The reports could not be written to " + folder + ": " + e, e);
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
