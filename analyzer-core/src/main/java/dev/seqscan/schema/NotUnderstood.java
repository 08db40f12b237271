package dev.seqscan.schema;

/** Ends the reading of one statement; becomes a notice. */
final class NotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotUnderstood(String reason) {
        super(reason, null, false, false);
    }
}
