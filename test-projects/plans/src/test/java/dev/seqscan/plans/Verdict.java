package dev.seqscan.plans;

/** How a database reaches the rows of a table. */
enum Verdict {
    /** An index finds them. */
    INDEX,
    /**
     * It reads an index from end to end, as the first column of the index is not asked for (PostgreSQL, "Multicolumn Indexes"),
     * and an index that begins with what is asked for would make the statement at least twice as cheap.
     */
    WHOLE_INDEX,
    /** It walks the table, and an index would make the statement at least twice as cheap. */
    WALK,
    /** It walks the table, and no index on one of its columns would help much. */
    USELESS
}
