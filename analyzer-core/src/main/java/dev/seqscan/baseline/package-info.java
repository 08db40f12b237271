/**
 * Takes findings and the file of those that were there before; gives those that are new. May use {@code finding} and
 * {@code source} notices.
 */
package dev.seqscan.baseline;
