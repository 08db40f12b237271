package dev.seqscan.maven;

import dev.seqscan.run.WhyTask;
import java.io.File;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern AT = Pattern.compile("(.+):([1-9][0-9]{0,8})");

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
    void run(Path root) throws MojoExecutionException {
        Matcher asked = asked();
        String file = file(asked.group(1), root);
        print(done(new WhyTask(inputs(root, givenClassPath(), projects(root)), file, Integer.parseInt(asked.group(2)))));
    }

    private Matcher asked() throws MojoExecutionException {
        Matcher matcher = AT.matcher(at == null ? "" : at.strip());
        if (!matcher.matches()) {
            throw WrongParameter.of("seqscan.at", at == null ? "" : at, "allowed is a Java file and a line, as "
                    + "src/main/java/com/shop/OrderService.java:33");
        }
        return matcher;
    }

    private String file(String name, Path root) throws MojoExecutionException {
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root) || !file.toFile().isFile()) {
            throw WrongParameter.of("seqscan.at", at, "there is no such file below " + root);
        }
        return root.relativize(file).toString().replace(File.separatorChar, '/');
    }
}
