package dev.seqscan.maven;

import dev.seqscan.report.html.HtmlReport;
import dev.seqscan.run.ReportFiles;
import dev.seqscan.run.WrongParameter;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Writes the HTML report for the site of the project, which lists it among the project reports. In a build of several modules
 * the site of the folder that Maven was started for has one report about all of them. It fails no build.
 */
@Mojo(name = "report", threadSafe = true)
public class ReportMojo extends AnalysisMojo implements MavenReport {

    @Parameter(defaultValue = "${project.reporting.outputDirectory}", readonly = true, required = true)
    private File siteDirectory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** Maven gives what is injected. */
    @Inject
    public ReportMojo(ProjectDependenciesResolver resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    void run() throws MojoExecutionException, WrongParameter {
        if (!canGenerateReport()) {
            getLog().info(skip() ? "Skipped: seqscan.skip=true" : "The report is that of the folder in which Maven was started");
            return;
        }
        Path root = startFolder();
        HtmlReport html = new HtmlReport();
        ReportFiles files = new ReportFiles(siteDirectory, List.of(html.name()), false);
        files.check();
        done(reportTask(root, projects(root), files).with(parameters().adoption(root, Optional.empty())));
        getLog().info("Written: " + siteDirectory.toPath().resolve(html.fileName()));
    }

    /** What the site plugin calls up to 3.12; the page is our own, so nothing goes into its sink. */
    @Override
    @SuppressWarnings("deprecation")
    public void generate(org.codehaus.doxia.sink.Sink sink, Locale locale) throws MavenReportException {
        generate((Sink) sink, locale);
    }

    /** The same for later ones, whose interface asks for this method. */
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        try {
            execute();
        } catch (MojoExecutionException | MojoFailureException failed) {
            throw new MavenReportException(failed.getMessage(), failed);
        }
    }

    /** One report tells of all modules. */
    @Override
    public boolean canGenerateReport() {
        return !skip() && project.getBasedir().toPath().toAbsolutePath().normalize().equals(startFolder());
    }

    @Override
    public String getOutputName() {
        return new HtmlReport().fileName().replace(".html", "");
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return "SeqScan";
    }

    @Override
    public String getDescription(Locale locale) {
        return "Code that sends too many statements, reads too many rows, or makes the database walk a whole table.";
    }

    @Override
    public void setReportOutputDirectory(File directory) {
        siteDirectory = directory;
    }

    @Override
    public File getReportOutputDirectory() {
        return siteDirectory;
    }

    @Override
    public boolean isExternalReport() {
        return true;
    }
}
