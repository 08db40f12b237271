package dev.seqscan.flow;

/**
 * The entities that a call is given to write.
 *
 * @param written whether there are rows of them
 * @param elements what their number is the size of, as {@code orders}; empty where one is written, or all there are
 * @param few whether their number stands in the text
 */
public record Given(Written written, String elements, boolean few) {

    /** A call that is given no entities. */
    public static final Given NOTHING = new Given(Written.UNKNOWN, "", false);
}
