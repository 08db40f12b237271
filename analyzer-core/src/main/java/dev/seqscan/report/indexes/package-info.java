/**
 * Prints which indexes an application lacks and which it has in vain. Takes advice, gives text for a terminal; may use
 * {@code advice} and {@code source}'s places.
 */
package dev.seqscan.report.indexes;
