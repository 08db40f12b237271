package dev.seqscan.testkit;

/**
 * A line on which findings must be reported.
 *
 * @param file the file of the case
 * @param line counted from 1
 * @param count how many findings
 * @param messagePart what the message of each must contain; may be empty
 * @param origin where the line stands in the page, as {@code QueryInLoop.md:31}
 */
public record Expectation(String file, int line, int count, String messagePart, String origin) {
}
