package dev.seqscan.query;

import dev.seqscan.source.Place;

/**
 * A statement that is declared in a file, whether or not a call is known to send it.
 *
 * @param name its full name, as {@code com.shop.OrderMapper.findOpen}
 * @param place where it is declared
 */
public record DeclaredStatement(String name, QueryShape shape, Place place) {
}
