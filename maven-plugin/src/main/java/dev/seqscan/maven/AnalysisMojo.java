package dev.seqscan.maven;

import dev.seqscan.baseline.Baseline;
import dev.seqscan.config.RunSettings;
import dev.seqscan.config.UserSettingsReader;
import dev.seqscan.config.WrongSettings;
import dev.seqscan.maven.process.Adoption;
import dev.seqscan.maven.process.Inputs;
import dev.seqscan.maven.process.Outcome;
import dev.seqscan.maven.process.OwnJvm;
import dev.seqscan.maven.process.ReportFiles;
import dev.seqscan.maven.process.ReportTask;
import dev.seqscan.maven.process.Task;
import dev.seqscan.rule.RuleCatalog;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
     * of the plugin. Default: none. Allowed: a URL for JDBC. User and password are those of the server <code>seqscan.jdbcServer</code>,
     * else of the environment variables <code>SEQSCAN_JDBC_USER</code> and <code>SEQSCAN_JDBC_PASSWORD</code>.
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
        new UserProperties(execution.getMojoDescriptor().getPluginDescriptor()).check(session.getUserProperties());
        run();
    }

    abstract void run() throws MojoExecutionException, MojoFailureException;

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

    /** The folder that is analysed, from the parameter {@code seqscan.path}. */
    static Path folder(File path) throws MojoExecutionException {
        if (!path.isDirectory() || !path.canRead()) {
            throw WrongParameter.of("seqscan.path", path,
                    "there is no such folder; allowed is a folder that exists and can be read");
        }
        return path.toPath().toAbsolutePath().normalize();
    }

    /** The folder for what a goal writes: the one that is chosen, else below the analysed one if that is a project. */
    final Path outputFolder(File chosen, Path root) {
        if (chosen != null) {
            return chosen.toPath().toAbsolutePath().normalize();
        }
        return Files.exists(root.resolve("pom.xml")) ? root.resolve("target").resolve("seqscan")
                : startFolder().resolve("seqscan-report");
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

    /** The entries of the parameter. */
    final List<Path> givenClassPath() throws MojoExecutionException {
        List<Path> entries = new ArrayList<>();
        for (String part : classPath) {
            for (String name : part.split(File.pathSeparator)) {
                if (!name.isBlank()) {
                    entries.add(existing(name.strip()));
                }
            }
        }
        return entries;
    }

    private Path existing(String name) throws MojoExecutionException {
        Path entry = startFolder().resolve(name).normalize();
        if (!Files.isReadable(entry)) {
            throw WrongParameter.of("seqscan.classPath", name,
                    "there is no such file; allowed are jars and class folders that exist, separated by commas or "
                            + File.pathSeparator);
        }
        return entry;
    }

    /** The task of reporting what a folder holds; what the projects depend on follows the class path of the user. */
    final ReportTask reportTask(Path root, List<Path> given, Collection<MavenProject> projects, ReportFiles files)
            throws MojoExecutionException {
        ProjectClassPath resolved = resolved(root, projects);
        // Maven alone cannot be asked: some builds of it colour what goes into a file too.
        boolean colour = MessageUtils.isColorEnabled() && System.console() != null;
        return new ReportTask(inputs(root, given, resolved), resolved.missing(), files, colour);
    }

    /** What an analysis of a folder reads; what the projects depend on follows the class path of the user. */
    final Inputs inputs(Path root, List<Path> given, Collection<MavenProject> projects) throws MojoExecutionException {
        return inputs(root, given, resolved(root, projects));
    }

    private Inputs inputs(Path root, List<Path> given, ProjectClassPath resolved) throws MojoExecutionException {
        RunSettings run = settings(root, "");
        List<File> all = Stream.concat(given.stream(), resolved.entries().stream()).distinct().map(Path::toFile).toList();
        return new Inputs(root.toFile(), all, Set.of(), false, false, settingsFile().map(Path::toFile).stream().toList(),
                new Database(jdbcUrl, jdbcServer).access(session.getSettings(), decrypter).stream().toList(), run);
    }

    private Optional<Path> settingsFile() {
        return Optional.ofNullable(settings).map(file -> startFolder().resolve(file).normalize());
    }

    /** What the parameters say, completed by the file of settings. */
    private RunSettings settings(Path root, String failOnSeverity) throws MojoExecutionException {
        RunSettings given = new GivenSettings(session.getUserProperties())
                .one(RunSettings.FAIL_ON_SEVERITY, failOnSeverity).one(RunSettings.INCLUDE_TESTS, includeTests)
                .one(RunSettings.INCLUDE_POSSIBLE, includePossible).list(RunSettings.PROFILES, profiles)
                .paths(RunSettings.INCLUDES, includes).paths(RunSettings.EXCLUDES, excludes)
                .rules(rules, getClass().getClassLoader()).settings();
        try {
            return given.over(UserSettingsReader.read(root, settingsFile()).run());
        } catch (WrongSettings refused) {
            throw wrongSettings(refused.getMessage());
        }
    }

    private MojoExecutionException wrongSettings(String reason) {
        return WrongParameter.of("seqscan.settings", settings == null ? "seqscan.yml" : settings, reason);
    }

    /**
     * From which level on a finding fails the build.
     *
     * @param inPom what the parameter of the goal says, or null
     * @param byDefault where neither that nor the file of settings says anything
     */
    final FailOnSeverity severity(Path root, String inPom, FailOnSeverity byDefault) throws MojoExecutionException {
        return FailOnSeverity.parse(settings(root, inPom).word(RunSettings.FAIL_ON_SEVERITY).orElse(byDefault.id()));
    }

    /** The file with known findings, whether there is one or not. */
    final Path baselineFile(Path root) {
        return baselineFile == null ? root.resolve(Baseline.NAME) : startFolder().resolve(baselineFile).normalize();
    }

    /** What tells new findings from those that are known. */
    final Adoption adoption(Path root, String changedSince) throws MojoExecutionException {
        Path file = baselineFile(root);
        if (baselineFile != null && !Files.isRegularFile(file)) {
            throw WrongParameter.of("seqscan.baselineFile", baselineFile,
                    "there is no such file; allowed is one that exists, and the goal baseline writes it");
        }
        return new Adoption(Stream.of(file).filter(Files::exists).map(Path::toFile).toList(),
                Stream.ofNullable(changedSince).toList());
    }

    private ProjectClassPath resolved(Path root, Collection<MavenProject> projects)
            throws MojoExecutionException {
        boolean tests = settings(root, "").flag(RunSettings.INCLUDE_TESTS).orElse(false);
        ProjectClassPath resolved = new ProjectClassPath(resolver, session, tests, getLog());
        resolved.add(projects);
        return resolved;
    }

    /** Makes the folder for the reports where there is none. */
    static void prepare(ReportFiles files) throws MojoExecutionException {
        try {
            files.prepare();
        } catch (IOException e) {
            throw WrongParameter.of("seqscan.outputDirectory", files.folder(),
                    "allowed is a folder that exists or can be made, and can be written");
        }
    }

    /** Does the task. */
    final Outcome.Done done(Task task) throws MojoExecutionException {
        Outcome outcome = outcome(task);
        if (outcome instanceof Outcome.SettingsRefused refused) {
            throw wrongSettings(refused.reason());
        }
        if (outcome instanceof Outcome.Failed failed) {
            throw new MojoExecutionException(failed.reason());
        }
        return (Outcome.Done) outcome;
    }

    private Outcome outcome(Task task) throws MojoExecutionException {
        if (fork) {
            try {
                return new OwnJvm(analyser(), jvmArgs()).run(task, getLog()::info);
            } catch (IOException e) {
                getLog().warn("The analysis runs in the JVM of this build, as no other can be used: " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MojoExecutionException("Interrupted while another JVM analysed", e);
            }
        }
        // The loader of the plugin sees the rules that a user's POM adds to it as dependencies.
        return task.run(RuleCatalog.load(getClass().getClassLoader()), getLog()::info);
    }

    /** The jars of the plugin, with those that a user's POM adds to it as dependencies. */
    private List<File> analyser() {
        return Arrays.stream(execution.getMojoDescriptor().getPluginDescriptor().getClassRealm().getURLs())
                .map(url -> new File(URI.create(url.toString()))).toList();
    }

    private List<String> jvmArgs() {
        return Arrays.stream(jvmArgs.strip().split("\\s+")).filter(argument -> !argument.isEmpty()).toList();
    }

    /** Prints what the goal has to say. */
    static void print(Outcome.Done done) {
        PlainOutput.print(done.text());
    }

    /** Fails the build if findings are grave enough. */
    static void judge(Outcome.Done done, FailOnSeverity severity, ReportFiles files) throws MojoFailureException {
        int failing = severity.failing(done.findings());
        if (failing > 0) {
            throw new MojoFailureException((failing == 1 ? "1 finding fails" : failing + " findings fail")
                    + " the build (seqscan.failOnSeverity=" + severity.id() + ")" + (files.files().isEmpty() ? "" : ", see ")
                    + files.files().stream().map(Path::toString).collect(Collectors.joining(" and ")));
        }
    }
}
