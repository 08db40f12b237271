/**
 * Takes the analysis report; gives one HTML file that needs no other and asks for none. May use {@code finding},
 * {@code rule} cards, {@code overview}, {@code source} places and notices, and the excerpts of {@code report.sarif}.
 */
package dev.seqscan.report.html;
