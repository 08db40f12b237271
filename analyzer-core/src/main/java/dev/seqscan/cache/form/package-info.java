/**
 * Takes the facts of a file of code, or what a run found; gives them as bytes, and back. A form of our own, made to be read
 * fast: numbers of seven bits a byte, texts and type names by their number in a table. What is written here only the same code
 * reads, so it has no versions. May use {@code source}, {@code finding}, of {@code schema} what an index is, and
 * {@code overview}.
 */
package dev.seqscan.cache.form;
