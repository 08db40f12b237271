/**
 * What a rule says: a finding with its place, its chain of evidence and an identity that survives moved lines.
 * May use {@code source}, and of {@code schema} what an index is; may be used everywhere.
 */
package dev.seqscan.finding;
