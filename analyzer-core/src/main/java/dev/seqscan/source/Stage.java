package dev.seqscan.source;

/** The stages of a run, in the order in which they begin; those between reading and settling begin anew for each group. */
public enum Stage {
    /** Files become facts. */
    READ,
    /** Facts become modules, types, entities, tables and settings. */
    DECLARE,
    /** Expressions get types, calls their targets and their queries. */
    LINK,
    /** Methods are summarised from the callees to the callers. */
    FOLLOW,
    /** Rules say what they find. */
    JUDGE,
    /** Findings are suppressed, sorted and marked. */
    SETTLE,
    /** Reports are written. */
    SHOW
}
