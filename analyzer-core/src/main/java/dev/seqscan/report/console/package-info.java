/**
 * Takes the analysis report; gives text for a terminal or a build log. May use {@code finding}, {@code rule} cards and
 * {@code source} places and notices.
 */
package dev.seqscan.report.console;
