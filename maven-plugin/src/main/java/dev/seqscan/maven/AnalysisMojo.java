package dev.seqscan.maven;

import dev.seqscan.config.RunSettings;
import dev.seqscan.run.FailOnSeverity;
import dev.seqscan.run.GivenSettings;
import dev.seqscan.run.Inputs;
import dev.seqscan.run.Outcome;
import dev.seqscan.run.Parameters;
import dev.seqscan.run.ReportFiles;
import dev.seqscan.run.ReportTask;
import dev.seqscan.run.Task;
import dev.seqscan.run.TaskFailed;
import dev.seqscan.run.Workplace;
import dev.seqscan.run.WrongParameter;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.shared.utils.logging.MessageUtils;

/** What the goals share: their parameters, and one analysis with its reports. */
abstract class AnalysisMojo extends AbstractMojo {

    /**
     * Jars and class folders that the code is compiled against, separated by commas or by the path separator of the system.
     * They come before the dependencies of the Maven projects that are analysed, which are taken by themselves. Without a
     * class path types of libraries that SeqScan does not know stay unknown, and less is found. Default: none. Allowed: files
     * and folders that exist; relative ones start at the folder of the POM, without a POM at the current folder.
     */
    @Parameter(property = "seqscan.classPath")
    private List<String> classPath = List.of();

    /**
     * Names of the configuration profiles that are active, separated by commas, as in <code>application-prod.yml</code>.
     * Default: those of <code>seqscan.yml</code>, else none, so that only the base files are read.
     */
    @Parameter(property = "seqscan.profiles")
    private List<String> profiles = List.of();

    /**
     * A file with settings, in which you also tell of methods that send statements, are cached or bounded, and of the sizes of
     * tables. What parameters say wins over it. Default: <code>seqscan.yml</code> in the folder that is analysed, if there is
     * one. Allowed: a YAML file that exists; a relative name starts at the folder of the POM that Maven was started for,
     * without a POM at the current folder.
     */
    @Parameter(property = "seqscan.settings")
    private String settings;

    /**
     * A database of the application, as <code>jdbc:postgresql://localhost/shop</code>: its tables, indexes and numbers of
     * rows are taken instead of those of the scripts. It is only read. The driver comes from the dependencies of the project, or
     * of the plugin. Default: none. Allowed: a URL for JDBC. User and password are those of the server
     * <code>seqscan.jdbcServer</code>, else of the environment variables <code>SEQSCAN_JDBC_USER</code> and
     * <code>SEQSCAN_JDBC_PASSWORD</code>.
     */
    @Parameter(property = "seqscan.jdbcUrl")
    private String jdbcUrl;

    /**
     * The id of a <code>server</code> in Maven's settings, whose username and password are those for the database; an encrypted
     * password is decrypted. Default: none. Allowed: an id that the settings have.
     */
    @Parameter(property = "seqscan.jdbcServer")
    private String jdbcServer;

    /**
     * The file with the findings that are known: the goal <code>baseline</code> writes it, <code>check</code> and
     * <code>scan</code> read it. Default: <code>seqscan-baseline.txt</code> in the folder that is analysed, if there is one.
     * Allowed: a file that exists, for <code>baseline</code> one that can be written; a relative name starts at the folder of
     * the POM that Maven was started for, without a POM at the current folder.
     */
    @Parameter(property = "seqscan.baselineFile")
    private String baselineFile;

    /**
     * Whether findings in test sources are reported. Default: what <code>seqscan.yml</code> says, else false. Allowed: true,
     * false.
     */
    @Parameter(property = "seqscan.includeTests")
    private Boolean includeTests;

    /**
     * Whether findings are reported that are only possible, because something about the code is not known. Default: what
     * <code>seqscan.yml</code> says, else false. Allowed: true, false.
     */
    @Parameter(property = "seqscan.includePossible")
    private Boolean includePossible;

