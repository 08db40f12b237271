package dev.seqscan.flow;

/**
 * Which page an object says once it is made.
 *
 * @param argument index of the argument of the constructor that says so, or negative
 * @param first whether it is always the first one, or another that a constant names
 */
record PageFilling(int argument, boolean first) {

    static final PageFilling UNKNOWN = new PageFilling(-1, false);
    static final PageFilling FIRST = new PageFilling(-1, true);

    /** The constructor leaves it to that of the superclass. */
    static final PageFilling INHERITED = new PageFilling(-2, false);

    static PageFilling of(int argument) {
        return argument < 0 ? UNKNOWN : new PageFilling(argument, false);
    }
}
