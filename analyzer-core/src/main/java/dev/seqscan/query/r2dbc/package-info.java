/**
 * Takes calls of Spring's {@code DatabaseClient} and of the R2DBC interfaces; gives the SQL statements they send. May use
 * {@code query} and what it may use, but no other binder.
 */
package dev.seqscan.query.r2dbc;
