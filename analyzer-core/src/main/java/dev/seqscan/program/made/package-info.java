/**
 * Bodies of methods that no text shows: what a template of pages, a serialiser, a mapper, a projection or a generator of
 * members does with a class, written as code that is linked and followed like any other; also the builders that Lombok
 * makes, and types that are generated from mapped classes. Takes declared classes, types and templates; gives declarations
 * whose spans are those of the members or expressions they speak of. May use {@code program}, {@code source.code} and
 * {@code source.template}.
 */
package dev.seqscan.program.made;
