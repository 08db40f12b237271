/**
 * Takes the analysis report; gives a summary in Markdown for a comment on a pull request. May use {@code finding},
 * {@code source} places and what makes text of the console harmless.
 */
package dev.seqscan.report.markdown;
