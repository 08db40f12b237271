package dev.seqscan.finding;

/** How sure a finding is; ordered from the least. It caps the level of the rule. */
public enum Precision {
    POSSIBLE, LIKELY, PROVEN;

    /** The level that is left of a rule's level: proven keeps it, likely is at most a warning, possible a note. */
    Level cap(Level level) {
        Level most = switch (this) {
            case PROVEN -> Level.ERROR;
            case LIKELY -> Level.WARNING;
            case POSSIBLE -> Level.NOTE;
        };
        return level.compareTo(most) <= 0 ? level : most;
    }

    /** The name in reports. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
