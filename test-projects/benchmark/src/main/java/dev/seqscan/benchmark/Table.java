package dev.seqscan.benchmark;

import dev.seqscan.benchmark.Runs.Run;
import dev.seqscan.source.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What all runs took, in Markdown. Ratios are those of two runs of one round, and the median of these. */
final class Table {

    private static final String NONE = "-";

    private final List<Run> runs;
    private final List<Tree> trees;
    private final StringBuilder text = new StringBuilder();

    Table(List<Run> runs) {
        this.runs = runs.stream().filter(each -> !each.failed()).toList();
        this.trees = runs.stream().map(Run::tree).distinct().toList();
    }

    String text() {
        line("%d processors, JDK %s, %s", Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"),
                System.getProperty("benchmark.jvm"));
        times();
        stages();
        ratios();
        growth();
        return text.toString();
    }

    private void times() {
        head("lines", "files", "tool", "runs", "wall s, min", "median", "CPU s, median", "peak MB", "lines/s", "files/s");
        for (Tree tree : trees) {
            for (Subject subject : Subject.values()) {
                List<Run> of = of(subject, tree);
                if (!of.isEmpty()) {
                    double wall = median(of, Run::wall).orElse(0);
                    line("| %,d | %,d | %s | %d | %.1f | %.1f | %.1f | %.0f | %,.0f | %,.0f |", tree.lines(), tree.files(),
                            subject.title(), of.size(), of.stream().mapToDouble(Run::wall).min().orElse(0), wall,
                            median(of, Run::cpu).orElse(0), median(of, run -> run.peak() >> 20).orElse(0),
                            tree.lines() / wall, tree.files() / wall);
                }
            }
        }
    }

    /** Wall seconds of each stage; the start of the JVM is in none. */
    private void stages() {
        head("SeqScan, lines", Arrays.stream(Stage.values()).map(each -> each.name().toLowerCase(Locale.ROOT) + " s")
                .toArray(String[]::new));
        for (Tree tree : trees) {
            row("%,d".formatted(tree.lines()), Arrays.stream(Stage.values()).map(stage -> shown(
                    median(of(Subject.SEQSCAN, tree), run -> run.stages().getOrDefault(stage.name(), 0.0)), "%.2f")).toList());
        }
    }

    private void ratios() {
        head("one to the other", trees.stream().map(each -> "%,d lines, wall / CPU".formatted(each.lines())).toArray(String[]::new));
        List.of(Subject.LEAN, Subject.PMD, Subject.SPOTBUGS, Subject.COMPILER).forEach(each -> ratio(Subject.SEQSCAN, each));
        List.of(Subject.FILLING, Subject.UNCHANGED, Subject.ONE_BODY).forEach(each -> ratio(each, Subject.SEQSCAN));
        ratio(Subject.UNCHANGED, Subject.PMD);
    }

    private void ratio(Subject own, Subject other) {
        row(own.title() + " to " + other.title(), trees.stream().map(tree ->
                shown(ratio(own, other, tree, Run::wall), "%.3f") + " / " + shown(ratio(own, other, tree, Run::cpu), "%.3f"))
                .toList());
    }

    /** What one line more costs from one tree to the next, to what it costs from the one before. */
    private void growth() {
        if (trees.size() < 3) {
            return;
        }
        head("cost of a line more", trees.subList(2, trees.size()).stream().map(each -> "up to %,d lines, wall / CPU"
                .formatted(each.lines())).toArray(String[]::new));
        for (Subject subject : Subject.values()) {
            row(subject.title(), trees.subList(2, trees.size()).stream().map(tree -> shown(grown(subject, tree, Run::wall),
                    "%.2f") + " / " + shown(grown(subject, tree, Run::cpu), "%.2f")).toList());
        }
    }

    private OptionalDouble grown(Subject subject, Tree tree, ToDoubleFunction<Run> figure) {
        Tree before = trees.get(trees.indexOf(tree) - 1);
        Tree first = trees.get(trees.indexOf(tree) - 2);
        if (of(subject, tree).isEmpty() || of(subject, before).isEmpty() || of(subject, first).isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(slope(subject, before, tree, figure) / slope(subject, first, before, figure));
    }

    private double slope(Subject subject, Tree small, Tree large, ToDoubleFunction<Run> figure) {
        return (median(of(subject, large), figure).orElseThrow() - median(of(subject, small), figure).orElseThrow())
                / (large.lines() - small.lines());
    }

    private OptionalDouble ratio(Subject one, Subject other, Tree tree, ToDoubleFunction<Run> figure) {
        return median(of(one, tree).stream().flatMap(own -> of(other, tree).stream()
                .filter(each -> each.round() == own.round())
                .map(each -> figure.applyAsDouble(own) / figure.applyAsDouble(each))).toList(), Double::doubleValue);
    }

    private List<Run> of(Subject subject, Tree tree) {
        return runs.stream().filter(each -> each.subject() == subject && each.tree() == tree).toList();
    }

    private static <T> OptionalDouble median(List<T> of, ToDoubleFunction<T> figure) {
        double[] sorted = of.stream().mapToDouble(figure).sorted().toArray();
        return sorted.length == 0 ? OptionalDouble.empty()
                : OptionalDouble.of((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
    }

    private static String shown(OptionalDouble value, String form) {
        return value.isPresent() ? String.format(Locale.ROOT, form, value.getAsDouble()) : NONE;
    }

    private void head(String first, String... others) {
        text.append('\n');
        row(first, List.of(others));
        line("|%s", " --- |".repeat(others.length + 1));
    }

    private void row(String first, List<String> others) {
        line("| %s |%s", first, others.stream().map(each -> " " + each + " |").collect(Collectors.joining()));
    }

    private void line(String form, Object... values) {
        text.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
