package dev.seqscan.cli;

import dev.seqscan.run.IndexesTask;
import dev.seqscan.run.Parameters;
import dev.seqscan.run.TaskFailed;
import dev.seqscan.run.WrongParameter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The goal {@code indexes} without Maven. */
@Command(name = "indexes",
        description = {"Prints the fewest indexes that serve what the findings call for, and writes a migration.", ""})
final class IndexesCommand extends AnalysisCommand {

    @Option(names = "--output-directory", paramLabel = "FOLDER", description = "the folder for the migration; by default"
            + " target/seqscan in the analysed folder if it holds a POM, else seqscan-report in the current one")
    private Optional<Path> outputDirectory = Optional.empty();

    @Option(names = "--in-place", arity = "0..1", fallbackValue = "true", defaultValue = "false", paramLabel = "true|false",
            description = "write the migration beside those of the project")
    private boolean inPlace;

    @Override
    int run(Path root, Analyser analyser) throws WrongParameter, TaskFailed {
        Parameters parameters = parameters(analyser);
        Path output = parameters.outputFolder(outputDirectory, root);
        done(new IndexesTask(inputs(root, parameters), output.toFile(), inPlace), analyser);
        return 0;
    }
}
