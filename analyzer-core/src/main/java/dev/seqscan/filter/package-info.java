/**
 * Takes findings; gives those that are left: one step per file. May use {@code finding}, {@code rule} cards and the
 * suppressions that file facts hold. Suppressions come first, else one of a finding that a later step drops would seem
 * stale; ranking comes last.
 */
package dev.seqscan.filter;
