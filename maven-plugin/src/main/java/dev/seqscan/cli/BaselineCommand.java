package dev.seqscan.cli;

import dev.seqscan.run.Parameters;
import dev.seqscan.run.TaskFailed;
import dev.seqscan.run.WrongParameter;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/** The goal {@code baseline} without Maven. */
@Command(name = "baseline",
        description = {"Writes all that is found into a file, which scan reads: what it holds fails no run.", ""})
final class BaselineCommand extends AnalysisCommand {

    @Override
    int run(Path root, Analyser analyser) throws WrongParameter, TaskFailed {
        Parameters parameters = parameters(analyser);
        done(parameters.baselineTask(root, inputs(root, parameters)), analyser);
        return 0;
    }
}
