package dev.seqscan.rule;

/**
 * Whether a table has many rows in the end, as far as code and schema tell.
 *
 * @param reason what tells so, as the end of a sentence: {@code its rows are written in a loop}; empty where nothing does
 */
public record Growth(Trend trend, String reason) {

    /** What becomes of a table. */
    public enum Trend {
        /** It gets many rows, as what adds them tells: nobody has to type them. */
        FED,
        /** It gets as many rows as people import, and somebody needs an index to search them. */
        IMPORTED,
        /** Somebody adds several rows at a time; how many that makes in the end is open. */
        FILLED,
        /** It seems to get many rows, as what is done to find them tells. */
        SEARCHED,
        /** It keeps a few rows. */
        SMALL,
        /** Nothing tells. */
        UNKNOWN
    }

    /** Nothing tells. */
    public static final Growth UNKNOWN = new Growth(Trend.UNKNOWN, "");

    static Growth fed(String reason) {
        return new Growth(Trend.FED, reason);
    }

    static Growth imported(String reason) {
        return new Growth(Trend.IMPORTED, reason);
    }

    static Growth filled(String reason) {
        return new Growth(Trend.FILLED, reason);
    }

    static Growth searched(String reason) {
        return new Growth(Trend.SEARCHED, reason);
    }

    static Growth small(String reason) {
        return new Growth(Trend.SMALL, reason);
    }

    /** Whether it gets many rows. */
    public boolean isGrowing() {
        return isLarge() || trend == Trend.FILLED;
    }

    /** Whether it gets many rows without end, since nobody has to type them. */
    public boolean isFed() {
        return trend == Trend.FED;
    }

    /** Whether it gets so many rows that people do not look through them. */
    public boolean isLarge() {
        return isFed() || trend == Trend.IMPORTED || trend == Trend.SEARCHED;
    }

    /** Whether the parts of an object refer to different rows of it most often: not so master data that people import. */
    public boolean isVaried() {
        return isFed() || trend == Trend.SEARCHED;
    }

    /** Whether it keeps a few rows. */
    public boolean isSmall() {
        return trend == Trend.SMALL;
    }
}
