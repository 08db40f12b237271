package dev.seqscan.cli;

import dev.seqscan.run.Adoption;
import dev.seqscan.run.FailOnSeverity;
import dev.seqscan.run.Formats;
import dev.seqscan.run.Outcome;
import dev.seqscan.run.Parameters;
import dev.seqscan.run.ReportFiles;
import dev.seqscan.run.ReportTask;
import dev.seqscan.run.TaskFailed;
import dev.seqscan.run.WrongParameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** The goal {@code scan} without Maven. */
@Command(name = "scan", description = {"Analyses a folder of Java sources and writes the reports.", ""})
final class ScanCommand extends AnalysisCommand {

    @Option(names = "--output-directory", paramLabel = "FOLDER", description = "the folder for the reports; by default"
            + " target/seqscan in the analysed folder if it holds a POM, else seqscan-report in the current one")
    private Optional<Path> outputDirectory = Optional.empty();

    @Option(names = "--fail-on-severity", paramLabel = "LEVEL",
            description = "level from which on a finding fails the run: error, warning, note, never; by default never")
    private String failOnSeverity;

    @Option(names = "--formats", split = ",", hideParamSyntax = true, paramLabel = "FORMS", description =
            "text, sarif, html, gitlab, sonar, markdown, github; by default text,sarif, in a workflow of GitHub github, too")
    private List<String> formats = List.of();

    @Option(names = "--sarif-for-ide", arity = "0..1", fallbackValue = "true", defaultValue = "false", paramLabel = "true|false",
            description = "write .sarif/seqscan.sarif with absolute names into the analysed folder, for IDEs")
    private boolean sarifForIde;

    @Option(names = "--changed-since", paramLabel = "REVISION",
            description = "a revision of Git, as origin/main; only findings of which a line changed since is part count")
    private Optional<String> changedSince = Optional.empty();

    @Override
    String failOnSeverity() {
        return failOnSeverity;
    }

    @Override
    int run(Path root, Analyser analyser) throws WrongParameter, TaskFailed {
        Parameters parameters = parameters(analyser);
        FailOnSeverity severity = parameters.severity(root, FailOnSeverity.NEVER);
        ReportFiles files = new ReportFiles(parameters.outputFolder(outputDirectory, root).toFile(), Formats.of(formats),
                sarifForIde);
        Adoption adoption = parameters.adoption(root, changedSince);
        ReportTask task = new ReportTask(inputs(root, parameters), List.of(), files, Ansi.AUTO.enabled(), adoption);
        files.check();
        Outcome.Done done = done(task, analyser);
        Optional<String> verdict = severity.verdict(done.findings(), files.files(), Complaints::spelled);
        verdict.ifPresent(this::complain);
        return verdict.isPresent() ? SeqScan.FINDINGS : 0;
    }
}
