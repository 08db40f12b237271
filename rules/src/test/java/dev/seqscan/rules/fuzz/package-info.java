/**
 * Breaks files of every form and demands that no reader throws or hangs. A few seconds in each build, minutes with {@code -Pfuzz}.
 */
package dev.seqscan.rules.fuzz;