    /**
     * What you choose of rules, separated by commas: <code>offset-pagination=off,query-in-loop=error,select-star.wide=20</code>.
     * Default: what <code>seqscan.yml</code> says, else what the page of each rule says. Allowed: after the id of a rule
     * <code>off</code>, <code>on</code> or a level; after the name of an option its value. The goal <code>rules</code> prints
     * the ids, and each rule with its options.
     */
    @Parameter(property = "seqscan.rules")
    private List<String> rules = List.of();

    /**
     * The files in which findings are reported, separated by commas; all are read. Default: what <code>seqscan.yml</code> says,
     * else all. Allowed: paths relative to the folder that is analysed, with forward slashes, where <code>*</code> stands for
     * characters of a name and <code>**</code> for any folders, as <code>src/main/java/com/shop/**</code>.
     */
    @Parameter(property = "seqscan.includes")
    private List<String> includes = List.of();

    /**
     * The files in which no findings are reported, separated by commas. They are read all the same, since other code may use
     * what stands in them. Default: what <code>seqscan.yml</code> says, else none. Allowed: paths as in
     * <code>seqscan.includes</code>.
     */
    @Parameter(property = "seqscan.excludes")
    private List<String> excludes = List.of();

    /**
     * The folder in which runs keep what they find out, so that the next one need not: what each file holds, and the report
     * where nothing has changed. Default: <code>seqscan</code> where the system keeps caches of a user, as
     * <code>~/.cache</code>; it does not grow beyond about a gigabyte, and may be deleted at any time. Allowed: a folder, which
     * need not exist; a relative name starts at the folder of the POM that Maven was started for, without a POM at the current
     * folder; <code>off</code> for none.
     */
    @Parameter(property = "seqscan.cache")
    private String cache;

    /** Whether the goal does nothing. Allowed: true, false. */
    @Parameter(property = "seqscan.skip", defaultValue = "false")
    private boolean skip;

    /**
     * Whether a JVM of its own analyses, which is set for short runs and takes half of the time that a fresh JVM of Maven
     * takes. Allowed: true, false.
     */
    @Parameter(property = "seqscan.fork", defaultValue = "true")
    private boolean fork;

    /**
     * Arguments for that JVM, separated by blanks, as <code>-Xmx4g</code>. Default: none; it may use as much memory as the
     * JVM of Maven may. Allowed: what the command <code>java</code> takes.
     */
    @Parameter(property = "seqscan.jvmArgs", defaultValue = "")
    private String jvmArgs = "";

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private final ProjectDependenciesResolver resolver;
    private final SettingsDecrypter decrypter;

    AnalysisMojo(ProjectDependenciesResolver resolver, SettingsDecrypter decrypter) {
        this.resolver = resolver;
        this.decrypter = decrypter;
    }

