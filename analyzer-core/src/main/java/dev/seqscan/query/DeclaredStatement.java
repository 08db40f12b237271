package dev.seqscan.query;

import dev.seqscan.source.Place;
import java.util.function.Supplier;

/**
 * A statement that is declared in a file, whether or not a call is known to send it.
 *
 * @param name its full name, as {@code com.shop.OrderMapper.findOpen}
 * @param place where it is declared
 * @param reading reads it when it is asked for
 */
public record DeclaredStatement(String name, Place place, Supplier<Query> reading) {

    /** The query as a call would send it of which nothing else is known. */
    public Query query() {
        return reading.get();
    }
}
