/**
 * Takes calls of jdbi's SQL objects and of its handles; gives the statements they send. May use {@code query} and what it
 * may use, but no other binder.
 */
package dev.seqscan.query.jdbi;
