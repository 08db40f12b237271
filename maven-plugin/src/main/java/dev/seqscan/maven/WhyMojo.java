package dev.seqscan.maven;

import dev.seqscan.run.AskedLine;
import dev.seqscan.run.WhyTask;
import dev.seqscan.run.WrongParameter;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Prints for one line of Java what was concluded about it step by step, also where nothing is reported: types, calls,
 * statements, where rows come from, the loops around, what the schema says, and why each rule speaks or is silent.
 */
@Mojo(name = "why", requiresProject = false, aggregator = true, threadSafe = true)
public class WhyMojo extends FolderMojo {

    /**
     * The line to ask about. Allowed: a Java file below the path and the number of a line, as
     * <code>src/main/java/com/shop/OrderService.java:33</code>.
     */
    @Parameter(property = "seqscan.at")
    private String at;

    /** Maven gives what is injected. */
    @Inject
    public WhyMojo(ProjectDependenciesResolver resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    void run(Path root) throws MojoExecutionException, WrongParameter {
        AskedLine line = AskedLine.of(at, root);
        print(done(new WhyTask(inputs(root, projects(root)), line)));
    }
}
