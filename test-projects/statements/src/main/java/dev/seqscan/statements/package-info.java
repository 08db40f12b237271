/**
 * Calls every entry point of an application with few and with many rows, and counts the statements that reach the driver.
 * Takes a running application context and a table of calls; gives a table that the agreement test reads.
 */
package dev.seqscan.statements;
