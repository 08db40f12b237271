package dev.seqscan.schema;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;

/**
 * The notices of a replay. A script in a language that is not SQL would give one for each of its statements, so after
 * a few the rest of a file is told by its number only.
 */
final class ReplayNotices {

    private static final int MOST_OF_ONE_FILE = 30;

    private final Notices notices;
    private int ofThisFile;

    ReplayNotices(Notices notices) {
        this.notices = notices;
    }

    Notices all() {
        return notices;
    }

    /** Begins the next file. */
    void begin() {
        ofThisFile = 0;
    }

    /** Ends a file. */
    void end(String file) {
        if (ofThisFile > MOST_OF_ONE_FILE) {
            notices.add(Notice.Kind.NOT_UNDERSTOOD, file, 0,
                    (ofThisFile - MOST_OF_ONE_FILE) + " more statements were not understood");
        }
    }

    /** A statement, or a part of it, that has no effect on the schema because it was not understood. */
    void notUnderstood(SqlStatement statement, String reason) {
        if (++ofThisFile <= MOST_OF_ONE_FILE) {
            notices.add(Notice.Kind.NOT_UNDERSTOOD, statement.file(), statement.line(),
                    reason + ": " + statement.firstWords());
        }
    }

    /** A statement about something that no script before it made. */
    void missing(SqlStatement statement, String what) {
        notices.add(Notice.Kind.MISSING, statement.file(), statement.line(),
                "no script before makes " + what + ": " + statement.firstWords());
    }

    /** Something that stands there already; the first one is kept. */
    void duplicate(SqlStatement statement, String what) {
        notices.add(Notice.Kind.DUPLICATE, statement.file(), statement.line(), what + " is made twice, the first is kept");
    }
}
