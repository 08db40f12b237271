package dev.seqscan.finding;

import java.util.Comparator;

/**
 * How the cost of a finding grows, as far as it is known.
 *
 * @param loops how many loops stand around it, one within the other: their sizes multiply
 * @param table what is known of the size of the table that is read
 */
public record Weight(int loops, Table table) implements Comparable<Weight> {

    /** Evidence of how many rows a table has, from few to many. */
    public enum Table {
        /** A few: kinds, units, settings. */
        SMALL,
        /** Nothing is known. */
        UNKNOWN,
        /** The program writes it. */
        GROWING,
        /** The user says that it is large, or a database does. */
        LARGE
    }

    /** Nothing is known. */
    public static final Weight UNKNOWN = new Weight(0, Table.UNKNOWN);

    private static final Comparator<Weight> ORDER = Comparator.comparingInt(Weight::loops).thenComparing(Weight::table);

    /** A number of loops, one within the other. */
    public static Weight ofLoops(int loops) {
        return new Weight(loops, Table.UNKNOWN);
    }

    /** The heavier one is greater. */
    @Override
    public int compareTo(Weight other) {
        return ORDER.compare(this, other);
    }
}
