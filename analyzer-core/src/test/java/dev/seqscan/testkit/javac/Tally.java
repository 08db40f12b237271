package dev.seqscan.testkit.javac;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts the verdicts on one kind of question. */
public final class Tally {

    private final String of;
    private final int[] counts = new int[Verdict.values().length];
    private final List<String> others = new ArrayList<>();

    Tally(String of) {
        this.of = of;
    }

    void add(Verdict verdict, String note) {
        counts[verdict.ordinal()]++;
        if (verdict != Verdict.RIGHT) {
            others.add(verdict + " " + of + " " + note);
        }
    }

    /** How often that was the verdict. */
    public int count(Verdict verdict) {
        return counts[verdict.ordinal()];
    }

    /** How often that was the verdict, in percent. */
    public double share(Verdict verdict) {
        int all = counts[0] + counts[1] + counts[2];
        return all == 0 ? 0 : 100.0 * count(verdict) / all;
    }

    /** What is not right, in the order of the text: verdict, question, place and both types. */
    public List<String> others() {
        return others.stream().sorted().toList();
    }

    /** Those of {@link #others()} with that verdict. */
    public List<String> others(Verdict verdict) {
        return others().stream().filter(each -> each.startsWith(verdict.name())).toList();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %d asked, %.2f %% right, %.2f %% unknown, %.3f %% wrong", of,
                counts[0] + counts[1] + counts[2], share(Verdict.RIGHT), share(Verdict.GAP), share(Verdict.WRONG));
    }
}