    /** Checks what the command line says, then does the work of the goal. */
    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            new UserProperties(execution.getMojoDescriptor().getPluginDescriptor()).check(session.getUserProperties());
            run();
        } catch (WrongParameter wrong) {
            throw UserProperties.stop(wrong);
        }
    }

    abstract void run() throws MojoExecutionException, MojoFailureException, WrongParameter;

    /** What the POM says of the level from which on findings fail the build; null where it says nothing. */
    String failOnSeverity() {
        return null;
    }

    final MavenSession session() {
        return session;
    }

    final MojoExecution execution() {
        return execution;
    }

    final boolean skip() {
        return skip;
    }

    /** The folder that Maven was started for: that of the POM, without a POM the current one. */
    final Path startFolder() {
        return Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
    }

    /** What the user says, the command line before the POM. */
    final Parameters parameters() throws WrongParameter {
        RunSettings said = new GivenSettings(session.getUserProperties())
                .one(RunSettings.FAIL_ON_SEVERITY, failOnSeverity()).one(RunSettings.INCLUDE_TESTS, includeTests)
                .one(RunSettings.INCLUDE_POSSIBLE, includePossible).list(RunSettings.PROFILES, profiles)
                .paths(RunSettings.INCLUDES, includes).paths(RunSettings.EXCLUDES, excludes)
                .rules(rules, getClass().getClassLoader()).settings();
        return new Parameters(startFolder(), said, Optional.ofNullable(settings).map(Path::of), classPath,
                Optional.ofNullable(baselineFile), Optional.ofNullable(cache));
    }

    /** The folder for what a goal writes. Not a {@code File}, as Maven takes an empty one for the folder of the POM. */
    final Path outputFolder(String chosen, Path root) throws WrongParameter {
        return parameters().outputFolder(
                Optional.ofNullable(chosen).filter(name -> !name.isBlank()).map(startFolder()::resolve), root);
    }

    /**
     * The projects that lie in the folder; if it lies within a project, that one. Those that a run leaves out (-pl) are among
     * them, since their sources are read too, and what is found must not hang on what is built.
     */
    final List<MavenProject> projects(Path root) {
        List<MavenProject> inside = projects().filter(project -> folder(project).startsWith(root)).toList();
        if (!inside.isEmpty()) {
            return inside;
        }
        return projects().filter(project -> root.startsWith(folder(project)))
                .max(Comparator.comparing(project -> folder(project).getNameCount())).stream().toList();
    }

    /** Without a POM Maven makes a project up, which has no file. */
    private Stream<MavenProject> projects() {
        return session().getAllProjects().stream().filter(project -> project.getFile() != null);
    }

    private static Path folder(MavenProject project) {
        return project.getBasedir().toPath().toAbsolutePath().normalize();
    }

    /** The task of reporting what a folder holds; what the projects depend on follows the class path of the user. */
    final ReportTask reportTask(Path root, Collection<MavenProject> projects, ReportFiles files)
            throws MojoExecutionException, WrongParameter {
        ProjectClassPath resolved = resolved(root, projects);
        boolean colour = MessageUtils.isColorEnabled() && PlainOutput.isTerminal();
        return new ReportTask(inputs(root, resolved), resolved.missing(), files, colour);
    }

    /** What an analysis of a folder reads; what the projects depend on follows the class path of the user. */
    final Inputs inputs(Path root, Collection<MavenProject> projects) throws MojoExecutionException, WrongParameter {
        return inputs(root, resolved(root, projects));
    }

    private Inputs inputs(Path root, ProjectClassPath resolved) throws MojoExecutionException, WrongParameter {
        return parameters().inputs(root, resolved.entries(),
                new Database(jdbcUrl, jdbcServer).access(session.getSettings(), decrypter));
    }

    private ProjectClassPath resolved(Path root, Collection<MavenProject> projects) throws WrongParameter {
        ProjectClassPath resolved = new ProjectClassPath(resolver, session, parameters().includeTests(root), getLog());
        resolved.add(projects);
        return resolved;
    }

    /** Does the task. */
    final Outcome.Done done(Task task) throws MojoExecutionException, WrongParameter {
        // The loader of the plugin sees the rules that a user's POM adds to it as dependencies.
        Workplace workplace = new Workplace(fork, jvmArgs, analyser(), getClass().getClassLoader());
        try {
            return workplace.done(task, getLog()::info, getLog()::warn);
        } catch (TaskFailed failed) {
            throw new MojoExecutionException(failed.getMessage());
        }
    }

    /** The jars of the plugin, with those that a user's POM adds to it as dependencies. */
    private List<File> analyser() {
        return Arrays.stream(execution.getMojoDescriptor().getPluginDescriptor().getClassRealm().getURLs())
                .map(url -> new File(URI.create(url.toString()))).toList();
    }

    /** Prints what the goal has to say. */
    static void print(Outcome.Done done) {
        PlainOutput.print(done.text());
    }

    /** Fails the build if findings are grave enough. */
    static void judge(Outcome.Done done, FailOnSeverity severity, ReportFiles files) throws MojoFailureException {
        Optional<String> verdict = severity.verdict(done.findings(), files.files(), UserProperties::spelled);
        if (verdict.isPresent()) {
            throw new MojoFailureException(verdict.get());
        }
    }
}
