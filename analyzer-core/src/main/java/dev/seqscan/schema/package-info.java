/**
 * Takes the text of migrations and scripts, and what the entities declare; gives the tables as they stand after the
 * last migration. May use {@code source}; the SQL parser stays in here.
 */
package dev.seqscan.schema;
