package dev.seqscan.schema;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The notices of a replay. A script in a language that is not SQL would give one for each of its statements, so after
 * a few the rest of a file is told by its number only.
 */
final class ReplayNotices {

    private static final int MOST_OF_ONE_FILE = 30;
    private static final String LOOKED_AT = "schema statements";

    private final Notices notices;
    private final Set<String> missing = new HashSet<>();
    private final Map<String, Integer> byFile = new HashMap<>();

    ReplayNotices(Notices notices) {
        this.notices = notices;
    }

    Notices all() {
        return notices;
    }

    /** Ends a file. */
    void end(String file) {
        Integer told = byFile.remove(file);
        if (told != null && told > MOST_OF_ONE_FILE) {
            notices.add(Notice.Kind.NOT_UNDERSTOOD, file, 0, (told - MOST_OF_ONE_FILE) + " more statements could not be applied");
        }
    }

    /** A statement that makes or changes what the schema consists of was read. */
    void lookedAt(SqlStatement statement) {
        notices.lookedAt().add(LOOKED_AT, statement.beginning(), true);
    }

    /** A statement, or a part of it, that has no effect on the schema because it was not understood. */
    void notUnderstood(SqlStatement statement, String reason) {
        notices.lookedAt().add(LOOKED_AT, statement.beginning(), false);
        tell(Notice.Kind.NOT_UNDERSTOOD, statement, reason + ": " + statement.firstWords());
    }

    /** A statement about something that no script before it made; told once for each such thing. */
    void missing(SqlStatement statement, String what) {
        if (missing.add(what)) {
            tell(Notice.Kind.MISSING, statement, "no script before makes " + what + ": " + statement.firstWords());
        }
    }

    /** Something that stands there already; the first one is kept. */
    void duplicate(SqlStatement statement, String what) {
        tell(Notice.Kind.DUPLICATE, statement, what + " is made twice, the first is kept");
    }

    private void tell(Notice.Kind kind, SqlStatement statement, String reason) {
        if (byFile.merge(statement.file(), 1, Integer::sum) <= MOST_OF_ONE_FILE) {
            notices.add(kind, statement.file(), statement.line(), reason);
        }
    }
}
