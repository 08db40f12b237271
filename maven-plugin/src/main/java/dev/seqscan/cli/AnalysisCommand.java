package dev.seqscan.cli;

import dev.seqscan.config.RunSettings;
import dev.seqscan.run.GivenSettings;
import dev.seqscan.run.Inputs;
import dev.seqscan.run.JdbcUrl;
import dev.seqscan.run.Outcome;
import dev.seqscan.run.Parameters;
import dev.seqscan.run.Task;
import dev.seqscan.run.TaskFailed;
import dev.seqscan.run.Workplace;
import dev.seqscan.run.WrongParameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands share that analyse a folder. Their options are named as the parameters of the goals. */
@Command(mixinStandardHelpOptions = true, versionProvider = SeqScanVersion.class, sortOptions = false,
        abbreviateSynopsis = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
            "0:done, and no finding has the level of --fail-on-severity or above",
            "1:findings fail the run",
            "2:wrong use, or the analysis could not be done"})
abstract class AnalysisCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @picocli.CommandLine.Parameters(arity = "0..1", paramLabel = "PATH",
            description = "the folder to analyse with all below it; by default the current one")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--path", paramLabel = "PATH", description = "the same as an option")
    private Optional<Path> path = Optional.empty();

    @Option(names = "--class-path", split = ",", hideParamSyntax = true, paramLabel = "JARS", description =
            "jars and class folders that the code is compiled against, separated by commas or as the system separates paths")
    private List<String> classPath = List.of();

    @Option(names = "--profiles", split = ",", hideParamSyntax = true, paramLabel = "NAMES",
            description = "configuration profiles that are active, as prod for application-prod.yml")
    private List<String> profiles = List.of();

    @Option(names = "--settings", paramLabel = "FILE",
            description = "the file with settings; by default seqscan.yml in the folder, if there is one. Options win over it")
    private Optional<Path> settings = Optional.empty();

    @Option(names = "--jdbc-url", paramLabel = "URL", description = "a database whose tables are taken instead of those of the"
            + " scripts; user and password stand in SEQSCAN_JDBC_USER and SEQSCAN_JDBC_PASSWORD, the driver on the class path")
    private String jdbcUrl;

    @Option(names = "--baseline-file", paramLabel = "FILE",
            description = "the file with known findings; by default seqscan-baseline.txt in the folder, if there is one")
    private Optional<String> baselineFile = Optional.empty();

    @Option(names = "--rules", split = ",", hideParamSyntax = true, paramLabel = "CHOICES",
            description = "what you choose of rules, as offset-pagination=off,query-in-loop=error,select-star.wide=20")
    private List<String> rules = List.of();

    @Option(names = "--includes", split = ",", hideParamSyntax = true, paramLabel = "PATHS",
            description = "the files in which findings are reported, as src/main/java/com/shop/**; by default all")
    private List<String> includes = List.of();

    @Option(names = "--excludes", split = ",", hideParamSyntax = true, paramLabel = "PATHS",
            description = "the files in which none are reported, as **/legacy/**; they are read all the same")
    private List<String> excludes = List.of();

    @Option(names = "--include-tests", arity = "0..1", fallbackValue = "true", paramLabel = "true|false",
            description = "report findings in test sources, too")
    private Boolean includeTests;

    @Option(names = "--include-possible", arity = "0..1", fallbackValue = "true", paramLabel = "true|false",
            description = "report findings that are only possible, too")
    private Boolean includePossible;

    @Option(names = "--cache", paramLabel = "FOLDER", description = "where runs keep what they find out, so that the next one"
            + " need not; by default where the system keeps caches of a user. off: nowhere")
    private Optional<String> cache = Optional.empty();

    @Option(names = "--rule-jar", split = ",", hideParamSyntax = true, paramLabel = "JARS",
            description = "jars with rules of your own")
    private List<Path> ruleJars = List.of();

    @Option(names = "--fork", arity = "0..1", fallbackValue = "true", defaultValue = "true", paramLabel = "true|false",
            description = "analyse in a JVM of its own that is set for short runs; the default")
    private boolean fork;

    @Option(names = "--jvm-args", paramLabel = "ARGUMENTS", description = "arguments for that JVM, as -Xmx4g")
    private String jvmArgs = "";

    @Override
    public final Integer call() throws WrongParameter, TaskFailed, IOException {
        if (folder.isPresent() && path.isPresent()) {
            throw new WrongParameter("path", path.get(), "a folder is named twice");
        }
        try (Analyser analyser = Analyser.with(ruleJars)) {
            return run(Parameters.folder(folder.or(() -> path).orElse(Path.of(""))), analyser);
        }
    }

    /** Does the work of the command on a folder that exists; returns the exit code. */
    abstract int run(Path root, Analyser analyser) throws WrongParameter, TaskFailed;

    /** From which level on a finding fails the run; null where nothing is said. */
    String failOnSeverity() {
        return null;
    }

    /** What the options say; relative names start in the current folder. */
    final Parameters parameters(Analyser analyser) throws WrongParameter {
        RunSettings said = new GivenSettings(new Properties())
                .one(RunSettings.FAIL_ON_SEVERITY, failOnSeverity()).one(RunSettings.INCLUDE_TESTS, includeTests)
                .one(RunSettings.INCLUDE_POSSIBLE, includePossible).list(RunSettings.PROFILES, profiles)
                .paths(RunSettings.INCLUDES, includes).paths(RunSettings.EXCLUDES, excludes)
                .rules(rules, analyser.loader()).settings();
        return new Parameters(Path.of("").toAbsolutePath(), said, settings, classPath, baselineFile, cache);
    }

    final Inputs inputs(Path root, Parameters parameters) throws WrongParameter {
        return parameters.inputs(root, List.of(), JdbcUrl.access(jdbcUrl, System.getenv()));
    }

    /** Does the task and prints what it says. */
    final Outcome.Done done(Task task, Analyser analyser) throws WrongParameter, TaskFailed {
        Outcome.Done done = new Workplace(fork, jvmArgs, analyser.classPath(), analyser.loader())
                .done(task, this::complain, this::complain);
        spec.commandLine().getOut().print(done.text());
        spec.commandLine().getOut().flush();
        return done;
    }

    /** Prints a line for the user beside the result. */
    final void complain(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
