package dev.seqscan.maven;

import dev.seqscan.AnalysisReport;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;

/**
 * Analyses a folder of Java sources, with or without a POM, and writes <code>seqscan.sarif</code> and
 * <code>seqscan.txt</code>. It does not fail the build unless <code>seqscan.failOnSeverity</code> says so.
 */
@Mojo(name = "scan", requiresProject = false, aggregator = true, threadSafe = true)
public class ScanMojo extends AnalysisMojo {

    /**
     * The folder to analyse with all below it. Allowed: a folder that exists; a relative one starts at the folder of the POM,
     * without a POM at the current folder.
     */
    @Parameter(property = "seqscan.path", defaultValue = "${basedir}")
    private File path;

    /**
     * The folder for the reports. Default: <code>target/seqscan</code> below the path if it holds a POM, else
     * <code>seqscan-report</code> in the current folder. Allowed: a folder that exists or can be made.
     */
    @Parameter(property = "seqscan.outputDirectory")
    private File outputDirectory;

    /** From which level on a finding fails the build. Allowed: error, warning, note, never. */
    @Parameter(property = "seqscan.failOnSeverity", defaultValue = "never")
    private String failOnSeverity;

    /** Maven gives what is injected. */
    @Inject
    public ScanMojo(ProjectDependenciesResolver resolver) {
        super(resolver);
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        if (skip()) {
            getLog().info("Skipped: seqscan.skip=true");
            return;
        }
        FailOnSeverity severity = FailOnSeverity.parse(failOnSeverity);
        Path root = root();
        List<Path> given = givenClassPath();
        ReportFiles files = new ReportFiles(outputFolder(root));
        files.prepare();
        AnalysisReport report = analyse(root, given, projects(root), files);
        print(report, root, files);
        judge(report, severity, files);
    }

    private Path root() throws MojoExecutionException {
        if (!path.isDirectory() || !path.canRead()) {
            throw WrongParameter.of("seqscan.path", path,
                    "there is no such folder; allowed is a folder that exists and can be read");
        }
        return path.toPath().toAbsolutePath().normalize();
    }

    private Path outputFolder(Path root) {
        if (outputDirectory != null) {
            return outputDirectory.toPath().toAbsolutePath().normalize();
        }
        if (Files.exists(root.resolve("pom.xml"))) {
            return root.resolve("target").resolve("seqscan");
        }
        return startFolder().resolve("seqscan-report");
    }

    /** The projects of this run that lie in the folder; if it lies within a project, that one. */
    private List<MavenProject> projects(Path root) {
        List<MavenProject> inside = projects().filter(project -> folder(project).startsWith(root)).toList();
        if (!inside.isEmpty()) {
            return inside;
        }
        return projects().filter(project -> root.startsWith(folder(project)))
                .max(Comparator.comparing(project -> folder(project).getNameCount())).stream().toList();
    }

    /** Without a POM Maven makes a project up, which has no file. */
    private Stream<MavenProject> projects() {
        return session().getProjects().stream().filter(project -> project.getFile() != null);
    }

    private static Path folder(MavenProject project) {
        return project.getBasedir().toPath().toAbsolutePath().normalize();
    }
}
