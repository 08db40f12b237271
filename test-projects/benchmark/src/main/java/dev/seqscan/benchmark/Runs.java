package dev.seqscan.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs tools, each in a process of its own, and keeps what they took. */
final class Runs {

    private static final long MINUTES = 60;

    private final List<String> jvm;
    private final List<Run> done = new ArrayList<>();

    /** Takes the arguments of all JVMs. */
    Runs(List<String> jvm) {
        this.jvm = jvm;
    }

    /**
     * One run.
     *
     * @param failed whether it ended with an error or not in time; it counts nowhere then
     * @param wall seconds from start to end, the start of the JVM included
     * @param cpu seconds of all processors
     * @param peak bytes of memory at most
     * @param stages seconds of each stage, if the tool tells
     */
    record Run(Subject subject, Tree tree, int round, boolean failed, double wall, double cpu, long peak,
            Map<String, Double> stages) {

        @Override
        public String toString() {
            return "round %d, %,d lines, %s: %s".formatted(round, tree.lines(), subject.title(),
                    failed ? "failed" : "%.1f s, %.1f s CPU, %d MB".formatted(wall, cpu, peak >> 20));
        }
    }

    List<Run> done() {
        return done;
    }

    /** Runs a tool once. */
    Run run(Subject subject, Tree tree, int round) throws IOException, InterruptedException {
        Path output = Path.of("output", subject + "-" + tree.folder().getFileName());
        Files.createDirectories(output);
        Path measured = output.resolve("measured-" + round + ".properties");
        Files.deleteIfExists(measured);
        subject.prepare(tree);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command(subject, tree, output, measured)).redirectErrorStream(true)
                .redirectOutput(output.resolve("log-" + round + ".txt").toFile()).start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        double wall = Meter.seconds(System.nanoTime() - start);
        process.destroyForcibly();
        Run run = run(subject, tree, round, !ended || process.exitValue() != 0, wall, measured);
        done.add(run);
        return run;
    }

    private List<String> command(Subject subject, Tree tree, Path output, Path measured) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Meter.class.getName(), measured.toString(),
                subject.main().getName()));
        command.addAll(subject.arguments(tree, output));
        return command;
    }

    private static Run run(Subject subject, Tree tree, int round, boolean failed, double wall, Path measured)
            throws IOException {
        Properties values = new Properties();
        if (Files.exists(measured)) {
            try (InputStream in = Files.newInputStream(measured)) {
                values.load(in);
            }
        }
        Map<String, Double> stages = new TreeMap<>();
        values.stringPropertyNames().stream().filter(each -> each.startsWith(Meter.STAGE)).forEach(each ->
                stages.put(each.substring(Meter.STAGE.length()), Meter.seconds(Long.parseLong(values.getProperty(each)))));
        return new Run(subject, tree, round, failed || values.isEmpty(), wall,
                Meter.seconds(Long.parseLong(values.getProperty(Meter.CPU, "0"))),
                Long.parseLong(values.getProperty(Meter.PEAK, "0")), stages);
    }
}
