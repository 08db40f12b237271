package dev.seqscan.plans;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** Why rule and database may differ though neither is wrong, or though the rule does not know better yet. */
enum KnownDisagreement {

    /**
     * PostgreSQL searches an index for a column that does not lead it, which reads the index from end to end: less than the
     * table, but it grows as the table does. The index that the rule advises is much cheaper.
     */
    WHOLE_INDEX("index read from end to end", 25,
            each -> each.isReported() && each.verdict() == Verdict.INDEX && each.cured() && each.cheaper()),
    /** PostgreSQL 18 searches an index once for each value of its first column, if these are few; older ones do not. */
    SKIP_SCAN("PostgreSQL 18 skips", 10,
            each -> each.isReported() && each.verdict() == Verdict.INDEX && each.cured() && !each.cheaper()),
    /** Outside of the C collation PostgreSQL finds prefixes with an operator class only; which collation it has is not known. */
    LANGUAGE("collation of a language", 10, each -> !each.isReported() && each.pair().sql().contains(" like ")),
    /** A constant that another partial index holds: what values are compared with is not part of the model. */
    OTHER_PART("partial index of another value", 5, each -> !each.isReported() && each.pair().sql().contains("= 'k")),
    /** An index that orders by characters serves no range of a language. It was made on purpose, and is taken to help. */
    OTHER_ORDER("range in another order", 3, each -> !each.isReported() && each.pair().sql().contains("between")),
    /** An OR is walked if one of its columns has no index. The rule speaks only where none has one. */
    HALF_OR("or with one column without index", 30, each -> !each.isReported() && each.pair().sql().contains(" or ")),
    /** A joined table is not filtered by a value. That is for a rule of its own. */
    JOINED("joined column without index", 10, each -> !each.isReported() && each.pair().sql().contains(" join ")),
    /** H2 makes a union of two indexes for no OR. */
    H2_OR("H2: or of two columns", 0, each -> false),
    /** H2 turns texts into numbers, row by row, where PostgreSQL refuses. */
    H2_NUMBERS("H2: numbers compared with texts", 0, each -> false);

    private final String title;
    private final int most;
    private final Predicate<Judged> fits;

    KnownDisagreement(String title, int most, Predicate<Judged> fits) {
        this.title = title;
        this.most = most;
        this.fits = fits;
    }

    /** The name in {@code pairs.md}. */
    String title() {
        return title;
    }

    /** How many of the generated pairs may differ so. */
    int most() {
        return most;
    }

    /** What explains that the two differ about a pair. */
    static Optional<KnownDisagreement> of(Judged judged) {
        return Arrays.stream(values()).filter(each -> each.fits.test(judged)).findFirst();
    }

    static boolean isKnown(String title) {
        return Arrays.stream(values()).anyMatch(each -> each.title.equals(title));
    }
}
