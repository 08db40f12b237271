/**
 * Takes the options of the command line; gives a task to {@code run}, prints what it says, and ends with an exit code. May use
 * {@code run}, {@code dev.seqscan}, {@code config}, {@code rule} and {@code schema.live}; of all packages it alone knows
 * picocli, which is no dependency of the goals.
 */
package dev.seqscan.cli;
