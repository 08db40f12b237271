/**
 * Takes the text of migrations and scripts, and what the entities declare; gives the tables as they stand after the
 * last migration. May use {@code source}. Definitions are read from tokens of our own, since each product has its own
 * forms of them and a grammar that lacks one would lose the whole statement.
 */
package dev.seqscan.schema;
