package dev.seqscan.schema.live;

/** A database that was named cannot be read. The message says why, in words for the user and without a secret. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailable(String reason) {
        super(reason);
    }
}
