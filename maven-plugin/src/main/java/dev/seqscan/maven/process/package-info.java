/**
 * Takes a task, which is one analysis and what becomes of it; gives its outcome, worked out in this JVM or in one of its
 * own. May use {@code dev.seqscan}, {@code config}, {@code rule}, {@code finding}, {@code report}, {@code schema.live}
 * and {@code source} notices; nothing of Maven, since the other JVM has no Maven.
 */
package dev.seqscan.maven.process;
