package dev.seqscan.run;

import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs a task in a JVM of its own. An analysis is over before the optimising compiler has paid for itself: with the first
 * one alone it takes half of the time. The JVM of a build cannot be set so, as others run in it.
 *
 * @param classPath of the analyser, with the rules that the user adds
 * @param arguments of the user for the JVM; they come last, so they win
 */
public record OwnJvm(List<File> classPath, List<String> arguments) {

    /**
     * The generated lexer has methods that the JVM by default leaves to the interpreter for their size. See
     * <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html">the manual of java</a>.
     */
    private static final List<String> FOR_SHORT_RUNS = List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:TieredStopAtLevel=1",
            "-XX:-DontCompileHugeMethods", "-XX:+UseParallelGC", "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true");

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
            try (OutputStream toProcess = process.getOutputStream()) {
                send(task, toProcess);
                process.inputReader().lines().forEach(progress);
                return process.waitFor() == 0 ? read(outcome) : ended(process.exitValue());
            } finally {
                process.destroyForcibly();
            }
        } finally {
            Files.deleteIfExists(outcome);
        }
    }

    private Process start(Path outcome) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + Runtime.getRuntime().maxMemory());
        command.addAll(FOR_SHORT_RUNS);
        command.addAll(arguments);
        command.add("-cp");
        command.add(classPath.stream().map(File::getPath).collect(Collectors.joining(File.pathSeparator)));
        command.add(TaskProcess.class.getName());
        command.add(outcome.toString());
        return new ProcessBuilder(command).redirectErrorStream(true).start();
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

    private static Outcome read(Path outcome) throws IOException {
        try (ObjectInputStream objects = new ObjectInputStream(Files.newInputStream(outcome))) {
            objects.setObjectInputFilter(Sent.ONLY_OURS);
            return (Outcome) objects.readObject();
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new IOException("what the other JVM left is no outcome", e);
        }
    }

    private static Outcome ended(int exitCode) {
        return exitCode == OUT_OF_MEMORY
                ? new Outcome.Refused("jvmArgs", ": the JVM that analyses had too little memory; give it more, as -Xmx4g")
                : new Outcome.Failed("The JVM that analyses ended with exit code " + exitCode + "; what it said stands above");
    }
}
