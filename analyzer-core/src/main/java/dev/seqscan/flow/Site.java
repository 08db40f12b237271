package dev.seqscan.flow;

import dev.seqscan.source.Place;

/**
 * Where a call or read stands.
 *
 * @param enclosing the method that holds it, as {@code com.shop.OrderService#list(int)}
 * @param text the call without its arguments
 * @param generated whether the file says that a tool wrote it
 * @param entryPoint the request, listener or job that reaches it, or empty
 */
public record Site(Place place, String enclosing, String text, boolean generated, String entryPoint) {
}
