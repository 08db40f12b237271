package dev.seqscan.query;

import dev.seqscan.entity.Association;

/**
 * Statements that follow a query by themselves, since its entities come with an association that it has not loaded.
 *
 * @param path from the query's entity, as {@code customer} or {@code lines.product}
 * @param repeat how often it is sent
 * @param size for how many of them one statement is enough; 1 unless it is sent for batches
 */
public record FurtherSelect(String path, Association association, Repeat repeat, int size) {

    /** How often a statement is sent for the rows of a query. */
    public enum Repeat { PER_TARGET, PER_OWNER, PER_BATCH, ONCE }

    /** Whether the number of statements grows with each row, or with each other target among the rows. */
    public boolean growsWithRows() {
        return repeat == Repeat.PER_TARGET || repeat == Repeat.PER_OWNER;
    }
}
