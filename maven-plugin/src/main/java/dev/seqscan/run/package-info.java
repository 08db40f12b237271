/**
 * Takes a task, which is one analysis and what becomes of it; gives its outcome, worked out in this JVM or in one of its
 * own. The goals of Maven and the command line share it. May use {@code dev.seqscan}, {@code config}, {@code rule},
 * {@code finding}, {@code report}, {@code schema.live} and {@code source} notices; nothing of Maven, since neither the other
 * JVM nor the command line has Maven.
 */
package dev.seqscan.run;
