package dev.seqscan.finding;

import dev.seqscan.source.Place;

/** One step of the evidence: where, and what happens there. */
public record Step(Place place, String message) {
}
