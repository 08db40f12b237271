package dev.seqscan.cli;

import dev.seqscan.run.AskedLine;
import dev.seqscan.run.TaskFailed;
import dev.seqscan.run.WhyTask;
import dev.seqscan.run.WrongParameter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The goal {@code why} without Maven. */
@Command(name = "why",
        description = {"Prints for one line what was concluded about it, and why each rule speaks or is silent.", ""})
final class WhyCommand extends AnalysisCommand {

    @Option(names = "--at", paramLabel = "FILE:LINE", required = true,
            description = "required: the line to ask about, as src/main/java/com/shop/OrderService.java:33")
    private String at;

    @Override
    int run(Path root, Analyser analyser) throws WrongParameter, TaskFailed {
        AskedLine line = AskedLine.of(at, root);
        done(new WhyTask(inputs(root, parameters(analyser)), line), analyser);
        return 0;
    }
}
