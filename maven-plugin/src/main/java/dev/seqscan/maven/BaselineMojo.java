package dev.seqscan.maven;

import dev.seqscan.run.WrongParameter;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Writes all that is found into a small text file, the baseline. The goals <code>check</code> and <code>scan</code> read it:
 * what it holds is not printed and fails no build. Run again, it writes the file anew.
 */
@Mojo(name = "baseline", requiresProject = false, aggregator = true, threadSafe = true)
public class BaselineMojo extends FolderMojo {

    /** Maven gives what is injected. */
    @Inject
    public BaselineMojo(ProjectDependenciesResolver resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    void run(Path root) throws MojoExecutionException, WrongParameter {
        print(done(parameters().baselineTask(root, inputs(root, projects(root)))));
    }
}
