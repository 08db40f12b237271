package dev.seqscan.maven;

import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.run.CatalogPage;
import dev.seqscan.run.WrongParameter;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints the rules with their levels, those of rule jars that the plugin depends on among them; or all that one rule says of
 * itself: what it costs, examples, when to leave it.
 */
@Mojo(name = "rules", requiresProject = false, aggregator = true, threadSafe = true)
public class RulesMojo extends AbstractMojo {

    /** The rule whose page is printed. Default: none, so that all rules are listed. Allowed: the id of a rule. */
    @Parameter(property = "seqscan.rule")
    private String rule;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Override
    public void execute() throws MojoExecutionException {
        try {
            new UserProperties(execution.getMojoDescriptor().getPluginDescriptor()).check(session.getUserProperties());
            RuleCatalog rules = RuleCatalog.load(getClass().getClassLoader());
            CatalogPage page = new CatalogPage(rules, parameter -> "-D" + UserProperties.spelled(parameter));
            PlainOutput.print(page.text(Optional.ofNullable(rule)));
        } catch (WrongParameter wrong) {
            throw UserProperties.stop(wrong);
        }
    }
}
