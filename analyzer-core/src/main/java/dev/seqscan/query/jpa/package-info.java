/**
 * Takes calls of Jakarta Persistence, of Hibernate's sessions and of what hands calls on to them; gives the statements they
 * send, and what code sets for persistence units. Named queries and
 * entity graphs are open to other binders of persistence frameworks. May use {@code query} and what it may use.
 */
package dev.seqscan.query.jpa;
