/**
 * Takes findings; gives those that are left: one step per file. May use {@code finding}, {@code rule} cards and the
 * suppressions that file facts hold.
 */
package dev.seqscan.filter;
