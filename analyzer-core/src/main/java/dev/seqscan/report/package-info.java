/**
 * Takes the analysis report; gives files and lines. One sub-package per format. May use {@code finding}, {@code rule}
 * cards and {@code source} places.
 */
package dev.seqscan.report;
