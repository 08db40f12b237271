package dev.seqscan.finding;

import dev.seqscan.source.Place;

/**
 * A change of the source that mends a finding, offered only where it is certain to compile and to be right.
 *
 * @param description what it does, as {@code Load Order.customer with OrderRepository.findByStatus}
 * @param place the text that is replaced; where it is empty, text is put in
 * @param text what stands there afterwards; each line after the first is indented as the line of the place
 */
public record Edit(String description, Place place, String text) {
}
