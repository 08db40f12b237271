/**
 * Keeps what a run found out in a folder of the user, so that the next one need not. What is damaged, foreign or cannot be
 * written is as if it were not there: a cache never fails a run. May use {@code source}, {@code finding}, of {@code schema}
 * what an index is, and {@code overview}.
 */
package dev.seqscan.cache;
