/**
 * Takes Markdown pages with examples; gives small projects and what is expected of them. May use {@code rule},
 * {@code finding} and {@code source}. Shipped to other modules and to authors of rules as a test jar.
 */
package dev.seqscan.testkit;
