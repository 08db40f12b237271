package dev.seqscan.cli;

import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.run.CatalogPage;
import dev.seqscan.run.WrongParameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The goal {@code rules} without Maven. */
@Command(name = "rules", mixinStandardHelpOptions = true, versionProvider = SeqScanVersion.class,
        description = {"Prints the rules with their levels, or all that one says of itself.", ""})
final class RulesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--rule", paramLabel = "ID", description = "the rule whose page is printed")
    private Optional<String> rule = Optional.empty();

    @Option(names = "--rule-jar", split = ",", hideParamSyntax = true, paramLabel = "JARS",
            description = "jars with rules of your own")
    private List<Path> ruleJars = List.of();

    @Override
    public Integer call() throws WrongParameter, IOException {
        try (Analyser analyser = Analyser.with(ruleJars)) {
            CatalogPage page = new CatalogPage(RuleCatalog.load(analyser.loader()), Complaints::spelled);
            spec.commandLine().getOut().print(page.text(rule));
            spec.commandLine().getOut().flush();
            return 0;
        }
    }
}
