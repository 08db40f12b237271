/**
 * Takes calls of jOOQ; gives the statements they send, as the SQL that jOOQ makes of them. May use {@code query} and what
 * it may use, but no other binder.
 */
package dev.seqscan.query.jooq;
