package dev.seqscan.source;

/** Is told what a run does, by any thread. */
@FunctionalInterface
public interface ProgressListener {

    /** Takes one line for the user, when a run takes longer than a few seconds. */
    void tell(String line);

    /**
     * A stage is over. Applications that share nothing are analysed at the same time, so that stages overlap.
     *
     * @param nanos how long it took, by the clock on the wall
     */
    default void took(Stage stage, long nanos) {
    }
}
