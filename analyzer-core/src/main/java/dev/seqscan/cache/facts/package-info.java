/**
 * Takes the facts of a file of code; gives them as bytes, and back. A form of our own, made to be read fast: numbers of seven
 * bits a byte, texts and type names by their number in a table of the file. What is written here only the same code reads, so
 * it has no versions. May use {@code source}.
 */
package dev.seqscan.cache.facts;
