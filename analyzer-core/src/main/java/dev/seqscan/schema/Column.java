package dev.seqscan.schema;

import dev.seqscan.source.Place;

/** A column of a table. The type is as declared, in lower case, without length; empty where it is not known. */
public record Column(String name, String type, boolean nullable, Place place) {
}
