/**
 * Takes the analysis report; gives a SARIF 2.1.0 file, the same bytes for the same report. May use {@code finding},
 * {@code rule} cards and {@code source} places; opens a source text again only for files that have findings.
 */
package dev.seqscan.report.sarif;
