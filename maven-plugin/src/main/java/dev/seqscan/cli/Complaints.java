package dev.seqscan.cli;

import dev.seqscan.config.NearestWord;
import dev.seqscan.run.TaskFailed;
import dev.seqscan.run.WrongParameter;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

/** Says in one line why nothing was done. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

    /** The option of a parameter: {@code --fail-on-severity} of {@code failOnSeverity}. */
    static String spelled(String parameter) {
        return "--" + parameter.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String message = wrong instanceof UnmatchedArgumentException unmatched
                ? unknown(unmatched.getUnmatched().get(0), command) : wrong.getMessage();
        return complain(command, message + "\n" + command.getCommandSpec().qualifiedName() + " --help tells what is allowed");
    }

    private static String unknown(String argument, CommandLine command) {
        boolean option = argument.startsWith("-");
        String name = option ? argument.replaceFirst("=.*", "") : argument;
        List<String> known = new ArrayList<>(option ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet());
        Optional<String> nearest = known.isEmpty() ? Optional.empty() : NearestWord.of(name, known);
        return (option ? "there is no option " : known.isEmpty() ? "one argument too many: " : "there is no command ") + name
                + nearest.map(each -> "; did you mean " + each + "?").orElse("");
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof WrongParameter wrong) {
            return complain(command, "wrong option " + wrong.told(Complaints::spelled));
        }
        if (failure instanceof TaskFailed) {
            return complain(command, failure.getMessage());
        }
        failure.printStackTrace(command.getErr());
        return complain(command, "this is a fault of SeqScan");
    }

    private static int complain(CommandLine command, String message) {
        PrintWriter err = command.getErr();
        err.println("seqscan: " + message);
        err.flush();
        return SeqScan.WRONG;
    }
}
