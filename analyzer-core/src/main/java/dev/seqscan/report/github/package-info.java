/**
 * Takes the analysis report; gives commands that GitHub Actions reads from the standard output. May use {@code finding},
 * {@code source} places and what makes text of the console harmless.
 */
package dev.seqscan.report.github;
