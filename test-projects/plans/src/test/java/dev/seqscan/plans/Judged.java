package dev.seqscan.plans;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A pair with what both say of it.
 *
 * @param cures the indexes that the rule advises; none where it is silent
 * @param cured whether they find the rows, once they are there, or the advice is no statement that could be tried
 * @param cheaper whether they make the statement at least twice as cheap
 * @param error why the database refuses the statement, or empty
 */
record Judged(Pair pair, Verdict verdict, Plan plan, Optional<List<String>> cures, boolean cured, boolean cheaper, String error) {

    boolean isReported() {
        return cures.isPresent();
    }

    /** A report claims that no index is used and that the one it names will be; silence claims that none is missing. */
    boolean agrees() {
        return isReported() ? verdict == Verdict.WALK && cured : verdict == Verdict.INDEX || verdict == Verdict.USELESS;
    }

    /** The database's word for {@code pairs.md}. */
    String word() {
        return error.isEmpty() ? verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ') : "error";
    }

    @Override
    public String toString() {
        return "\n" + pair.name() + ": " + pair.template() + "\n  database: " + (error.isEmpty() ? verdict : error) + ", rule: "
                + (isReported() ? cures.get() + (cured ? ", used" : ", not used") + (cheaper ? ", much cheaper" : "") : "silent")
                + "\n" + plan.text().indent(4).stripTrailing();
    }
}
