/**
 * Takes the analysis report; gives the Code Quality report of GitLab. May use {@code finding}, {@code source} places and
 * the report's JSON.
 */
package dev.seqscan.report.gitlab;
