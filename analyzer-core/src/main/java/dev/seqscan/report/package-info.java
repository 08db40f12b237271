/**
 * Takes the analysis report; gives files and lines. One sub-package per format; those that go into a file are a
 * {@link dev.seqscan.report.WrittenReport}. May use {@code finding}, {@code rule} cards and {@code source} places.
 */
package dev.seqscan.report;
