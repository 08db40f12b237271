/**
 * Takes the linked program with its queries; gives summaries per method, origins of values, loops, and what is sent
 * in them. May use all stages before it.
 */
package dev.seqscan.flow;
