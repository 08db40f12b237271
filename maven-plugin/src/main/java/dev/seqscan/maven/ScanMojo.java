package dev.seqscan.maven;

import dev.seqscan.run.Adoption;
import dev.seqscan.run.FailOnSeverity;
import dev.seqscan.run.Formats;
import dev.seqscan.run.Outcome;
import dev.seqscan.run.ReportFiles;
import dev.seqscan.run.WrongParameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Analyses a folder of Java sources, with or without a POM, and writes <code>seqscan.sarif</code> and
 * <code>seqscan.txt</code>. It does not fail the build unless <code>seqscan.failOnSeverity</code> says so.
 */
@Mojo(name = "scan", requiresProject = false, aggregator = true, threadSafe = true)
public class ScanMojo extends FolderMojo {

    /**
     * The folder for the reports. Default: <code>target/seqscan</code> below the path if it holds a POM, else
     * <code>seqscan-report</code> in the current folder. Allowed: a folder that exists or can be made.
     */
    @Parameter(property = "seqscan.outputDirectory")
    private String outputDirectory;

    /**
     * From which level on a finding fails the build. Default: what <code>seqscan.yml</code> says, else never. Allowed: error,
     * warning, note, never.
     */
    @Parameter(property = "seqscan.failOnSeverity")
    private String failOnSeverity;

    /**
     * The forms of the report, separated by commas. Default: text and sarif, and in a workflow of GitHub Actions github. Allowed:
     * text, sarif, html (one file for a browser), gitlab (Code Quality), sonar (generic issues of SonarQube), markdown (for a
     * comment on a pull request), and github (commands of a workflow, printed only where <code>GITHUB_ACTIONS</code> is
     * <code>true</code>).
     */
    @Parameter(property = "seqscan.formats")
    private List<String> formats = List.of();

    /**
     * Whether a second SARIF file with absolute names is written, <code>.sarif/seqscan.sarif</code> in the folder that is
     * analysed, where viewers of IDEs look. Keep it out of the repository. Allowed: true, false.
     */
    @Parameter(property = "seqscan.sarifForIde", defaultValue = "false")
    private boolean sarifForIde;

    /**
     * A revision of Git, as <code>origin/main</code>: only findings of which a changed line is part are printed and fail the
     * build, the others are counted. What counts is what changed since the merge base of that revision with
     * <code>HEAD</code>, in commits, in the working tree and in files that Git does not know yet. Default: none, so that all
     * findings count. Allowed: a branch, tag or commit that the repository has.
     */
    @Parameter(property = "seqscan.changedSince")
    private String changedSince;

    /** Maven gives what is injected. */
    @Inject
    public ScanMojo(ProjectDependenciesResolver resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    String failOnSeverity() {
        return failOnSeverity;
    }

    @Override
    void run(Path root) throws MojoExecutionException, MojoFailureException, WrongParameter {
        FailOnSeverity severity = parameters().severity(root, FailOnSeverity.NEVER);
        ReportFiles files = new ReportFiles(outputFolder(outputDirectory, root).toFile(), Formats.of(formats), sarifForIde);
        Adoption adoption = parameters().adoption(root, Optional.ofNullable(changedSince));
        files.check();
        Outcome.Done done = done(reportTask(root, projects(root), files).with(adoption));
        print(done);
        judge(done, severity, files);
    }
}
