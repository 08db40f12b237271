package dev.seqscan.statements;

/**
 * The statements of an entry point.
 *
 * @param label as {@code GET /orders/{number}}
 * @param handler as {@code com.shop.OrderController#find(java.lang.String)}
 * @param few with {@link StatementTable#FEW} rows
 * @param many with {@link StatementTable#MANY} rows
 */
public record StatementCount(String label, String handler, int few, int many) {

    /** Chunks, batches and sequences cost a few statements more, but not one for each row. */
    private static final int CHUNKS = 4;

    /** Whether it sends at least one statement more for each row more. */
    public boolean grows() {
        return many - few >= StatementTable.MANY - StatementTable.FEW;
    }

    /** Whether it is neither one per row nor bounded, so that the call of the test does not show what it must show. */
    public boolean isUnclear() {
        return !grows() && many - few > CHUNKS;
    }

    String line() {
        return String.join("\t", label, handler, String.valueOf(few), String.valueOf(many), grows() ? "grows" : "bounded");
    }
}
