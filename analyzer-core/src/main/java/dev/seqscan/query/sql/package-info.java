/**
 * Takes the text of one SQL statement and the schema; gives the shape of the query. Knows no framework but the spellings
 * of parameters. May use {@code source}, {@code schema} and the records of {@code query}; the SQL parser stays in here.
 */
package dev.seqscan.query.sql;
