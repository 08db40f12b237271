package dev.seqscan.run;

import dev.seqscan.AnalysisReport;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.report.WrittenReport;
import dev.seqscan.report.console.ConsoleReport;
import dev.seqscan.report.github.GithubCommands;
import dev.seqscan.report.gitlab.GitlabReport;
import dev.seqscan.report.html.HtmlReport;
import dev.seqscan.report.markdown.MarkdownReport;
import dev.seqscan.report.sarif.SarifReport;
import dev.seqscan.report.sonar.SonarReport;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that a run leaves in a folder, and what it prints.
 *
 * @param directory that the files go to
 * @param formats words of {@link #FORMATS}
 * @param sarifForIde whether the scanned folder gets a SARIF file with absolute names as well
 */
public record ReportFiles(File directory, List<String> formats, boolean sarifForIde) implements Serializable {

    /** The format of the terminal, in a file. */
    public static final String TEXT = "text";

    private static final WrittenReport SARIF = new SarifReport();
    private static final List<WrittenReport> WRITTEN =
            List.of(SARIF, new HtmlReport(), new GitlabReport(), new SonarReport(), new MarkdownReport());

    /** All formats there are. */
    public static final List<String> FORMATS = all();

    /** The formats that are written unless others are asked for. */
    public static final List<String> DEFAULT = List.of(TEXT, SARIF.name());

    /** The files of the formats that are written by default. */
    public ReportFiles(Path folder) {
        this(folder.toFile(), DEFAULT, false);
    }

    private static List<String> all() {
        List<String> names = new ArrayList<>(List.of(TEXT));
        WRITTEN.forEach(each -> names.add(each.name()));
        names.add(GithubCommands.NAME);
        return List.copyOf(names);
    }

    /** The folder that the files go to. */
    public Path folder() {
        return directory.toPath();
    }

    /** Whether commands for GitHub Actions are printed. */
    public boolean annotates() {
        return formats.contains(GithubCommands.NAME);
    }

    /** Whether one of the files shows the overview of the program. */
    boolean showOverview() {
        return chosen().stream().anyMatch(WrittenReport::showsOverview);
    }

    /** The files that are written there, the one for readers first. */
    public List<Path> files() {
        List<Path> files = new ArrayList<>();
        if (formats.contains(TEXT)) {
            files.add(text());
        }
        chosen().forEach(each -> files.add(file(each)));
        return files;
    }

    private List<WrittenReport> chosen() {
        return WRITTEN.stream().filter(each -> formats.contains(each.name())).toList();
    }

    private Path text() {
        return folder().resolve("seqscan.txt");
    }

    private Path file(WrittenReport format) {
        return folder().resolve(format.fileName());
    }

    /**
     * Makes the folder where there is none.
     *
     * @throws WrongParameter if the reports could not be written into it
     */
    public void check() throws WrongParameter {
        try {
            prepare();
        } catch (IOException e) {
            throw new WrongParameter("outputDirectory", folder(),
                    "allowed is a folder that exists or can be made, and can be written");
        }
    }

    private void prepare() throws IOException {
        Files.createDirectories(folder());
        List<Path> all = new ArrayList<>(files());
        all.add(folder());
        for (Path file : all) {
            if (Files.exists(file) && !Files.isWritable(file)) {
                throw new AccessDeniedException(file.toString());
            }
        }
    }

    /**
     * Writes the files.
     *
     * @param root the folder that was analysed
     */
    void write(AnalysisReport report, Path root) throws IOException {
        try {
            prepare();
            ScannedFolder scanned = ScannedFolder.of(root);
            for (WrittenReport format : chosen()) {
                write(format, report, scanned, file(format));
            }
            if (formats.contains(TEXT)) {
                Files.writeString(text(), text(report, root, false));
            }
            if (sarifForIde) {
                Path folder = Files.createDirectories(root.resolve(".sarif"));
                write(SarifReport.forIde(), report, scanned, folder.resolve(SARIF.fileName()));
            }
        } catch (IOException e) {
            throw new IOException("The reports could not be written to " + folder() + ": " + e, e);
        }
    }

    private static void write(WrittenReport format, AnalysisReport report, ScannedFolder scanned, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            format.write(report, scanned, out);
        }
    }

    /** What is printed: the report, and in a workflow of GitHub the commands, which the report then cannot hold. */
    String printed(AnalysisReport report, Path root, boolean colour) {
        String text = text(report, root, colour);
        if (!annotates()) {
            return text;
        }
        GithubCommands commands = new GithubCommands();
        return commands.silenced(text) + commands.text(report, ScannedFolder.of(root));
    }

    private String text(AnalysisReport report, Path root, boolean colour) {
        StringBuilder text = new StringBuilder();
        try {
            console().print(report, root, text, colour);
        } catch (IOException e) {
            throw new IllegalStateException("a string takes any text", e);
        }
        return text.toString();
    }

    private ConsoleReport console() {
        return formats.contains(SARIF.name()) ? new ConsoleReport(file(SARIF)) : new ConsoleReport();
    }
}
