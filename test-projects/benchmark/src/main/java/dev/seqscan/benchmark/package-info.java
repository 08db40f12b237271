/**
 * Measures SeqScan and other tools on trees of real code, each run in a process of its own.
 *
 * <p>Takes jars of sources and classes; gives a table in Markdown.
 */
package dev.seqscan.benchmark;
