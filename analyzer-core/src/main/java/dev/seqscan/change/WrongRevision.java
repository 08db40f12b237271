package dev.seqscan.change;

/** Says why it is not known what changed since a revision. */
public final class WrongRevision extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongRevision(String reason) {
        super(reason);
    }

    /** The same that names the revision. */
    WrongRevision of(String revision) {
        return new WrongRevision(revision + ": " + getMessage());
    }
}
