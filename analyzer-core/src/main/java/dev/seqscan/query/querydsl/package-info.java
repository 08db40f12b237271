/**
 * Takes calls of Querydsl's queries and clauses for Jakarta Persistence; gives the statements they send, as the JPQL that
 * Querydsl makes of them. May use {@code query} and what it may use, but no other binder.
 */
package dev.seqscan.query.querydsl;
