package dev.seqscan.maven;

import dev.seqscan.run.Parameters;
import dev.seqscan.run.WrongParameter;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals share that analyse any folder, with or without a POM. */
abstract class FolderMojo extends AnalysisMojo {

    /**
     * The folder to analyse with all below it. Allowed: a folder that exists; a relative one starts at the folder of the POM,
     * without a POM at the current folder.
     */
    @Parameter(property = "seqscan.path", defaultValue = "${basedir}")
    private File path;

    FolderMojo(ProjectDependenciesResolver resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    final void run() throws MojoExecutionException, MojoFailureException, WrongParameter {
        if (skip()) {
            getLog().info("Skipped: seqscan.skip=true");
            return;
        }
        run(Parameters.folder(path.toPath()));
    }

    /** Does the work of the goal on a folder that exists. */
    abstract void run(Path root) throws MojoExecutionException, MojoFailureException, WrongParameter;
}
