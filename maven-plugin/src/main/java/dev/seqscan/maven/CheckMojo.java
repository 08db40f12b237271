package dev.seqscan.maven;

import dev.seqscan.run.Adoption;
import dev.seqscan.run.FailOnSeverity;
import dev.seqscan.run.Formats;
import dev.seqscan.run.Outcome;
import dev.seqscan.run.ReportFiles;
import dev.seqscan.run.WrongParameter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Analyses the sources of the whole build, writes <code>seqscan.sarif</code> and <code>seqscan.txt</code>, and fails the
 * build on grave findings. In a build of several modules it runs once, when the last module is done, over the folder that
 * Maven was started for, whichever modules are built; so its parameters belong into the parent POM.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public class CheckMojo extends AnalysisMojo {

    /**
     * The folder for the reports. Default: <code>target/seqscan</code> in the folder that Maven was started for. Allowed: a
     * folder that exists or can be made; a relative name starts at the folder that Maven was started for.
     */
    @Parameter(property = "seqscan.outputDirectory")
    private String outputDirectory;

    /**
     * From which level on a finding fails the build. Default: what <code>seqscan.yml</code> says, else error. Allowed: error,
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

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

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
    public CheckMojo(ProjectDependenciesResolver resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    String failOnSeverity() {
        return failOnSeverity;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException, WrongParameter {
        if (skip()) {
            getLog().info("Skipped: seqscan.skip=true");
        } else {
            // A wrong one stops in the first module already.
            checked();
        }
        if (new FinishedModules(session(), execution()).add(project, !skip())) {
            check(checked());
        } else if (!skip()) {
            getLog().info("Analysed together with the other modules, when the last of them is done");
        }
    }

    /** What the parameters say, checked. */
    private record Checked(FailOnSeverity severity, ReportFiles files, Adoption adoption) {
    }

    private Checked checked() throws WrongParameter {
        parameters().classPathEntries();
        Checked checked = new Checked(parameters().severity(startFolder(), FailOnSeverity.ERROR),
                new ReportFiles(outputFolder().toFile(), Formats.of(formats), sarifForIde),
                parameters().adoption(startFolder(), Optional.ofNullable(changedSince)));
        checked.files().check();
        return checked;
    }

    private void check(Checked checked) throws MojoExecutionException, MojoFailureException, WrongParameter {
        Path root = startFolder();
        warnOfWhatChangesNothing();
        warnOfWhatIsOutside(root);
        Set<MavenProject> modules = new LinkedHashSet<>(session().getProjects());
        modules.addAll(projects(root));
        Outcome.Done done = done(reportTask(root, modules, checked.files()).with(checked.adoption()));
        if (getLog().isInfoEnabled() || checked.files().annotates() || checked.severity().failing(done.findings()) > 0) {
            print(done);
        }
        judge(done, checked.severity(), checked.files());
    }

    private void warnOfWhatChangesNothing() {
        UserProperties.ofOtherGoals(session().getUserProperties(), execution().getMojoDescriptor()).forEach(
                name -> getLog().warn(name + " is a parameter of other goals and changes nothing about check"));
    }

    private void warnOfWhatIsOutside(Path root) {
        BuildAround around = new BuildAround(root);
        around.leftOut().forEach(file -> getLog().warn(around.advice(file)));
        for (MavenProject module : session().getProjects()) {
            if (!module.getBasedir().toPath().toAbsolutePath().normalize().startsWith(root)) {
                getLog().warn("Not analysed, as it lies outside of " + root + ": " + module.getBasedir());
            }
        }
    }

    /** Not a {@code File}, which Maven would take to be below each module. */
    private Path outputFolder() {
        return outputDirectory == null || outputDirectory.isBlank()
                ? startFolder().resolve("target").resolve("seqscan")
                : startFolder().resolve(outputDirectory).normalize();
    }
}
