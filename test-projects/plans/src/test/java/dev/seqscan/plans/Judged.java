package dev.seqscan.plans;

import java.util.List;

/**
 * A pair with what both say of it.
 *
 * @param cures the indexes that the rule advises; empty where it is silent
 * @param cured whether they find the rows, once they are there
 * @param error why the database refuses the statement, or empty
 */
record Judged(Pair pair, Verdict verdict, Plan plan, List<String> cures, boolean cured, String error) {

    boolean isReported() {
        return !cures.isEmpty();
    }

    /** A report claims a walk that the index ends; silence claims that no index is missing. */
    boolean agrees() {
        return isReported() ? verdict != Verdict.INDEX && cured : verdict != Verdict.WALK;
    }

    @Override
    public String toString() {
        return pair.name() + ": " + pair.template() + "\n  database: " + (error.isEmpty() ? verdict : error) + ", rule: "
                + (isReported() ? cures + (cured ? ", used" : ", not used") : "silent")
                + "\n" + plan.text().indent(4).stripTrailing();
    }
}
