package dev.seqscan.plans;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why rule and database may differ though neither is wrong, or though the rule does not know better yet. */
enum KnownDisagreement {

    /** PostgreSQL 18 searches an index once for each value of its first column, if these are few; older ones do not. */
    SKIP_SCAN("PostgreSQL 18 skips", 10,
            each -> each.isReported() && each.verdict() == Verdict.INDEX
                    && each.plan().readsWholeIndex(each.pair().table())),
    /**
     * An index that begins with another column is used, but read from end to end: the rule says which one would find the rows.
     */
    WHOLE_INDEX("index read from end to end", 30,
            each -> each.isReported() && each.verdict() == Verdict.WHOLE_INDEX && each.cured() && each.cheaper()),
    /** One index cannot find both prefixes and ranges of a language. The rule advises the one for ranges for all queries. */
    PREFIX_AND_RANGE("prefixes and ranges of one column", 3,
            each -> each.isReported() && each.verdict() == Verdict.WALK && each.pair().sql().contains(" like 'k")),
    /** A constant that another partial index holds: what values are compared with is not part of the model. */
    OTHER_PART("partial index of another value", 8, each -> !each.isReported() && leads(each, "", ".* where (\\w+).*", "%s ")),
    /** An index that begins with a flag is taken to help: the rows that are asked for may be few, as those of work to be done. */
    FLAG("index of a flag", 8, each -> !each.isReported() && leads(each, "", ".*? \\((active)\\b.*", "\\b%s\\b")),
    /** Outside of the C collation PostgreSQL finds prefixes with an operator class only; which collation it has is not known. */
    LANGUAGE("collation of a language", 10,
            each -> !each.isReported() && leads(each, "text_pattern_ops", ".*? \\((\\w+)\\b.*", "\\b%s like 'k")),
    /** An OR is walked if one of its columns has no index that few rows would be found by. */
    HALF_OR("or with one column without index", 3, each -> !each.isReported() && each.pair().sql().contains(" or ")),
    /** That the few rows without a value are asked for is rare, and how many there are is not known. */
    NULLS("rows without a value", 5, each -> !each.isReported() && each.pair().sql().contains(" is null")),
    /** An index ends the walk for a page early where it gives the rows in order. That is for a rule of its own. */
    ORDERED("rows in order", 3, each -> !each.cured() == each.isReported() && each.pair().sql().contains(" limit ")),
    /** A joined table is not filtered by a value. That is for a rule of its own. */
    JOINED("joined column without index", 5, each -> !each.isReported() && each.pair().sql().contains(" join ")),
    /** H2 makes a union of two indexes for no OR: there the statement must be cut, too, as the rule says. */
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

    /** Whether the query asks for the column that an index of this form, without a word, names. */
    private static boolean leads(Judged judged, String without, String form, String question) {
        return judged.pair().indexes().stream().filter(each -> without.isEmpty() || !each.contains(without)).anyMatch(each -> {
            Matcher column = Pattern.compile(form).matcher(each);
            return column.matches()
                    && Pattern.compile(String.format(question, column.group(1))).matcher(judged.pair().sql()).find();
        });
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
