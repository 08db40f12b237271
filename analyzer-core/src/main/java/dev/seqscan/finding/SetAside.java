package dev.seqscan.finding;

/**
 * A finding that is known, but neither printed nor failing a build.
 *
 * @param reason for a suppression the words of the user, which may be empty; for a baseline the name of its file; for a
 *        finding elsewhere the revision that the code was compared with
 */
public record SetAside(Finding finding, Why why, String reason) {

    /** Why a finding is set aside. */
    public enum Why {
        /** The code asks for silence about it. */
        SUPPRESSED,
        /** It stands in the baseline. */
        BASELINE,
        /** No line of its evidence has changed. */
        ELSEWHERE
    }
}
