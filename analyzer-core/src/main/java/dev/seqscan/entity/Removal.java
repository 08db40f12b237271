package dev.seqscan.entity;

import java.util.List;

/**
 * What happens when an entity is removed through the persistence context, beside the DELETE of its row.
 *
 * @param effects what a bulk statement would leave out, in words, as {@code the callback Order.log}; cascades are not
 *        among them, they stand with the associations
 * @param statement the SQL that is sent instead of the DELETE ({@code @SQLDelete}), or empty
 */
public record Removal(List<String> effects, String statement) {

    /** Nothing but the DELETE. */
    public static final Removal PLAIN = new Removal(List.of(), "");
}
