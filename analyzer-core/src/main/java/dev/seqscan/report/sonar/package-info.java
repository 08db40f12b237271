/**
 * Takes the analysis report; gives issues that SonarQube imports. May use {@code finding}, {@code rule} cards, {@code source}
 * places and the report's JSON.
 */
package dev.seqscan.report.sonar;
