package dev.seqscan.run;

/** The work could not be done; the message says why. */
public final class TaskFailed extends Exception {

    private static final long serialVersionUID = 1;

    TaskFailed(String reason) {
        super(reason);
    }
}
