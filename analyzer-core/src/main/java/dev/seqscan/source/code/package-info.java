/**
 * File facts of program code: what stands in one source or class file, whatever the language it was read from.
 * Immutable, and dependent on that file alone. May use {@code source}.
 */
package dev.seqscan.source.code;
