package dev.seqscan.flow;

import dev.seqscan.source.Place;

/** One step of a chain: where, and what is called or read there. */
record Hop(Place place, String text) {
}
