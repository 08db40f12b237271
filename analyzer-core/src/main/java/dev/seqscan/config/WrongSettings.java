package dev.seqscan.config;

/** The user's file of settings cannot be used; the message names file, line, column and what is allowed. */
public final class WrongSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Takes the message. */
    public WrongSettings(String message) {
        super(message);
    }
}
