/**
 * Takes calls of Spring's JDBC classes and of {@code java.sql}; gives the SQL statements they send. May use
 * {@code query} and what it may use, but no other binder.
 */
package dev.seqscan.query.jdbc;
