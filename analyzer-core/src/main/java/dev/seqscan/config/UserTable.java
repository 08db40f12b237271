package dev.seqscan.config;

import java.util.OptionalLong;

/**
 * What the user says of a table.
 *
 * @param rows about how many rows it has in production
 * @param small whether it is said to be small, whatever its number of rows
 */
public record UserTable(OptionalLong rows, boolean small) {

    /** Up to so many rows a table is read whole in about the time of one round trip. */
    private static final long SMALL = 1_000;

    /** Whether walking it costs nothing that matters. */
    public boolean isSmall() {
        return small || rows.isPresent() && rows.getAsLong() <= SMALL;
    }

    /** Whether it is said to have more rows than that. */
    public boolean isLarge() {
        return !small && rows.isPresent() && rows.getAsLong() > SMALL;
    }
}
