package dev.seqscan.program;

/** How well a value fits a parameter, the best first. */
enum Fit {
    /** The same class. */
    SAME,
    /** A subtype, or a wider primitive. */
    SUBTYPE,
    /** After boxing or unboxing. */
    BOXED,
    /** It cannot be said, since a type is not known. */
    UNSURE,
    /** Not at all. */
    NONE;

    /** Whether the value is one of the parameter's type without conversion. */
    boolean isSubtype() {
        return compareTo(SUBTYPE) <= 0;
    }

    /** The worse of two. */
    Fit and(Fit other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
