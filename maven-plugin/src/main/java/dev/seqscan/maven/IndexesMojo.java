package dev.seqscan.maven;

import dev.seqscan.run.IndexesTask;
import dev.seqscan.run.WrongParameter;
import java.io.File;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Prints the fewest indexes that serve all that the findings call for, with what each serves and costs, and the indexes that no
 * statement of the code asks for. Writes a migration for Flyway or Liquibase, as the project has them, or a script.
 */
@Mojo(name = "indexes", requiresProject = false, aggregator = true, threadSafe = true)
public class IndexesMojo extends FolderMojo {

    /**
     * The folder for the migration. Default: <code>target/seqscan</code> below the path if it holds a POM, else
     * <code>seqscan-report</code> in the current folder. Allowed: a folder that exists or can be made.
     */
    @Parameter(property = "seqscan.outputDirectory")
    private String outputDirectory;

    /**
     * Whether the migration is written beside those that the project has, ready to be applied with them. A file that is there
     * is never written over. Allowed: true, false.
     */
    @Parameter(property = "seqscan.inPlace", defaultValue = "false")
    private boolean inPlace;

    /** Maven gives what is injected. */
    @Inject
    public IndexesMojo(ProjectDependenciesResolver resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    void run(Path root) throws MojoExecutionException, WrongParameter {
        File output = outputFolder(outputDirectory, root).toFile();
        print(done(new IndexesTask(inputs(root, projects(root)), output, inPlace)));
    }
}
