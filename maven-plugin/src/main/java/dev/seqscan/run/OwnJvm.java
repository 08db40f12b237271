package dev.seqscan.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs a task in a JVM of its own. An analysis is over before the optimising compiler has paid for itself: with the first
 * one alone it takes half of the time. The JVM of a build cannot be set so, as others run in it.
 *
 * @param classPath of the analyser, with the rules that the user adds
 * @param arguments of the user for the JVM; they come last, so they win
 */
public record OwnJvm(List<File> classPath, List<String> arguments) {

    /**
     * The generated lexer has methods that the JVM by default leaves to the interpreter for their size. The JVM would collect
     * all garbage once more when its classes first fill 21 MB. See
     * <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html">the manual of java</a>.
     */
    private static final List<String> FOR_SHORT_RUNS = List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:TieredStopAtLevel=1",
            "-XX:-DontCompileHugeMethods", "-XX:MetaspaceSize=128m", "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true");

    /** In bytes. A heap that begins small is collected as a whole before it grows; what is not used is not taken. */
    private static final double FIRST_HEAP = 1L << 30;

    private static final String COLLECTOR = "-XX:+UseParallelGC";
    private static final Pattern OTHER_COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC\\b");
    /** What a JVM reads besides its arguments. */
    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** How much of what a JVM said is told when it fails. */
    private static final int LAST_LINES = 20;

    /** The exit code of a JVM that ends for lack of memory. */
    private static final int OUT_OF_MEMORY = 3;

    /**
     * Runs the task and waits for it.
     *
     * @param progress told in one line each what is being done, and what the JVM itself says
     * @throws IOException if the JVM cannot be started or talked to
     * @throws InterruptedException if this thread is interrupted while it waits; the other JVM is ended then
     */
    public Outcome run(Task task, Consumer<String> progress) throws IOException, InterruptedException {
        Path outcome = Files.createTempFile("seqscan", ".outcome");
        try {
            Process process = start(outcome);
            try {
                send(task, process.getOutputStream());
                Deque<String> said = new ArrayDeque<>();
                process.inputReader().lines().forEach(progress.andThen(line -> keep(line, said)));
                return process.waitFor() == 0 ? read(outcome) : ended(process.exitValue(), said);
            } finally {
                process.destroyForcibly();
                close(process.getOutputStream());
            }
        } finally {
            Files.deleteIfExists(outcome);
        }
    }

    private Process start(Path outcome) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + Runtime.getRuntime().maxMemory());
        command.addAll(firstHeap(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize()));
        command.addAll(FOR_SHORT_RUNS);
        command.addAll(collector(arguments, System.getenv()));
        command.addAll(arguments);
        command.add("-cp");
        command.add(classPath.stream().map(File::getPath).collect(Collectors.joining(File.pathSeparator)));
        command.add(TaskProcess.class.getName());
        command.add(outcome.toString());
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** As a share of the machine's memory in bytes, since the JVM cuts that to the largest heap, whoever has set that. */
    static List<String> firstHeap(long memory) {
        return memory <= 0 ? List.of()
                : List.of(String.format(Locale.ROOT, "-XX:InitialRAMPercentage=%.2f", Math.min(100, FIRST_HEAP * 100 / memory)));
    }

    /** None where the user chooses one: a JVM for which two are chosen does not start. */
    static List<String> collector(List<String> arguments, Map<String, String> environment) {
        Stream<String> variables = VARIABLES.stream().map(name -> environment.getOrDefault(name, ""));
        boolean chosen = Stream.concat(arguments.stream(), variables).anyMatch(each -> OTHER_COLLECTOR.matcher(each).find());
        return chosen ? List.of() : List.of(COLLECTOR);
    }

    private static void keep(String line, Deque<String> said) {
        said.addLast(line);
        if (said.size() > LAST_LINES) {
            said.removeFirst();
        }
    }

    /** The stream stays open: its end tells the other JVM that nobody waits any more. */
    private static void send(Task task, OutputStream toProcess) {
        try {
            ObjectOutputStream objects = new ObjectOutputStream(toProcess);
            objects.writeObject(task);
            objects.flush();
        } catch (IOException closed) {
            // The JVM has ended already; what it said and its exit code tell why.
        }
    }

    private static void close(OutputStream toProcess) {
        try {
            toProcess.close();
        } catch (IOException rest) {
            // What was not sent yet when the other JVM ended.
        }
    }

    private static Outcome read(Path outcome) throws IOException {
        try (ObjectInputStream objects = new ObjectInputStream(Files.newInputStream(outcome))) {
            objects.setObjectInputFilter(Sent.ONLY_OURS);
            return (Outcome) objects.readObject();
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new IOException("what the other JVM left is no outcome", e);
        }
    }

    private static Outcome ended(int exitCode, Collection<String> said) {
        if (exitCode == OUT_OF_MEMORY) {
            return new Outcome.Refused("jvmArgs",
                    ": the JVM that analyses had too little memory; give it more, as -Xmx4g");
        }
        return new Outcome.Failed("The JVM that analyses ended with exit code " + exitCode
                + (said.isEmpty() ? "" : ":\n" + String.join("\n", said)));
    }
}
