package dev.seqscan.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine;

/** The entrance without Maven. */
@Command(name = "seqscan", versionProvider = SeqScanVersion.class, mixinStandardHelpOptions = true,
        subcommands = {ScanCommand.class, BaselineCommand.class, IndexesCommand.class, WhyCommand.class, RulesCommand.class},
        description = {"Finds slow database access in Java sources, SQL and schema.", ""},
        synopsisSubcommandLabel = "COMMAND", commandListHeading = "%nCommands:%n",
        footer = {"", "seqscan COMMAND --help prints the options of a command."})
public final class SeqScan {

    /** Findings fail the run. */
    static final int FINDINGS = 1;
    /** Wrong use, or the analysis could not be done. */
    static final int WRONG = 2;

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(exitCode(arguments));
    }

    /** What ends a thread by itself would leave the exit code of findings. */
    private static int exitCode(String[] arguments) {
        try {
            return commandLine().execute(arguments);
        } catch (Error fault) {
            fault.printStackTrace();
            return WRONG;
        }
    }

    static CommandLine commandLine() {
        Complaints complaints = new Complaints();
        return new CommandLine(new SeqScan()).setParameterExceptionHandler(complaints).setExecutionExceptionHandler(complaints)
                .setUsageHelpAutoWidth(true);
    }
}
