package dev.seqscan.finding;

import java.util.Objects;

/**
 * How sure a finding is and why not more.
 *
 * @param doubt a clause after "as", as {@code a call on the way may reach several methods}; empty where it is proven
 */
public record Certainty(Precision precision, String doubt) {

    /** Refuses a missing part by its name. */
    public Certainty {
        Objects.requireNonNull(precision, "precision");
        doubt = precision == Precision.PROVEN ? "" : Objects.requireNonNull(doubt, "doubt");
        if (precision != Precision.PROVEN && doubt.isBlank()) {
            throw new IllegalArgumentException("a finding that is " + precision.id() + " only has to say what is open");
        }
    }

    /** Nothing is open. */
    public static final Certainty PROVEN = new Certainty(Precision.PROVEN, "");

    /** Something small is open. */
    public static Certainty likely(String doubt) {
        return new Certainty(Precision.LIKELY, doubt);
    }

    /** Much is open. */
    public static Certainty possible(String doubt) {
        return new Certainty(Precision.POSSIBLE, doubt);
    }

    /** The one of two that leaves more open; this one where both leave the same. */
    public Certainty and(Certainty other) {
        return other.precision.compareTo(precision) < 0 ? other : this;
    }
}
