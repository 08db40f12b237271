/**
 * Takes what was concluded about a line; gives text for a terminal. May use {@code finding} and {@code source} places.
 */
package dev.seqscan.report.why;
