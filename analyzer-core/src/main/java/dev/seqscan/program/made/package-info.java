/**
 * Bodies of methods that no text shows: what a serialiser, a mapper or a generator of members does with a class, written
 * as code that is linked and followed like any other; also the builders that Lombok makes. Takes declared classes and types;
 * gives method declarations, and types with builders, whose spans are those of the members they speak of. May use {@code program} and {@code source.code}.
 */
package dev.seqscan.program.made;
