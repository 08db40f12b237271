/**
 * Takes a folder; gives its files and, by the packages below, the facts of each file.
 * Knows languages, no framework. May use nothing of ours.
 */
package dev.seqscan.source;
