/**
 * Takes the file facts of all modules; gives the declared classes and members, the types of expressions, the targets
 * of calls, and constant values. May use {@code source}.
 */
package dev.seqscan.program;
