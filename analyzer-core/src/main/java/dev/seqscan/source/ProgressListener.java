package dev.seqscan.source;

/** Is told what a run does. */
@FunctionalInterface
public interface ProgressListener {

    /** Takes one line for the user, when a run takes longer than a few seconds. */
    void tell(String line);

    /** A stage begins, and the one before it is over. When that is, the listener's own clock may tell. */
    default void begin(Stage stage) {
    }
}
