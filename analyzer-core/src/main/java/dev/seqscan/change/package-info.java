/**
 * Takes a revision of a Git repository; gives the lines that changed since, and which findings touch them. May use
 * {@code finding} and {@code source} places.
 */
package dev.seqscan.change;
